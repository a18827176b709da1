package dojo.optim;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.optim.LearningRateSchedule.Constant;
import dojo.optim.LearningRateSchedule.Cosine;
import dojo.optim.LearningRateSchedule.Stairs;
import dojo.optim.LearningRateSchedule.WarmUp;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  private static void assertFactors(LearningRateSchedule schedule, double... expected) {
    for (int step = 0; step < expected.length; step++) {
      assertEquals(expected[step], schedule.factor(step), 1e-15);
    }
  }

  @Test
  void the_factors_are_those_computed_by_hand() {
    assertFactors(new Constant(), 1, 1, 1);
    assertFactors(new Stairs(2, .5), 1, 1, .5, .5, .25, .25);
    assertFactors(new WarmUp(4), .25, .5, .75, 1, 1, 1);
    // ½·(1 + cos(π·step / 4)), then constant
    double root = Math.sqrt(.5);
    assertFactors(new Cosine(4), 1, (1 + root) / 2, .5, (1 - root) / 2, (1 - root) / 2);
    assertFactors(new WarmUp(2).times(new Stairs(2, .5)), .5, 1, .5, .5, .25);
  }

  @Test
  void a_scheduled_rule_learns_at_the_rate_of_its_step() {
    Scheduled rule = new Scheduled(Sgd.of(8), new Stairs(1, .5));
    List<Tensor> w = List.of(Tensor.zeros(1));
    Optimizer.State state = rule.start(w);
    for (float expected : new float[] {-8, -12, -14, -15}) {
      Optimizer.Step step = rule.step(w, List.of(Tensor.ones(1)), state);
      w = step.parameters();
      state = step.state();
      assertEquals(List.of(Tensor.full(expected, 1)), w);
    }
  }

  @Test
  void stairs_that_keep_all_of_the_rate_are_level() {
    assertEquals(1, new Stairs(2, 1).factor(7));
  }

  @Test
  void a_constant_schedule_changes_nothing() {
    List<Tensor> w = List.of(Tensor.ones(3));
    Adam adam = Adam.of(.1);
    assertEquals(
        adam.step(w, w, adam.start(w)),
        new Scheduled(adam, new Constant()).step(w, w, adam.start(w)));
  }

  @Test
  void settings_out_of_their_ranges_are_rejected() {
    assertRejected("a schedule needs at least 1 step, but had 0", () -> new Cosine(0));
    assertRejected("a schedule needs at least 1 step, but had -1", () -> new WarmUp(-1));
    assertRejected("a schedule needs at least 1 step, but had 0", () -> new Stairs(0, .5));
    assertRejected("gamma must be in (0, 1], but was 0.0", () -> new Stairs(1, 0));
    assertRejected("gamma must be in (0, 1], but was NaN", () -> new Stairs(1, Double.NaN));
  }
}
