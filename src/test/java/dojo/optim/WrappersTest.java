package dojo.optim;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that change the steps of another rule. */
class WrappersTest {
  private static final RandomKey KEY = RandomKey.of(17);
  private static final Tensor WEIGHTS = Tensor.ofRows(new float[] {3, 1}, new float[] {-4, 2});
  private static final Tensor BIASES = Tensor.of(new float[] {30, -40}, 2);
  private static final List<Tensor> PARAMETERS = List.of(WEIGHTS, BIASES);
  private static final List<Tensor> NO_SLOPE = List.of(Tensor.zeros(2, 2), Tensor.zeros(2));

  private static List<Tensor> step(Optimizer optimizer, List<Tensor> gradients) {
    return optimizer.step(PARAMETERS, gradients, optimizer.start(PARAMETERS)).parameters();
  }

  @Test
  void weight_decay_shrinks_weights_and_leaves_biases() {
    // 1 − η·λ = 1 − 0.5·0.25
    assertEquals(
        List.of(WEIGHTS.times(0.875), BIASES), step(new WeightDecay(Sgd.of(.5), .25), NO_SLOPE));
  }

  @Test
  void weight_decay_follows_the_gradient_of_its_penalty() {
    List<Tensor> g = List.of(Tensor.full(2, 2, 2), Tensor.full(8, 2));
    List<Tensor> expected =
        List.of(
            Tensor.ofRows(new float[] {3 - 1.375f, 1 - 1.125f}, new float[] {-4 - .5f, 2 - 1.25f}),
            Tensor.of(new float[] {26, -44}, 2));
    assertEquals(expected, step(new WeightDecay(Sgd.of(.5), .25), g));
  }

  @Test
  void the_parameters_that_decay_can_be_chosen() {
    // 1 − η·λ = 1 − 0.5·0.25
    List<Tensor> both = List.of(WEIGHTS.times(0.875), BIASES.times(0.875));
    List<Tensor> last = List.of(WEIGHTS, BIASES.times(0.875));
    WeightDecay decay = new WeightDecay(Sgd.of(.5), .25);
    assertEquals(both, step(decay.withChoice(Choice.all()), NO_SLOPE));
    assertEquals(last, step(decay.withChoice((i, w) -> i == 1), NO_SLOPE));
    assertEquals(PARAMETERS, step(decay.withChoice((i, w) -> false), NO_SLOPE));
    AdamW adam = AdamW.of(.5, .25);
    assertEquals(both, step(adam.withChoice(Choice.all()), NO_SLOPE));
    assertEquals(last, step(adam.withChoice((i, w) -> i == 1), NO_SLOPE));
    assertEquals(adam, adam.withChoice(Choice.all()).withChoice(Choice.weights()));
    assertEquals(decay, decay.withChoice(Choice.all()).withChoice(Choice.weights()));
  }

  @Test
  void the_parameters_that_are_kept_short_can_be_chosen() {
    MaxNorm rule = new MaxNorm(Sgd.of(.5), 2.5);
    assertEquals(PARAMETERS, step(rule.withChoice((i, w) -> i > 1), NO_SLOPE));
    assertEquals(rule, rule.withChoice(Choice.all()).withChoice(Choice.weights()));
    assertRejected(
        "max norm needs weights [in, out], but the shape of one was [2]: leave it out with"
            + " withChoice",
        () -> step(rule.withChoice(Choice.all()), NO_SLOPE));
    List<Tensor> filters = List.of(Tensor.ones(2, 2, 2), WEIGHTS);
    MaxNorm matrices = rule.withChoice((i, w) -> w.shape().length == 2);
    assertEquals(
        List.of(filters.get(0), Tensor.ofRows(new float[] {1.5f, 1}, new float[] {-2, 2})),
        matrices
            .step(
                filters,
                List.of(Tensor.zeros(2, 2, 2), Tensor.zeros(2, 2)),
                matrices.start(filters))
            .parameters());
  }

  @Test
  void max_norm_shortens_long_columns_only() {
    // the first column has the length 5, the second √5 = 2.2; the length of the biases is 50
    assertEquals(
        List.of(Tensor.ofRows(new float[] {1.5f, 1}, new float[] {-2, 2}), BIASES),
        step(new MaxNorm(Sgd.of(.5), 2.5), NO_SLOPE));
  }

  @Test
  void max_norm_holds_after_every_step() {
    MaxNorm rule = new MaxNorm(Sgd.of(.5), 1);
    List<Tensor> w = List.of(Tensor.normal(KEY, 6, 4));
    Optimizer.State state = rule.start(w);
    for (int t = 0; t < 10; t++) {
      Optimizer.Step step = rule.step(w, List.of(Tensor.normal(KEY.split(t), 6, 4)), state);
      w = step.parameters();
      state = step.state();
      for (int j = 0; j < 4; j++) {
        double square = 0;
        for (int i = 0; i < 6; i++) {
          square += w.get(0).get(i, j) * w.get(0).get(i, j);
        }
        assertTrue(Math.sqrt(square) <= 1 + 1e-6); // six numbers, each rounded to float32
      }
    }
  }

  @Test
  void adamw_takes_the_step_of_adam_and_a_fraction_of_the_weight() {
    List<Tensor> g = List.of(Tensor.full(2, 2, 2), Tensor.full(8, 2));
    List<Tensor> adam = step(Adam.of(.5), g);
    // η·λ = 0.5·0.25
    assertEquals(
        List.of(adam.get(0).minus(WEIGHTS.times(.125)), adam.get(1)), step(AdamW.of(.5, .25), g));
  }

  @Test
  void three_steps_of_adamw_are_those_of_another_program() {
    // algorithm 2 of the paper in float64 (NumPy): η = .1, λ = .05, from w = 1
    float[] gradients = {0.5f, -0.25f, 2};
    double[] expected = {0.895000002, 0.8638912987078463, 0.7925070780256637};
    AdamW rule = AdamW.of(.1, .05);
    List<Tensor> w = List.of(Tensor.ones(1, 1));
    Optimizer.State state = rule.start(w);
    for (int t = 0; t < 3; t++) {
      Optimizer.Step step = rule.step(w, List.of(Tensor.full(gradients[t], 1, 1)), state);
      w = step.parameters();
      state = step.state();
      assertEquals(expected[t], w.get(0).get(0, 0), 1e-6);
    }
  }

  @Test
  void clipping_shortens_a_long_gradient_by_one_factor_for_all_parameters() {
    // the length is √(4·1² + 2·4²) = 6
    List<Tensor> g = List.of(Tensor.full(1, 2, 2), Tensor.full(-4, 2));
    assertEquals(
        List.of(WEIGHTS.minus(Tensor.full(.5, 2, 2)), BIASES.minus(Tensor.full(-2, 2))),
        step(new ClippedNorm(Sgd.of(1), 3), g));
    assertEquals(step(Sgd.of(1), g), step(new ClippedNorm(Sgd.of(1), 6), g));
  }

  @Test
  void a_gradient_without_a_direction_is_not_mended() {
    List<Tensor> g = List.of(Tensor.full(Double.NaN, 2, 2), Tensor.zeros(2));
    assertEquals(
        List.of(Tensor.full(Double.NaN, 2, 2), BIASES), step(new ClippedNorm(Sgd.of(1), 3), g));
  }

  @Test
  void settings_out_of_their_ranges_are_rejected() {
    assertRejected(
        "weight decay must be at least 0 and finite, but was -0.5",
        () -> new WeightDecay(Sgd.of(1), -.5));
    assertRejected(
        "weight decay must be at least 0 and finite, but was NaN", () -> AdamW.of(1, Double.NaN));
    assertRejected(
        "weight decay must be at least 0 and finite, but was Infinity",
        () -> new WeightDecay(Sgd.of(1), Double.POSITIVE_INFINITY));
    assertRejected(
        "max norm must be above 0 and finite, but was 0.0", () -> new MaxNorm(Sgd.of(1), 0));
    assertRejected(
        "largest gradient norm must be above 0 and finite, but was NaN",
        () -> new ClippedNorm(Sgd.of(1), Double.NaN));
    assertRejected(
        "max norm needs weights [in, out], but the shape of one was [2, 2, 2]: leave it out with"
            + " withChoice",
        () -> new MaxNorm(Sgd.of(1), 1).projected(Tensor.zeros(2, 2, 2)));
  }
}
