package dojo.dropout;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.Pullback;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.support.RandomLayers;
import dojo.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the members without parameters share; their laws are in tests of their own. */
class FamilyTest {
  private static final RandomKey KEY = RandomKey.of(2016);
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  /** A layer at a rate. */
  record Member(String name, double p, RatedLayer layer, int[] shape) {
    Tensor train(Tensor x) {
      return layer.apply(x, Mode.train(KEY));
    }

    Tensor train(Tensor x, int key) {
      return layer.apply(x, Mode.train(KEY.split(key)));
    }

    Tensor x() {
      return Tensor.normal(KEY.split("x"), shape);
    }

    @Override
    public String toString() {
      return name + " p = " + p;
    }
  }

  static Stream<Member> members() {
    return RandomLayers.FAMILY.stream()
        .flatMap(
            kind ->
                Stream.of(0, .1, .4, .5, .9, 1)
                    .map(Number::doubleValue)
                    .map(p -> new Member(kind.name(), p, kind.at().apply(p), kind.shape())));
  }

  static Stream<Member> random_members() {
    return members().filter(member -> member.p > 0 && member.p < 1);
  }

  static Stream<Member> members_that_scale_in_training() {
    return members().filter(member -> !(member.layer instanceof StandardDropout));
  }

  @ParameterizedTest
  @MethodSource("members_that_scale_in_training")
  void evaluating_changes_nothing_and_lets_special_numbers_through(Member member) {
    for (float special : new float[] {1, -2, -0f, Float.NaN, -INFINITY, INFINITY}) {
      Tensor x = Tensor.full(special, member.shape);
      Forward pass = member.layer.forward(x, Mode.eval());
      assertSame(x, pass.output());
      assertSame(x, pass.pullback().apply(x).input());
    }
  }

  @ParameterizedTest
  @MethodSource("members")
  void a_rate_of_0_changes_nothing_and_a_rate_of_1_leaves_nothing(Member member) {
    for (float special : new float[] {1, -0f, -1, -2, Float.NaN, -INFINITY, INFINITY}) {
      Tensor x = Tensor.full(special, member.shape);
      Pullback pullback = member.layer.forward(x, Mode.train(KEY)).pullback();
      if (member.p == 0) {
        assertSame(x, member.train(x));
        assertSame(x, member.layer.apply(x, Mode.eval()));
        assertSame(x, pullback.apply(x).input());
      } else if (member.p == 1) { // +0.0, to the bit
        assertEquals(Tensor.zeros(member.shape), member.train(x));
        assertEquals(Tensor.zeros(member.shape), pullback.apply(x).input());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("members")
  void training_throws_a_coin_for_each_place_of_the_mask(Member member) {
    assumeTrue(member.layer instanceof MaskedLayer && !(member.layer instanceof DropBlock));
    MaskedLayer layer = (MaskedLayer) member.layer;
    Tensor x = member.x();
    Mask mask = Mask.sample(layer.rate(), KEY, layer.coins(x)).expand(member.shape);
    Forward given = layer.forward(x, mask);
    Forward drawn = layer.forward(x, Mode.train(KEY));
    assertEquals(given.output(), drawn.output());
    assertEquals(given.pullback().apply(x).input(), drawn.pullback().apply(x).input());
  }

  @ParameterizedTest
  @MethodSource("members")
  void nothing_in_gives_nothing_out(Member member) {
    for (int axis = 0; axis < member.shape.length; axis++) {
      int[] shape = member.shape.clone();
      shape[axis] = 0;
      Tensor none = Tensor.zeros(shape);
      for (Mode mode : List.of(Mode.train(KEY), Mode.eval())) {
        assertEquals(none, member.layer.apply(none, mode));
        assertEquals(none, member.layer.forward(none, mode).pullback().apply(none).input());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("members")
  void the_same_key_gives_the_same_noise_in_any_order_on_any_thread(Member member) {
    Tensor x = member.x();
    List<Tensor> inOrder = IntStream.range(0, 64).mapToObj(i -> member.train(x, i)).toList();
    assertEquals(
        inOrder, IntStream.range(0, 64).parallel().mapToObj(i -> member.train(x, i)).toList());
    for (int i = 63; i >= 0; i--) {
      assertEquals(inOrder.get(i), member.train(x, i));
    }
  }

  static Stream<Member> masked_members() {
    return members().filter(member -> member.layer instanceof MaskedLayer && member.p > 0);
  }

  @ParameterizedTest
  @MethodSource("masked_members")
  void a_pass_under_the_mask_of_a_key_is_the_pass_under_that_key(Member member) {
    Tensor x = member.x();
    Tensor ones = member.train(Tensor.ones(member.shape)); // the coins do not depend on the input
    float dropped = member.layer instanceof AlphaDropout alpha ? lowest(alpha) : 0;
    Mask m = Mask.of(ones.map(y -> y == dropped ? 0 : 1));
    Forward pass = ((MaskedLayer) member.layer).forward(x, m);
    assertEquals(member.train(x), pass.output());
    assertEquals(
        member.layer.forward(x, Mode.train(KEY)).pullback().apply(x).input(),
        pass.pullback().apply(x).input());
  }

  private static float lowest(AlphaDropout alpha) {
    return (float) (alpha.a() * AlphaDropout.ALPHA_PRIME + alpha.b());
  }

  @ParameterizedTest
  @MethodSource("masked_members")
  void a_mask_that_does_not_fit_is_refused(Member member) {
    Mask wrong = Mask.of(Tensor.ones(7));
    assertThrows(
        IllegalArgumentException.class,
        () -> ((MaskedLayer) member.layer).forward(member.x(), wrong));
  }

  static Stream<MaskedLayer> layers_with_axes() {
    return Stream.of(
        SpatialDropout.of(.4),
        AlphaDropout.ofFeatures(.4),
        SharedDropout.overAxes(.4, 2),
        VariationalDropout.of(.4),
        DropBlock.of(.4, 2));
  }

  /** Even under a mask of the right shape. */
  @ParameterizedTest
  @MethodSource("layers_with_axes")
  void an_input_without_the_axes_of_the_layer_is_refused_whatever_the_pass(MaskedLayer layer) {
    Tensor flat = Tensor.ones(2, 3);
    Mask mask = Mask.of(flat);
    var e = assertThrows(IllegalArgumentException.class, () -> layer.forward(flat, mask));
    assertRejected(e.getMessage(), () -> layer.forward(flat, Mode.train(KEY)));
    assertRejected(e.getMessage(), () -> layer.forward(flat, Mode.eval()));
    assertRejected(e.getMessage(), () -> layer.coins(flat));
  }

  @ParameterizedTest
  @MethodSource("members")
  void the_gradient_is_that_of_finite_differences_under_the_same_key(Member member) {
    int[] shape = member.shape.clone();
    shape[0] = 2;
    Tensor x = Tensor.normal(KEY.split("x"), shape);
    GradientCheck.check(member.layer, x, Mode.train(KEY));
    GradientCheck.check(member.layer, x, Mode.eval());
  }

  @ParameterizedTest
  @MethodSource("members")
  void a_pullback_remembers_its_own_pass_whatever_was_computed_since(Member member) {
    Tensor x = member.x();
    Pullback pullback = member.layer.forward(x, Mode.train(KEY)).pullback();
    Tensor first = pullback.apply(x).input();
    member.layer.forward(x, Mode.train(KEY.split(1))).pullback().apply(x);
    member.layer.forward(x, Mode.eval()).pullback().apply(x);
    assertEquals(first, pullback.apply(x).input());
    assertEquals(List.of(), pullback.apply(x).parameters());
  }

  @ParameterizedTest
  @MethodSource("members")
  void a_layer_is_random_unless_its_rate_is_0_or_1_and_its_rate_can_be_changed(Member member) {
    assertEquals(member.p > 0 && member.p < 1, member.layer.isRandom());
    assertEquals(member.p > 0 && member.p < 1, Sequential.of(new Relu(), member.layer).isRandom());
    RatedLayer other = member.layer.withRate(new DropRate(.3));
    assertEquals(new DropRate(.3), other.rate());
    assertNotEquals(member.layer, (Layer) other);
    assertEquals(member.layer, other.withRate(new DropRate(member.p)));
  }

  @ParameterizedTest
  @MethodSource("members")
  void printing_tells_the_name_and_the_rate(Member member) {
    String name = member.layer.getClass().getSimpleName();
    String text = member.layer.toString();
    assertEquals(name + "(p = " + member.p, text.substring(0, (name + member.p).length() + 5));
  }

  static Stream<RandomLayers.Kind> kinds() {
    return RandomLayers.FAMILY.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_rate_outside_0_to_1_is_rejected(RandomLayers.Kind kind) {
    for (double p : new double[] {-0.1, 1.5, Double.NaN}) {
      assertRejected("drop rate must be in [0, 1], but was " + p, () -> kind.at().apply(p));
    }
  }
}
