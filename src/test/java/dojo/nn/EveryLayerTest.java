package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.dropout.TransformerBlock;
import dojo.dropout.TransformerRates;
import dojo.random.RandomKey;
import dojo.support.RandomLayers;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.Tensor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every layer: it is a value, and its pullback is its derivative. */
class EveryLayerTest {
  private static final RandomKey KEY = RandomKey.of(21);
  private static final Mode TRAIN = Mode.train(KEY);

  /** A layer, and inputs for it at which it is smooth for a few steps of finite differences. */
  record Example(Layer layer, Tensor x) {
    Forward pass() {
      return layer.forward(x, TRAIN);
    }

    Tensor direction() {
      return Tensor.normal(KEY.split("g"), pass().output().shape());
    }

    @Override
    public String toString() {
      return layer.toString();
    }
  }

  /** Layers without noise, and points at which they are smooth. */
  static Stream<Example> smooth() {
    return Stream.of(
        new Example(linear(1, 1), normal(1, 1)),
        new Example(linear(4, 2), normal(3, 4)),
        new Example(linear(2, 7), normal(5, 2)),
        new Example(Sequential.of(linear(3, 4), new Tanh(), linear(4, 2)), normal(3, 3)),
        new Example(new Relu(), awayFromZero(4, 5)),
        new Example(new Sigmoid(), normal(4, 5)),
        new Example(new Tanh(), normal(4, 5)),
        new Example(new Selu(), awayFromZero(4, 5)),
        new Example(new Gelu(), normal(4, 5)),
        new Example(new Flatten(), normal(2, 3, 2, 2)),
        new Example(conv(1, 1, 1), normal(2, 1, 1, 1)),
        new Example(conv(2, 3, 3), normal(2, 2, 4, 5)),
        new Example(conv(2, 3, 3).withPadding(1), normal(2, 2, 3, 4)),
        new Example(conv(2, 1, 2).withStride(2), normal(2, 2, 5, 4)),
        new Example(conv(1, 2, 3).withStride(2).withPadding(2), normal(1, 1, 4, 2)),
        new Example(MaxPool2d.of(2), apart(2, 2, 4, 5)),
        new Example(new MaxPool2d(3, 2), apart(1, 2, 5, 6)),
        new Example(
            new BatchNorm(normal(3), normal(3).times(2), 1e-2, Population.none(3)), normal(5, 3)),
        new Example(
            new BatchNorm(normal(2), normal(2).times(2), 1e-2, Population.none(2)),
            normal(2, 2, 2, 3)),
        new Example(new LayerNorm(normal(5), normal(5).times(2), 1e-2), normal(4, 5)),
        new Example(new LayerNorm(normal(5), normal(5).times(2), 1e-2), normal(2, 3, 5)),
        new Example(new Residual(new Tanh()), normal(4, 5)),
        new Example(
            Residual.around(Linear.he(5, 4, KEY), BatchNorm.of(4), Linear.he(4, 5, KEY)),
            normal(6, 5)),
        new Example(Rnn.of(3, 4, KEY), normal(2, 5, 3)),
        new Example(Rnn.of(3, 4, KEY).withOnState(new Tanh()), normal(2, 3, 3)),
        new Example(Lstm.of(3, 4, KEY), normal(2, 5, 3)),
        new Example(Lstm.of(3, 2, KEY).withOnState(new Tanh()), normal(2, 3, 3)),
        new Example(new FreshNoise(new Tanh()), normal(4, 5)),
        new Example(Rnn.of(3, 4, KEY).withOnState(new FreshNoise(new Tanh())), normal(2, 3, 3)),
        new Example(new LastStep(), normal(2, 3, 4)),
        new Example(new MeanOfSteps(), normal(2, 3, 4)),
        new Example(new EachStep(linear(3, 4)), normal(2, 5, 3)),
        new Example(EachStep.of(linear(3, 2), new Gelu()), normal(2, 2, 3)),
        new Example(new PositionEmbedding(normal(4, 3)), normal(2, 3, 3)),
        new Example(SelfAttention.of(4, 1, KEY), normal(2, 3, 4)),
        new Example(SelfAttention.of(6, 3, KEY), normal(2, 1, 6)),
        new Example(past(SelfAttention.of(6, 2, KEY)), normal(2, 5, 6)),
        new Example(past(SelfAttention.of(4, 2, KEY)).withOnWeights(new Tanh()), normal(1, 4, 4)),
        new Example( // larger inputs: a norm of numbers near each other bends too fast for the
            // steps
            TransformerBlock.of(6, 2, SelfAttention.Sight.PAST, TransformerRates.none(), KEY),
            normal(2, 3, 6).times(3)));
  }

  static Stream<Example> examples() {
    return Stream.concat(
        smooth(), RandomLayers.all().map(random -> new Example(random.layer(), random.x())));
  }

  private static Linear linear(int in, int out) {
    return new Linear(Tensor.normal(KEY.split(0), in, out), Tensor.normal(KEY.split(1), out));
  }

  private static Tensor normal(int... shape) {
    return Tensor.normal(KEY.split("x"), shape);
  }

  private static Tensor awayFromZero(int... shape) {
    return normal(shape).map(x -> x + 0.25f * Math.signum(x));
  }

  /** Distinct numbers in random order, a quarter apart, so that no step changes their order. */
  private static Tensor apart(int... shape) {
    int[] order = KEY.permutation(Tensor.zeros(shape).size());
    return Tensor.generate(i -> 0.25 * order[i], shape);
  }

  private static SelfAttention past(SelfAttention layer) {
    return layer.withSight(SelfAttention.Sight.PAST);
  }

  private static Conv2d conv(int channels, int out, int kernel) {
    Conv2d layer = Conv2d.he(channels, out, kernel, KEY.split("w"));
    return new Conv2d(layer.weight(), Tensor.normal(KEY.split("b"), out), kernel, 1, 0);
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void the_gradients_are_those_of_finite_differences(Example example) {
    SmoothGradientCheck.check(example.layer, example.x, TRAIN);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_pullback_may_be_applied_twice_and_gives_the_same(Example example) {
    Pullback pullback = example.pass().pullback();
    Gradients once = pullback.apply(example.direction());
    pullback.apply(example.direction().times(7));
    assertEquals(once, pullback.apply(example.direction()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_forward_and_a_backward_pass_change_nothing(Example example) {
    float[] x = example.x.toArray();
    Tensor g = example.direction();
    float[] before = g.toArray();
    List<float[]> parameters = example.layer.parameters().stream().map(Tensor::toArray).toList();
    Layer layer = example.layer.calibrated(example.x, TRAIN);
    for (Mode mode : List.of(TRAIN, Mode.sample(KEY), Mode.eval())) {
      Forward pass = layer.forward(example.x, mode);
      Tensor output = Tensor.of(pass.output().toArray(), pass.output().shape());
      pass.pullback().apply(g);
      assertArrayEquals(x, example.x.toArray());
      assertArrayEquals(before, g.toArray());
      assertEquals(output, pass.output());
      assertEquals(output, layer.apply(example.x, mode));
    }
    for (int i = 0; i < parameters.size(); i++) {
      assertArrayEquals(parameters.get(i), example.layer.parameters().get(i).toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_gradient_of_another_shape_is_refused(Example example) {
    Tensor g = example.direction();
    Pullback pullback = example.pass().pullback();
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> pullback.apply(g.reshape(1, g.size(), 1)));
    assertEquals(
        "the gradient must be "
            + Arrays.toString(g.shape())
            + ", but its shape was [1, "
            + g.size()
            + ", 1]: pass the gradient of the loss at this output",
        e.getMessage());
    int[] more = g.shape();
    more[0]++;
    assertThrows(IllegalArgumentException.class, () -> pullback.apply(Tensor.zeros(more)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void parameters_given_are_parameters_kept(Example example) {
    List<Tensor> others = example.layer.parameters().stream().map(w -> w.times(2)).toList();
    assertEquals(others, example.layer.withParameters(others).parameters());
    assertEquals(example.layer, example.layer.withParameters(example.layer.parameters()));
  }

  /** Rates, penalties, noise and statistics are looked for there. */
  @ParameterizedTest
  @MethodSource("examples")
  void a_layer_shows_every_layer_inside(Example example) throws ReflectiveOperationException {
    List<Object> inside = new ArrayList<>();
    for (RecordComponent component : example.layer.getClass().getRecordComponents()) {
      Object value = component.getAccessor().invoke(example.layer);
      if (value instanceof Layer) {
        inside.add(value);
      } else if (value instanceof List<?> list) {
        list.stream().filter(Layer.class::isInstance).forEach(inside::add);
      }
    }
    assertEquals(inside, example.layer.layers());
    assertEquals(example.layer, example.layer.withLayers(example.layer.layers()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_parameter_too_many_is_rejected(Example example) {
    List<Tensor> many =
        Stream.concat(example.layer.parameters().stream(), Stream.of(Tensor.zeros(1))).toList();
    assertThrows(IllegalArgumentException.class, () -> example.layer.withParameters(many));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void printing_tells_the_name_and_no_numbers_of_tensors(Example example) {
    String text = example.layer.toString();
    assertEquals(0, text.indexOf(example.layer.getClass().getSimpleName()), text);
    assertFalse(text.contains("Tensor"), text);
  }
}
