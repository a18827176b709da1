package dojo.dropout;

import static dojo.support.Statistics.assertCoins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.Gradients;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcreteDropoutTest {
  private static final RandomKey KEY = RandomKey.of(1705);

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void each_unit_is_multiplied_by_a_relaxed_coin(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 1000);
    Tensor y = ConcreteDropout.of(p).apply(x, Mode.train(KEY));
    for (int i = 0; i < 1000; i++) {
      double u = KEY.uniform(i);
      double drop = Math.log(p) - Math.log(1 - p) + Math.log(u) - Math.log(1 - u);
      double k = 1 - 1 / (1 + Math.exp(-drop / .1)); // the formula of the paper
      assertEquals(x.get(i) * k / (1 - p), y.get(i), 1e-5 * Math.abs(x.get(i) / (1 - p)));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void more_than_half_of_a_unit_is_kept_exactly_with_probability_q(double p) {
    int n = 100_000; // k > ½ when logit(u) < −λ: when u < q
    Tensor y = ConcreteDropout.of(p).apply(Tensor.ones(n), Mode.train(KEY));
    long kept = (long) y.map(v -> v * (1 - p) > .5 ? 1 : 0).sum();
    assertCoins("mostly kept at p = " + p, kept, n, 1 - p, KEY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void a_cold_coin_is_a_coin_of_dropout(double p) {
    Tensor x = Tensor.normal(KEY.split("x"), 1000);
    Tensor cold =
        new ConcreteDropout(ConcreteDropout.of(p).logit(), 1e-9).apply(x, Mode.train(KEY));
    float[] expected = Dropout.of(p).apply(x, Mode.train(KEY)).toArray();
    for (int i = 0; i < 1000; i++) {
      assertEquals(expected[i], cold.get(i), 1e-5);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.5", "0.4, 0.5", "0.5, 0.5", "0.9, 0.5", "0.4, 0.1", "0.5, 2"})
  void the_gradients_are_those_of_finite_differences(double p, double temperature) {
    ConcreteDropout layer = new ConcreteDropout(ConcreteDropout.of(p).logit(), temperature);
    Tensor x = Tensor.normal(KEY.split("x"), 2, 3);
    GradientCheck.check(layer, x, Mode.train(KEY));
    GradientCheck.check(layer, x, Mode.eval());
    Sequential net =
        Sequential.of(
            Linear.he(3, 6, KEY.split(0)), new Relu(), layer, Linear.he(6, 2, KEY.split(1)));
    GradientCheck.check(net, x, Mode.train(KEY));
  }

  @ParameterizedTest
  @ValueSource(doubles = {.01, .1, .4, .5, .9})
  void the_penalty_is_that_of_the_authors_code_and_its_gradients_those_of_differences(double p) {
    ConcreteDropout layer = ConcreteDropout.of(p);
    ConcreteDropout.Penalty penalty = layer.penalty(.01, 30, .02, 8);
    double entropy = p * Math.log(p) + (1 - p) * Math.log(1 - p);
    assertEquals(.01 * 30 / (1 - p) + .02 * 8 * entropy, penalty.value(), 1e-6);
    GradientCheck.check(
        "logit",
        at -> new ConcreteDropout(at, .1).penalty(.01, 30, .02, 8).value(),
        layer.logit(),
        Tensor.full(penalty.logitGradient(), 1));
    // ‖W‖² grows by 2W·dW
    double slope = (layer.penalty(.01, 30.001, .02, 8).value() - penalty.value()) / .001;
    assertEquals(2 * slope, penalty.weightFactor(), 1e-6);
  }

  @Test
  void the_entropy_asks_for_a_rate_of_one_half_and_the_weights_for_a_small_one() {
    assertEquals(0, ConcreteDropout.of(.5).penalty(0, 30, 1, 8).logitGradient());
    assertTrue(ConcreteDropout.of(.3).penalty(0, 30, 1, 8).logitGradient() < 0);
    assertTrue(ConcreteDropout.of(.7).penalty(0, 30, 1, 8).logitGradient() > 0);
    assertTrue(ConcreteDropout.of(.3).penalty(1, 30, 0, 8).logitGradient() > 0);
  }

  @Test
  void evaluating_changes_nothing() {
    Tensor x = Tensor.of(new float[] {1, -0f, Float.NaN, Float.POSITIVE_INFINITY}, 4);
    ConcreteDropout layer = ConcreteDropout.of(.4);
    assertSame(x, layer.apply(x, Mode.eval()));
    assertEquals(
        new Gradients(x, List.of(Tensor.zeros(1))),
        layer.forward(x, Mode.eval()).pullback().apply(x));
  }

  @Test
  void the_same_key_gives_the_same_noise_and_nothing_in_nothing_out() {
    Tensor x = Tensor.normal(KEY.split("x"), 100);
    ConcreteDropout layer = ConcreteDropout.of(.4);
    assertEquals(layer.apply(x, Mode.train(KEY)), layer.apply(x, Mode.train(KEY)));
    assertNotEquals(layer.apply(x, Mode.train(KEY)), layer.apply(x, Mode.train(KEY.split(1))));
    Tensor none = Tensor.zeros(0, 3);
    assertEquals(none, layer.apply(none, Mode.train(KEY)));
  }

  @ParameterizedTest
  @ValueSource(floats = {-1000, -40, 40, 1000})
  void extreme_logits_stay_numbers(float logit) {
    ConcreteDropout layer = new ConcreteDropout(Tensor.full(logit, 1), .1);
    assertTrue(layer.rate().p() >= 0 && layer.rate().p() <= 1);
    Tensor y = layer.apply(Tensor.ones(100), Mode.train(KEY));
    for (float v : y.toArray()) {
      assertTrue(v >= 0 && v < Float.POSITIVE_INFINITY, layer + " gives " + v);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void the_gradients_of_the_coldest_coins_are_numbers(double p) {
    ConcreteDropout layer = new ConcreteDropout(ConcreteDropout.of(p).logit(), 1e-30);
    Tensor x = Tensor.normal(KEY.split("x"), 1000);
    Gradients g = layer.forward(x, Mode.train(KEY)).pullback().apply(x);
    assertTrue(Float.isFinite(g.parameters().get(0).get(0)), layer + " gives " + g.parameters());
  }

  /** 0·log 0 is 0 here. */
  @Test
  void a_rate_that_rounds_to_0_has_no_entropy() {
    ConcreteDropout layer = new ConcreteDropout(Tensor.full(-1000, 1), .1);
    assertEquals(new ConcreteDropout.Penalty(60, 0, 4), layer.penalty(2, 30, 1, 8));
  }

  @Test
  void the_rate_is_a_parameter_and_is_printed() {
    ConcreteDropout layer = ConcreteDropout.of(.5);
    assertEquals(List.of(Tensor.zeros(1)), layer.parameters());
    ConcreteDropout other = layer.withParameters(List.of(Tensor.full(2, 1)));
    assertEquals(1 / (1 + Math.exp(-2)), other.rate().p(), 1e-15);
    assertTrue(layer.isRandom());
    assertEquals("ConcreteDropout(p = 0.5, learned, temperature 0.1)", layer.toString());
  }

  @Test
  void a_penalty_of_0_is_0_at_every_rate_and_none_is_NaN() {
    for (float logit : new float[] {-1e30f, -800, 0, 800, 1e30f, Float.POSITIVE_INFINITY}) {
      ConcreteDropout layer = new ConcreteDropout(Tensor.full(logit, 1), .1);
      ConcreteDropout.Penalty none = layer.penalty(0, 30, 0, 8);
      assertEquals(0, none.value() + none.logitGradient() + none.weightFactor(), "at " + logit);
      ConcreteDropout.Penalty penalty = layer.penalty(.01, 30, .02, 8);
      assertFalse(Double.isNaN(penalty.value()), "at " + logit);
      assertFalse(Double.isNaN(penalty.logitGradient()), "at " + logit);
    }
  }

  @Test
  void what_makes_no_sense_is_rejected() {
    for (double p : new double[] {0, 1, -1, Double.NaN}) {
      var e = assertThrows(IllegalArgumentException.class, () -> ConcreteDropout.of(p));
      assertEquals("a learned drop rate must be in (0, 1), but was " + p, e.getMessage());
    }
    var e =
        assertThrows(IllegalArgumentException.class, () -> new ConcreteDropout(Tensor.zeros(1), 0));
    assertEquals("temperature must be above 0 and finite, but was 0.0", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> new ConcreteDropout(Tensor.zeros(1), 1e-320));
    assertEquals(
        "temperature must be at least 1.0E-30, or slopes are infinite, but was 1.0E-320",
        e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> new ConcreteDropout(Tensor.zeros(2), .1));
    assertEquals("the logit must be one number, [1], but its shape was [2]", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> ConcreteDropout.of(.4).withParameters(List.of()));
  }
}
