package dojo.optim;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every optimizer: it is a value, and so is its state. */
class EveryOptimizerTest {
  private static final RandomKey KEY = RandomKey.of(17);
  private static final Tensor WEIGHTS = Tensor.ofRows(new float[] {3, 1}, new float[] {-4, 2});
  private static final Choice FIRST = (index, parameter) -> index == 0;
  private static final Tensor BIASES = Tensor.of(new float[] {30, -40}, 2);

  static Stream<Optimizer> rules() {
    return Stream.of(
        new Sgd(.1, .9),
        Sgd.nesterov(.1, .9),
        Adam.of(.1),
        AdamW.of(.1, .01),
        new WeightDecay(new Sgd(.1, .9), .01),
        AdamW.of(.1, .01).withChoice(Choice.all()),
        new WeightDecay(new Sgd(.1, .9), .01).withChoice(Choice.all()),
        new MaxNorm(Adam.of(.1), 2),
        new MaxNorm(Adam.of(.1), 2).withChoice(FIRST),
        new ClippedNorm(Adam.of(.1), 1),
        new Scheduled(Adam.of(.1), new LearningRateSchedule.WarmUp(3)),
        new MaxNorm(new WeightDecay(new ClippedNorm(new Sgd(.1, .9), 1), .01), 2));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_step_changes_neither_its_arguments_nor_the_optimizer(Optimizer rule) {
    List<Tensor> w = List.of(Tensor.normal(KEY, 2, 3), Tensor.normal(KEY, 3));
    List<Tensor> g = List.of(Tensor.full(2, 2, 3), Tensor.full(1, 3));
    Optimizer.State start = rule.start(w);
    Optimizer.Step once = rule.step(w, g, start);
    assertEquals(once, rule.step(w, g, start));
    assertEquals(List.of(Tensor.normal(KEY, 2, 3), Tensor.normal(KEY, 3)), w);
    assertEquals(List.of(Tensor.full(2, 2, 3), Tensor.full(1, 3)), g);
    assertEquals(rule.start(w), start);
    assertEquals(1, once.state().steps());
    assertNotEquals(w, once.parameters());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void an_optimizer_slowed_continues_from_the_same_states(Optimizer rule) {
    List<Tensor> w = List.of(Tensor.normal(KEY, 2, 3));
    List<Tensor> g = List.of(Tensor.full(2, 2, 3));
    assertEquals(rule, rule.slowed(1));
    assertNotEquals(rule, rule.slowed(.5));
    Optimizer.State state = rule.step(w, g, rule.start(w)).state();
    assertEquals(
        rule.step(w, g, state).state(),
        rule.slowed(.5).step(w, g, state).state()); // only the step is smaller
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_state_of_another_model_is_refused(Optimizer rule) {
    List<Tensor> one = List.of(WEIGHTS);
    List<Tensor> two = List.of(WEIGHTS, BIASES);
    for (Optimizer.State foreign : List.of(rule.start(two), new Optimizer.State(7, List.of()))) {
      var e = assertThrows(IllegalArgumentException.class, () -> rule.step(one, one, foreign));
      assertTrue(
          e.getMessage().startsWith("this optimizer remembers tensors of the shapes [[2, 2]")
              && e.getMessage()
                  .endsWith(
                      ": take the state that start or the last step returned for the same model"),
          e.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_gradient_that_is_missing_or_does_not_fit_is_refused(Optimizer rule) {
    List<Tensor> parameters = List.of(WEIGHTS, BIASES);
    List<Tensor> turned = List.of(Tensor.zeros(4), Tensor.zeros(2)); // as many numbers
    List<List<Tensor>> wrong =
        List.of(turned, List.of(WEIGHTS), List.of(WEIGHTS, BIASES, BIASES), List.of());
    for (List<Tensor> gradients : wrong) {
      String shapes = gradients.stream().map(g -> Arrays.toString(g.shape())).toList().toString();
      assertRejected(
          "every parameter needs a gradient of its shape, [[2, 2], [2]], but the gradients were "
              + shapes
              + ": take those of a backward pass of the same model",
          () -> rule.step(parameters, gradients, rule.start(parameters)));
    }
  }

  /** In float32 these are 0, 1 or infinite, and 0/0, 0·∞ or a velocity without end would follow. */
  @Test
  void what_float32_cannot_hold_is_refused_before_the_first_step() {
    String small = " must be at least 1.4E-45, below which a float32 is 0, but was ";
    String large = " must be at most 3.4028235E38, the largest float32, but was ";
    String one = " must be at most 0.99999994, above which a float32 is 1, but was ";
    assertRejected("learning rate" + small + "1.0E-50", () -> Sgd.of(1e-50));
    assertRejected("learning rate" + large + "1.0E39", () -> Sgd.of(1e39));
    assertRejected("momentum" + one + "0.99999999", () -> new Sgd(.1, .99999999));
    assertRejected("learning rate" + large + "1.0E39", () -> Adam.of(1e39));
    assertRejected("beta1" + one + "0.99999999", () -> new Adam(.1, .99999999, .9, 1e-8));
    assertRejected("beta2" + one + "0.99999999", () -> new Adam(.1, .9, .99999999, 1e-8));
    assertRejected("epsilon" + small + "1.0E-50", () -> new Adam(1e-3, .9, .999, 1e-50));
    assertRejected("epsilon" + large + "1.0E39", () -> new Adam(1e-3, .9, .999, 1e39));
    assertRejected(
        "epsilon · √(1 - beta2)" + small + "6.25E-46", // of the first step
        () -> new Adam(1e-3, .5, 1 - 0x1p-24, 4096 * 6.25e-46));
    assertRejected(
        "learning rate / (1 - beta1)" + large + "1.0E39", () -> new Adam(2.5e38, .75, .9, 1));
    assertRejected("weight decay" + large + "1.0E39", () -> new WeightDecay(Sgd.of(.1), 1e39));
    assertRejected("weight decay" + small + "1.0E-50", () -> new WeightDecay(Sgd.of(.1), 1e-50));
    assertRejected("weight decay" + large + "1.0E50", () -> AdamW.of(1e-3, 1e50));
    assertRejected("learning rate · weight decay" + large + "1.6E39", () -> AdamW.of(16, 1e38));
    assertRejected("max norm" + small + "1.0E-50", () -> new MaxNorm(Sgd.of(.1), 1e-50));
    assertRejected(
        "largest gradient norm" + small + "1.0E-50", () -> new ClippedNorm(Sgd.of(.1), 1e-50));
    assertRejected(
        "learning rate" + large + "1.0000000000000001E39",
        () -> new Scheduled(Sgd.of(1e30), step -> step < 3 ? 1 : 1e9).requireSteps(4));
  }

  static Stream<Optimizer> extremes() {
    double least = Float.MIN_VALUE;
    return Stream.of(
        Sgd.of(least),
        new Sgd(1e-3, Math.nextDown(1f)),
        Adam.of(least),
        new Adam(1e-3, Math.nextDown(1f), Math.nextDown(1f), 1e-8),
        new Adam(1e-3, 0, 0, least),
        new Adam(1e-3, .9, .999, 1e38),
        AdamW.of(least, least),
        new MaxNorm(Sgd.of(1e-3), least),
        new ClippedNorm(Sgd.of(1e-3), least));
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void settings_at_the_ends_of_float32_make_steps_that_are_numbers(Optimizer rule) {
    List<Tensor> w = List.of(Tensor.ones(1, 2));
    List<Tensor> g = List.of(Tensor.ofRows(new float[] {0, 1})); // 0: the weight of a dead unit
    Optimizer.State state = rule.start(w);
    for (int step = 0; step < 3; step++) {
      Optimizer.Step next = rule.step(w, g, state);
      w = next.parameters();
      state = next.state();
      for (float number : w.get(0).toArray()) {
        assertTrue(Float.isFinite(number), rule + " gives " + w);
      }
    }
  }
}
