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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every optimizer: it is a value, and so is its state. */
class EveryOptimizerTest {
  private static final RandomKey KEY = RandomKey.of(17);
  private static final Tensor WEIGHTS = Tensor.ofRows(new float[] {3, 1}, new float[] {-4, 2});
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
}
