package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.nn.BatchNorm;
import dojo.nn.Conv2d;
import dojo.nn.Flatten;
import dojo.nn.Forward;
import dojo.nn.LastStep;
import dojo.nn.Layer;
import dojo.nn.LayerNorm;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.nn.Objective;
import dojo.nn.Residual;
import dojo.nn.Rnn;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.nn.Tanh;
import dojo.random.RandomKey;
import dojo.support.SmoothGradientCheck;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcretePenaltyTest {
  private static final RandomKey KEY = RandomKey.of(1706);
  private static final Mode TRAIN = Mode.train(KEY);
  private static final SoftmaxCrossEntropy LOSS = new SoftmaxCrossEntropy();
  private static final Tensor X = Tensor.normal(KEY.split("x"), 3, 4);
  private static final Tensor T =
      Tensor.ofRows(new float[] {1, 0, 0}, new float[] {0, 0, 1}, new float[] {0, 1, 0});

  /** At temperature 1 a coin is smooth enough for finite differences. */
  private static ConcreteDropout concrete(double p) {
    return new ConcreteDropout(ConcreteDropout.of(p).logit(), 1);
  }

  private static Linear linear(int in, int out) {
    return Linear.glorot(in, out, KEY.split(in));
  }

  private static Sequential net(double p) {
    return Sequential.of(
        linear(4, 6),
        new Tanh(),
        concrete(p),
        linear(6, 5),
        new Tanh(),
        concrete(.3),
        linear(5, 3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void its_gradients_are_those_of_finite_differences(double p) {
    Layer net = net(p);
    ConcretePenalty priced = new ConcretePenalty(LOSS, .01, .02);
    List<Tensor> parameters = net.parameters();
    List<Tensor> gradients = priced.on(net, X, T, TRAIN).gradients();
    assertEquals(parameters.size(), gradients.size());
    for (int i = 0; i < parameters.size(); i++) {
      int number = i;
      SmoothGradientCheck.check(
          "parameter " + i,
          at -> {
            List<Tensor> changed = new ArrayList<>(parameters);
            changed.set(number, at);
            return priced.on(net.withParameters(changed), X, T, TRAIN).value();
          },
          parameters.get(i),
          gradients.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void every_rate_costs_what_its_layer_says_for_the_weights_after_it(double p) {
    double first = concrete(p).penalty(.01, squares(linear(6, 5)), .02, 6).value();
    double second = concrete(.3).penalty(.01, squares(linear(5, 3)), .02, 5).value();
    assertEquals(
        LOSS.on(net(p), X, T, TRAIN).value() + first + second,
        new ConcretePenalty(LOSS, .01, .02).on(net(p), X, T, TRAIN).value(),
        1e-6); // float32 squares
  }

  private static double squares(Linear layer) {
    return layer.weight().times(layer.weight()).sum();
  }

  @Test
  void the_weights_are_found_after_whatever_lies_between() {
    Tensor maps = Tensor.normal(KEY, 3, 1, 4, 4);
    Layer images =
        Sequential.of(
            Conv2d.he(1, 2, 2, KEY),
            concrete(.2),
            Conv2d.he(2, 2, 2, KEY.split(1)),
            new Flatten(),
            Sequential.of(concrete(.2), Residual.around(BatchNorm.of(8), linear(8, 8))),
            linear(8, 3));
    assertPrice(8, 8, images, maps); // rows of the filters, 2·2², and of the weights in the block
    Tensor sequences = Tensor.normal(KEY, 3, 2, 7);
    Layer recurrent = Sequential.of(concrete(.2), Rnn.of(7, 3, KEY), new LastStep());
    assertPrice(7, 0, recurrent, sequences);
  }

  @Test
  void the_stretch_of_a_normalisation_is_no_weight_that_is_priced() {
    Linear after = linear(4, 3);
    Layer net = Sequential.of(concrete(.2), LayerNorm.of(4), after);
    double squares = after.weight().times(after.weight()).sum();
    assertEquals(
        LOSS.on(net, X, T, TRAIN).value() + squares / .8,
        new ConcretePenalty(LOSS, 1, 0).on(net, X, T, TRAIN).value(),
        1e-4);
  }

  /** With λ_w = 0 and λ_p = 1, a rate of 0.2 costs as much as it has rows of weights after it. */
  private static void assertPrice(int rows, int moreRows, Layer net, Tensor x) {
    double each = .2 * Math.log(.2) + .8 * Math.log(.8);
    assertEquals(
        LOSS.on(net, x, T, TRAIN).value() + (rows + moreRows) * each,
        new ConcretePenalty(LOSS, 0, 1).on(net, x, T, TRAIN).value(),
        1e-5); // the logit is a float32
  }

  @Test
  void it_can_stand_on_another_objective_and_costs_nothing_without_a_price_or_a_rate() {
    Objective.Result twice = new RDrop(1).on(net(.4), X, T, TRAIN);
    assertEquals(
        twice.value(), new ConcretePenalty(new RDrop(1), 0, 0).on(net(.4), X, T, TRAIN).value());
    Layer plain = Sequential.of(linear(4, 3), Dropout.of(.4));
    assertEquals(
        LOSS.on(plain, X, T, TRAIN), new ConcretePenalty(LOSS, 0, 0).on(plain, X, T, TRAIN));
  }

  /** A layer of a user's own around another, which shows what is inside, or forgets to. */
  private record Wrapper(Layer inside, List<Layer> layers, List<Tensor> more) implements Layer {
    @Override
    public Forward forward(Tensor x, Mode mode) {
      return inside.forward(x, mode);
    }

    @Override
    public List<Tensor> parameters() {
      List<Tensor> all = new ArrayList<>(inside.parameters());
      all.addAll(more);
      return all;
    }
  }

  @Test
  void a_rate_that_no_layer_shows_is_not_passed_over_in_silence() {
    ConcretePenalty priced = new ConcretePenalty(LOSS, .01, .02);
    Layer shown = new Wrapper(net(.2), List.of(net(.2)), List.of());
    assertEquals(priced.on(net(.2), X, T, TRAIN), priced.on(shown, X, T, TRAIN));
    Layer hidden = new Wrapper(net(.2), List.of(), List.of());
    var e = assertThrows(IllegalArgumentException.class, () -> priced.on(hidden, X, T, TRAIN));
    assertEquals(
        "a penalty on drop rates needs a ConcreteDropout, but none is to be seen in "
            + hidden
            + ": a layer that has others inside must return them in layers(); a model without one needs"
            + " no ConcretePenalty",
        e.getMessage());
    Layer mixed = new Wrapper(net(.2), List.of(net(.2)), List.of(Tensor.ones(1)));
    e = assertThrows(IllegalArgumentException.class, () -> priced.on(mixed, X, T, TRAIN));
    assertEquals(
        "which weights come after a ConcreteDropout is known where the parameters of a layer are"
            + " those of its layers(), in order, but they are not in "
            + mixed,
        e.getMessage());
  }

  @Test
  void a_rate_that_is_hidden_beside_one_that_is_seen_is_refused_if_its_layer_prints_it() {
    ConcretePenalty priced = new ConcretePenalty(LOSS, .01, .02);
    for (Layer inside : List.of(concrete(.3), Sequential.of(concrete(.3), linear(4, 4)))) {
      Layer hidden = new Wrapper(inside, List.of(), List.of());
      Layer net = Sequential.of(Residual.around(hidden), ConcreteDropout.of(.2), linear(4, 3));
      var e = assertThrows(IllegalArgumentException.class, () -> priced.on(net, X, T, TRAIN));
      assertEquals(
          "a penalty on drop rates must see every ConcreteDropout, but one is hidden in "
              + hidden
              + ": a layer that has others inside must return them in layers()",
          e.getMessage());
      assertEquals( // what costs nothing needs no layer
          LOSS.on(net, X, T, TRAIN), new ConcretePenalty(LOSS, 0, 0).on(net, X, T, TRAIN));
    }
  }

  /** Its Javadoc says so: what prints no logit may have a bias or a slope of one number. */
  @Test
  void a_parameter_of_one_number_that_is_no_logit_is_no_rate() {
    Layer bias = new Wrapper(linear(4, 1), List.of(), List.of());
    assertPrice(1, 0, Sequential.of(bias, concrete(.2), linear(1, 3)), X);
  }

  @Test
  void printing_tells_the_objective_and_the_penalties() {
    assertEquals(
        "softmax cross-entropy + penalty(λ_w = 0.1, λ_p = 0.2)",
        new ConcretePenalty(LOSS, .1, .2).toString());
  }

  @Test
  void what_makes_no_sense_is_rejected() {
    for (double penalty : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      String message = "a penalty must be at least 0 and finite, but was " + penalty;
      var e =
          assertThrows(IllegalArgumentException.class, () -> new ConcretePenalty(LOSS, penalty, 1));
      assertEquals(message, e.getMessage());
      e = assertThrows(IllegalArgumentException.class, () -> new ConcretePenalty(LOSS, 1, penalty));
      assertEquals(message, e.getMessage());
    }
    Layer last = Sequential.of(linear(4, 3), ConcreteDropout.of(.5));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ConcretePenalty(LOSS, 1, 1).on(last, X, T, TRAIN));
    assertEquals(
        "the rate of a concrete dropout is learned from the weights after it, but there are none after"
            + " ConcreteDropout(p = 0.5, learned, temperature 0.1): put a layer with"
            + " weights there, such as Linear",
        e.getMessage());
  }
}
