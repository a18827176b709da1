package dojo.dropout;

import static dojo.support.Statistics.assertCoins;
import static dojo.support.Statistics.assertStandardNormal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.support.GradientCheck;
import dojo.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropConnectTest {
  private static final RandomKey KEY = RandomKey.of(2013);
  private static final Linear LINEAR =
      new Linear(Tensor.normal(KEY.split("W"), 5, 4), Tensor.normal(KEY.split("b"), 4));
  private static final Tensor X = Tensor.normal(KEY.split("x"), 3, 5);

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void every_example_is_multiplied_by_weights_of_its_own_mask(double p) {
    Tensor y = DropConnect.of(LINEAR, p).apply(X, Mode.train(KEY));
    for (int n = 0; n < 3; n++) {
      Tensor kept = Mask.sample(new DropRate(p), KEY.split(n), 5, 4).select(LINEAR.weight(), 1);
      Tensor expected = new Linear(kept, LINEAR.bias()).apply(X.rows(n), Mode.eval());
      assertEquals(expected, y.rows(n));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9, 1})
  void a_pass_under_the_masks_of_a_key_is_the_pass_under_that_key(double p) {
    DropConnect layer = DropConnect.of(LINEAR, p);
    List<Mask> masks =
        IntStream.range(0, 3)
            .mapToObj(n -> Mask.sample(new DropRate(p), KEY.split(n), 5, 4))
            .toList();
    Forward given = layer.forward(X, masks);
    Forward drawn = layer.forward(X, Mode.train(KEY));
    assertEquals(drawn.output(), given.output());
    Tensor g = Tensor.normal(KEY.split("g"), 3, 4);
    assertEquals(drawn.pullback().apply(g), given.pullback().apply(g));
  }

  @Test
  void masks_that_do_not_fit_are_refused() {
    DropConnect layer = DropConnect.of(LINEAR, .5);
    Mask one = Mask.of(Tensor.ones(5, 4));
    var e = assertThrows(IllegalArgumentException.class, () -> layer.forward(X, List.of(one)));
    assertEquals("every example needs a mask of its own, but there were 3 and 1", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> layer.forward(X, List.of(one, one, one, one)));
    assertEquals("every example needs a mask of its own, but there were 3 and 4", e.getMessage());
    Mask turned = Mask.of(Tensor.ones(4, 5));
    assertThrows(IllegalArgumentException.class, () -> layer.forward(X, List.of(one, one, turned)));
    e =
        assertThrows(
            IllegalArgumentException.class, () -> layer.withLayers(List.of(Dropout.of(.5))));
    assertEquals(layer + " has a Linear inside, but was given Dropout(p = 0.5)", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void evaluating_uses_the_mean_weights_and_all_biases(double p) {
    Tensor y = DropConnect.of(LINEAR, p).apply(X, Mode.eval());
    assertEquals(LINEAR.scaled(1 - p).apply(X, Mode.eval()), y);
    assertEquals(y, DropConnect.of(LINEAR, p).apply(X, Mode.eval()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void the_gradients_are_those_of_finite_differences(double p) {
    DropConnect layer = DropConnect.of(LINEAR, p);
    GradientCheck.check(layer, X, Mode.train(KEY));
    GradientCheck.check(layer, X, Mode.eval());
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void as_many_weights_are_kept_as_coins_would_keep(double p) {
    int n = 100_000; // with ones everywhere, an output counts the weights that are kept
    Linear ones = new Linear(Tensor.ones(10, 10), Tensor.zeros(10));
    Tensor y = DropConnect.of(ones, p).apply(Tensor.ones(n / 100, 10), Mode.train(KEY));
    assertCoins("weights kept at p = " + p, (long) y.sum(), n, 1 - p, KEY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void mean_and_variance_over_the_masks_are_q_x_w_and_p_q_x2_w2(double p) {
    int n = 20_000; // as many equal examples are as many masks
    Linear single = new Linear(Tensor.normal(KEY.split("W"), 40, 1), Tensor.full(.7, 1));
    DropConnect layer = DropConnect.of(single, p);
    Tensor x = Tensor.normal(KEY.split("x"), 1, 40);
    double mean = layer.apply(x, Mode.eval()).get(0, 0);
    double variance = layer.variance(x).get(0, 0);
    Tensor d = layer.apply(x.rows(new int[n]), Mode.train(KEY)).map(y -> (float) (y - mean));
    assertStandardNormal("Σ(y − mean)", d.sum() / Math.sqrt(n * variance), n, KEY);
    // the fourth central moment of a sum of independent terms: 3·variance² + Σ (x·w)⁴·κ₄
    double kappa = p * (1 - p) * (1 - 6 * p * (1 - p));
    Tensor terms = x.reshape(40).times(single.weight().reshape(40));
    double fourth =
        3 * variance * variance + terms.times(terms).times(terms).times(terms).sum() * kappa;
    double z = (d.times(d).sum() - n * variance) / Math.sqrt(n * (fourth - variance * variance));
    assertStandardNormal("Σ(y − mean)² at p = " + p, z, n, KEY);
  }

  @Test
  void a_bias_has_no_variance() {
    Linear linear = new Linear(Tensor.full(3, 1, 1), Tensor.full(100, 1));
    assertEquals(Tensor.full(9, 1, 1), DropConnect.of(linear, .5).variance(Tensor.full(2, 1, 1)));
  }

  @Test
  void the_draw_of_the_paper_has_the_mean_and_the_variance_of_the_masks() {
    int n = 20_000;
    DropConnect layer = DropConnect.of(LINEAR, .4);
    Tensor many = X.rows(new int[n]);
    Tensor mean = layer.apply(many, Mode.eval());
    Tensor sd = layer.variance(many).map(v -> (float) Math.sqrt(v));
    Tensor u = layer.momentMatched(many, KEY);
    assertEquals(u, layer.momentMatched(many, KEY));
    double z = 0;
    double z2 = 0;
    for (int i = 0; i < n * 4; i++) {
      double e = (u.get(i / 4, i % 4) - mean.get(i / 4, i % 4)) / sd.get(i / 4, i % 4);
      z += e;
      z2 += e * e - 1;
    }
    assertStandardNormal("Σε", z / Math.sqrt(4 * n), 4 * n, KEY);
    assertStandardNormal("Σ(ε² − 1)", z2 / Math.sqrt(8 * n), 4 * n, KEY);
  }

  @Test
  void a_rate_of_0_is_the_linear_layer_and_a_rate_of_1_leaves_the_biases() {
    DropConnect all = DropConnect.of(LINEAR, 0);
    assertEquals(LINEAR.apply(X, Mode.eval()), all.apply(X, Mode.train(KEY)));
    Tensor special = Tensor.full(Double.NaN, 2, 5);
    DropConnect none = DropConnect.of(LINEAR, 1);
    for (Mode mode : List.of(Mode.train(KEY), Mode.eval())) {
      Forward pass = none.forward(special, mode);
      assertEquals(LINEAR.apply(Tensor.zeros(2, 5), mode), pass.output());
      Gradients gradients = pass.pullback().apply(Tensor.ones(2, 4));
      assertEquals(Tensor.zeros(2, 5), gradients.input());
      assertEquals(List.of(Tensor.zeros(5, 4), Tensor.full(2, 4)), gradients.parameters());
    }
  }

  @Test
  void a_dropped_weight_adds_nothing_even_if_its_input_is_infinite() {
    Linear one = new Linear(Tensor.ones(1, 200), Tensor.zeros(200));
    Tensor y = DropConnect.of(one, .5).apply(Tensor.full(1 / 0.0, 1, 1), Mode.train(KEY));
    Tensor m = Mask.sample(new DropRate(.5), KEY.split(0), 1, 200).toTensor();
    assertEquals(m.map(v -> v == 0 ? 0f : Float.POSITIVE_INFINITY), y);
  }

  @Test
  void a_fresh_key_gives_other_masks_and_a_batch_of_none_an_empty_answer() {
    DropConnect layer = DropConnect.of(LINEAR, .5);
    Tensor y = layer.apply(X, Mode.train(KEY));
    assertEquals(y, layer.apply(X, Mode.train(KEY)));
    assertNotEquals(y, layer.apply(X, Mode.train(KEY.split(9))));
    assertEquals(Tensor.zeros(0, 4), layer.apply(Tensor.zeros(0, 5), Mode.train(KEY)));
  }

  @Test
  void parameters_are_those_of_the_linear_layer_and_the_rate_can_be_changed() {
    DropConnect layer = DropConnect.of(LINEAR, .5);
    assertEquals(LINEAR.parameters(), layer.parameters());
    List<Tensor> others = List.of(Tensor.ones(5, 4), Tensor.zeros(4));
    assertEquals(others, layer.withParameters(others).parameters());
    assertEquals(DropConnect.of(LINEAR, .3), layer.withRate(new DropRate(.3)));
    assertEquals("DropConnect(p = 0.5, the weights of Linear(5 → 4))", layer.toString());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    for (double p : new double[] {0, .5, 1}) {
      DropConnect layer = DropConnect.of(LINEAR, p);
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> layer.apply(Tensor.ones(3, 4), Mode.train(KEY)));
      assertEquals("the input must be [batch, 5], but its shape was [3, 4]", e.getMessage());
    }
    var pullback = DropConnect.of(LINEAR, .5).forward(X, Mode.train(KEY)).pullback();
    var e = assertThrows(IllegalArgumentException.class, () -> pullback.apply(Tensor.ones(4, 3)));
    assertEquals(
        "the gradient must be [3, 4], but its shape was [4, 3]"
            + ": pass the gradient of the loss at this output",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> DropConnect.of(LINEAR, -1));
    assertEquals("drop rate must be in [0, 1], but was -1.0", e.getMessage());
  }
}
