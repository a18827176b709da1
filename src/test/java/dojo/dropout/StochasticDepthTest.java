package dojo.dropout;

import static dojo.support.Statistics.assertCoins;
import static dojo.support.Statistics.assertStandardNormal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.BatchNorm;
import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StochasticDepthTest {
  private static final RandomKey KEY = RandomKey.of(54);
  private static final Linear F = new Linear(Tensor.normal(KEY.split("W"), 4, 4), Tensor.ones(4));
  private static final Tensor X = Tensor.normal(KEY.split("x"), 6, 4);

  @Test
  void calibrating_draws_the_noise_of_a_training_pass() {
    Sequential branch = Sequential.of(Dropout.of(.5), BatchNorm.of(3));
    Tensor x = Tensor.normal(KEY.split("x"), 8, 3);
    Mode mode = Mode.train(KEY);
    StochasticDepth ready = StochasticDepth.of(branch, 0).calibrated(x, mode);
    assertEquals(
        BatchNorm.of(3).calibrated(Dropout.of(.5).apply(x, mode.split(0).split(0)), mode),
        ready.branch().layers().get(1));
  }

  @Test
  void another_rate_leaves_what_a_coin_decides_about() {
    Layer branch = new Relu();
    DropRate other = new DropRate(.5);
    assertEquals(StochasticDepth.of(branch, .5), StochasticDepth.of(branch, .2).withRate(other));
    assertEquals(
        StochasticDepth.ofBatch(branch, .5), StochasticDepth.ofBatch(branch, .2).withRate(other));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void every_example_passes_the_branch_or_stays_what_it_is(double p) {
    Tensor y = StochasticDepth.of(F, p).apply(X, Mode.train(KEY));
    Tensor f = F.apply(X, Mode.eval());
    for (int n = 0; n < 6; n++) {
      for (int j = 0; j < 4; j++) {
        float passed = (float) (X.get(n, j) + f.get(n, j) * (1 / (1 - p)));
        assertEquals(KEY.uniform(n) < 1 - p ? passed : X.get(n, j), y.get(n, j));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void evaluating_adds_the_branch_to_its_input(double p) {
    Tensor expected = X.plus(F.apply(X, Mode.eval()));
    assertEquals(expected, StochasticDepth.of(F, p).apply(X, Mode.eval()));
    assertEquals(expected, StochasticDepth.ofBatch(F, p).apply(X, Mode.eval()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void the_gradients_are_those_of_finite_differences(double p) {
    Layer branch =
        Sequential.of(Linear.he(4, 5, KEY.split(1)), new Relu(), Linear.he(5, 4, KEY.split(2)));
    for (RandomKey key : List.of(KEY, KEY.split(1), KEY.split(2))) {
      GradientCheck.check(StochasticDepth.of(branch, p), X, Mode.train(key));
      GradientCheck.check(StochasticDepth.ofBatch(branch, p), X, Mode.train(key));
    }
    GradientCheck.check(StochasticDepth.of(branch, p), X, Mode.eval());
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void as_many_examples_pass_as_coins_would_let_and_the_expected_value_is_x_plus_f(double p) {
    int n = 100_000;
    Linear one = new Linear(Tensor.zeros(1, 1), Tensor.ones(1)); // f(x) = 1
    Tensor y = StochasticDepth.of(one, p).apply(Tensor.zeros(n, 1), Mode.train(KEY));
    assertCoins("examples passed", (long) y.map(v -> v == 0 ? 0 : 1).sum(), n, 1 - p, KEY);
    assertStandardNormal("Σ(y − 1)", (y.sum() - n) / Math.sqrt(n * p / (1 - p)), n, KEY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void one_coin_decides_for_a_whole_batch_and_a_skipped_branch_is_not_called(double p) {
    int n = 10_000;
    List<Mode> seen = new ArrayList<>();
    Layer spy =
        (x, mode) -> {
          seen.add(mode);
          return Forward.of(Tensor.ones(x.shape()), dy -> dy);
        };
    StochasticDepth layer = StochasticDepth.ofBatch(spy, p);
    Tensor zeros = Tensor.zeros(2, 3);
    for (int i = 0; i < n; i++) {
      int before = seen.size();
      Tensor y = layer.apply(zeros, Mode.train(KEY.split(i)));
      if (seen.size() == before) {
        assertSame(zeros, y);
      } else {
        assertEquals(Mode.train(KEY.split(i).split(0)), seen.get(before));
        assertEquals(Tensor.full((float) (1 / (1 - p)), 2, 3), y);
      }
    }
    assertCoins("batches passed at p = " + p, seen.size(), n, 1 - p, KEY);
  }

  @Test
  void a_skipped_branch_changes_no_bit_and_has_gradients_of_zero() {
    for (Layer layer : List.of(StochasticDepth.of(F, 1), StochasticDepth.ofBatch(F, 1))) {
      for (float special : new float[] {-0f, Float.NaN, Float.POSITIVE_INFINITY}) {
        Tensor x = Tensor.full(special, 3, 4);
        Forward pass = layer.forward(x, Mode.train(KEY));
        assertSame(x, pass.output());
        assertSame(x, pass.pullback().apply(x).input());
        assertEquals(
            List.of(Tensor.zeros(4, 4), Tensor.zeros(4)), pass.pullback().apply(x).parameters());
      }
    }
    // in a mixed batch, too, a skipped example stays −0.0, and forgets a branch that is NaN
    Layer broken = (x, mode) -> Forward.of(Tensor.full(Double.NaN, x.shape()), dy -> dy);
    Tensor x = Tensor.full(-0.0, 500, 1);
    Tensor m = Mask.sample(new DropRate(.5), KEY, 500, 1).toTensor();
    assertEquals(
        m.map(v -> v == 0 ? -0f : Float.NaN),
        StochasticDepth.of(broken, .5).apply(x, Mode.train(KEY)));
  }

  @Test
  void nothing_in_gives_nothing_out() {
    Tensor none = Tensor.zeros(0, 4);
    for (Mode mode : List.of(Mode.train(KEY), Mode.eval())) {
      assertEquals(none, StochasticDepth.of(F, .5).apply(none, mode));
      assertEquals(none, StochasticDepth.ofBatch(F, .5).apply(none, mode));
    }
  }

  /** Huang et al. (2016): (3L − 1)/4 for L = 54. */
  @Test
  void linear_rates_let_three_quarters_of_a_deep_net_pass() {
    List<DropRate> rates = StochasticDepth.linearRates(54, .5);
    assertEquals(54, rates.size());
    assertEquals(new DropRate(.5 / 54), rates.get(0));
    assertEquals(new DropRate(.5), rates.get(53));
    assertEquals(40.25, StochasticDepth.expectedDepth(rates), 1e-12);
    assertEquals(Collections.nCopies(3, new DropRate(0)), StochasticDepth.linearRates(3, 0));
  }

  @Test
  void the_depth_of_a_net_in_training_is_that_expected() {
    List<DropRate> rates = StochasticDepth.linearRates(54, .5);
    Linear one = new Linear(Tensor.zeros(1, 1), Tensor.ones(1));
    double sum = 0;
    double variance = 0;
    int n = 10_000;
    for (int l = 0; l < 54; l++) {
      DropRate rate = rates.get(l);
      Tensor y =
          new StochasticDepth(one, rate, StochasticDepth.Coin.PER_EXAMPLE)
              .apply(Tensor.zeros(n, 1), mode(l));
      sum += y.map(v -> v == 0 ? 0 : 1).sum();
      variance += n * rate.p() * rate.keep();
    }
    assertStandardNormal("depths", (sum - n * 40.25) / Math.sqrt(variance), 54 * n, KEY);
  }

  private static Mode mode(int layer) {
    return Mode.train(KEY).split(layer);
  }

  @Test
  void the_branch_can_be_seen_and_changed_and_its_parameters_too() {
    StochasticDepth layer = StochasticDepth.of(F, .5);
    assertEquals(F.parameters(), layer.parameters());
    List<Tensor> others = List.of(Tensor.ones(4, 4), Tensor.zeros(4));
    assertEquals(others, layer.withParameters(others).parameters());
    assertEquals(List.of(F), layer.layers());
    assertEquals(StochasticDepth.of(new Relu(), .5), layer.withLayers(List.of(new Relu())));
    assertEquals(StochasticDepth.of(F, .3), layer.withRate(new DropRate(.3)));
    assertTrue(layer.isRandom());
    assertFalse(StochasticDepth.of(F, 0).isRandom());
    assertTrue(StochasticDepth.of(Dropout.of(.5), 0).isRandom());
  }

  @Test
  void printing_tells_the_rate_and_the_branch() {
    assertEquals(
        "StochasticDepth(p = 0.2, skips Linear(4 → 4))", StochasticDepth.of(F, .2).toString());
    assertEquals(
        "StochasticDepth(p = 0.2, whole batches, skips Relu)",
        StochasticDepth.ofBatch(new Relu(), .2).toString());
  }

  @Test
  void an_input_without_examples_to_throw_a_coin_for_is_rejected() {
    for (StochasticDepth layer :
        List.of(StochasticDepth.of(new Relu(), .5), StochasticDepth.ofBatch(new Relu(), .5))) {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> layer.forward(Tensor.full(1), Mode.eval()));
      assertEquals(
          "the input must be [batch, …], one example per entry of the first axis, but its shape was"
              + " []",
          e.getMessage());
    }
  }

  @Test
  void what_does_not_fit_is_rejected() {
    StochasticDepth wide = StochasticDepth.of(Linear.he(4, 5, KEY), .1);
    var e = assertThrows(IllegalArgumentException.class, () -> wide.apply(X, Mode.eval()));
    assertEquals(
        "a block with a skip connection must keep the shape of its input, but made [6, 5] of [6, 4]",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> wide.withLayers(List.of()));
    assertEquals(
        "StochasticDepth(p = 0.1, skips Linear(4 → 5)) has one layer inside, but was given 0",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> StochasticDepth.of(F, 1.5));
    assertEquals("drop rate must be in [0, 1], but was 1.5", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> StochasticDepth.linearRates(0, .5));
    assertEquals("branches must be at least 1, but were 0", e.getMessage());
  }
}
