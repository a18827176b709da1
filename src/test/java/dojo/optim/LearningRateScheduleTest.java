package dojo.optim;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** Steps that a long run makes, and more. */
  private static final int[] LATE = {7_007, 100_000, 1 << 30, Integer.MAX_VALUE};

  @Test
  void no_schedule_falls_to_0_however_long_a_run_is() {
    int most = Integer.MAX_VALUE;
    for (LearningRateSchedule schedule :
        List.of(
            new Constant(),
            new Stairs(1, .9),
            new Stairs(1, Double.MIN_VALUE),
            new Cosine(1),
            new Cosine(most),
            new WarmUp(most),
            new Stairs(1, .9).times(new Stairs(1, .9)),
            new WarmUp(most).times(new Cosine(most)).times(new Stairs(3, .5)))) {
      for (int step : LATE) {
        double factor = schedule.factor(step);
        assertTrue(factor > 0 && factor <= 1, schedule + " at " + step + " is " + factor);
      }
    }
  }

  @Test
  void a_rule_slowed_to_nearly_nothing_still_makes_its_steps() {
    List<Tensor> w = List.of(Tensor.ones(2));
    for (Optimizer rule : List.of(Sgd.of(1e-3), Adam.of(1e-3), AdamW.of(1e-3, .01))) {
      Optimizer.State late = new Optimizer.State(7_007, rule.start(w).memory());
      Optimizer.Step step = new Scheduled(rule, new Stairs(1, .9)).step(w, w, late);
      assertEquals(w, step.parameters());
      assertEquals(rule.slowed(Double.MIN_VALUE), rule.slowed(1e-200).slowed(1e-200));
    }
  }

  @Test
  void factors_that_are_none_are_refused_before_the_first_step() {
    LearningRateSchedule straight = step -> 1 - step / 100.0;
    Optimizer rule =
        new MaxNorm(new WeightDecay(new ClippedNorm(new Scheduled(Sgd.of(1), straight), 1), .1), 2);
    rule.requireSteps(100);
    assertRejected(
        "the factor of a learning rate must be above 0 and finite, but was 0.0 for step 100",
        () -> rule.requireSteps(101));
    assertRejected(
        "the factor of a learning rate must be above 0 and finite, but was NaN for step 7",
        () -> new Scheduled(Adam.of(1), step -> step < 7 ? 1 : Double.NaN).requireSteps(8));
    assertRejected(
        "learning rate must be above 0 and finite, but was Infinity",
        () -> new Scheduled(Adam.of(10), step -> 1e308).requireSteps(1));
    assertRejected(
        "the factor of a learning rate must be above 0 and finite, but was 0.0",
        () -> Sgd.of(1).slowed(0));
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
