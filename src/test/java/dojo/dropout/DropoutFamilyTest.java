package dojo.dropout;

import static dojo.support.Statistics.assertCoins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What inverted and standard dropout share: everything but the place of the scale. */
class DropoutFamilyTest {
  private static final RandomKey KEY = RandomKey.of(2014);
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  /** A layer at a rate. */
  record Member(String name, double p, Layer layer) {
    Tensor train(Tensor x) {
      return layer.apply(x, Mode.train(KEY));
    }

    Tensor trainBack(Tensor x, Tensor dy) {
      return layer.forward(x, Mode.train(KEY)).pullback().apply(dy).input();
    }

    /** The mask that the layer must use, as 1 and 0. */
    Tensor mask(int... shape) {
      return Mask.sample(new DropRate(p), KEY, shape).toTensor();
    }

    @Override
    public String toString() {
      return name + " p = " + p;
    }
  }

  static Stream<Member> members() {
    return Stream.of(0, .1, .4, .5, .9, 1).flatMap(DropoutFamilyTest::at);
  }

  static Stream<Member> random_members() {
    return Stream.of(.1, .4, .5, .9).flatMap(DropoutFamilyTest::at);
  }

  private static Stream<Member> at(Number p) {
    DoubleFunction<Layer> inverted = Dropout::of;
    DoubleFunction<Layer> standard = StandardDropout::of;
    return Stream.of(
        new Member("inverted", p.doubleValue(), inverted.apply(p.doubleValue())),
        new Member("standard", p.doubleValue(), standard.apply(p.doubleValue())));
  }

  @ParameterizedTest
  @MethodSource("members")
  void the_units_dropped_are_those_of_the_mask_of_the_key(Member member) {
    Tensor x = Tensor.normal(KEY.split("x"), 20, 30);
    assertEquals(member.mask(20, 30), member.train(x).map(y -> y == 0 ? 0 : 1));
  }

  @ParameterizedTest
  @MethodSource("members")
  void which_units_are_dropped_does_not_depend_on_what_they_hold(Member member) {
    Tensor positive = Tensor.ones(500);
    assertEquals(
        member.train(positive).map(Math::signum),
        member.train(positive.times(-3)).map(y -> y == 0 ? 0 : -Math.signum(y)));
  }

  @ParameterizedTest
  @MethodSource("members")
  void a_dropped_unit_is_plus_zero_whatever_it_was_and_a_kept_one_stays_special(Member member) {
    for (float special : new float[] {Float.NaN, INFINITY, -INFINITY}) {
      Tensor expected = member.mask(500).map(m -> m == 0 ? 0f : special);
      Tensor x = Tensor.full(special, 500);
      assertEquals(expected, member.train(x));
      assertEquals(expected, member.trainBack(Tensor.ones(500), x));
    }
    // −0.0 times anything is −0.0, but a dropped unit is +0.0
    assertEquals(
        member.mask(500).map(m -> m == 0 ? 0f : -0f), member.train(Tensor.full(-0.0, 500)));
  }

  @ParameterizedTest
  @MethodSource("members")
  void the_backward_pass_has_the_mask_and_the_scale_of_the_forward_pass(Member member) {
    // both are the same linear function, so what is true of x is true of dy
    Tensor v = Tensor.normal(KEY.split("v"), 20, 30);
    for (Tensor x :
        List.of(v, v.times(-1), Tensor.zeros(20, 30), Tensor.full(Double.NaN, 20, 30))) {
      assertEquals(member.train(v), member.trainBack(x, v));
    }
  }

  @ParameterizedTest
  @MethodSource("members")
  void the_backward_pass_of_an_evaluation_is_the_same_linear_function(Member member) {
    Tensor v = Tensor.normal(KEY.split("v"), 20, 30);
    Forward pass = member.layer.forward(Tensor.zeros(20, 30), Mode.eval());
    assertEquals(member.layer.apply(v, Mode.eval()), pass.pullback().apply(v).input());
  }

  @ParameterizedTest
  @MethodSource("random_members")
  void two_layers_of_a_model_drop_independently(Member member) {
    int n = 100_000;
    Sequential twice = Sequential.of(member.layer, member.layer);
    long both = countKept(twice.apply(Tensor.ones(n), Mode.train(KEY)));
    assertCoins("kept by both of " + member, both, n, (1 - member.p) * (1 - member.p), KEY);
  }

  @ParameterizedTest
  @MethodSource("members")
  void as_many_units_are_kept_as_coins_would_keep(Member member) {
    int n = 200_000;
    long kept = countKept(member.train(Tensor.full(-3, n)));
    assertCoins("kept by " + member, kept, n, 1 - member.p, KEY);
  }

  private static long countKept(Tensor y) {
    return (long) y.map(v -> v == 0 ? 0 : 1).sum();
  }

  @ParameterizedTest
  @MethodSource("members")
  void a_model_with_dropout_has_the_gradients_of_finite_differences(Member member) {
    Sequential model =
        Sequential.of(
            Linear.he(4, 8, KEY.split(0)),
            new Relu(),
            member.layer,
            Linear.he(8, 8, KEY.split(1)),
            new Relu(),
            member.layer,
            Linear.he(8, 3, KEY.split(2)));
    Tensor x = Tensor.normal(KEY.split("x"), 3, 4);
    GradientCheck.check(model, x, Mode.train(KEY));
    GradientCheck.check(model, x, Mode.eval());
  }

  @ParameterizedTest
  @MethodSource("members")
  void there_are_no_parameters_and_layers_of_one_rate_are_equal(Member member) {
    assertEquals(List.of(), member.layer.parameters());
    assertNotEquals(Dropout.of(member.p), (Object) StandardDropout.of(member.p));
    assertEquals(Dropout.of(member.p), new Dropout(new DropRate(member.p)));
  }
}
