package kata24;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;

import dojo.expect.Constructor;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The drop probability at a step: from until the start, to from the end on, a line between. */
@KataTest("kata24.RateSchedule")
class RateScheduleTest {

  interface Subject {
    @Constructor
    Schedule schedule(double from, double to, int start, int end);
  }

  interface Schedule {
    double at(int step);
  }

  /** One before the start, the start, two on the way, the end and one after it. */
  private static final int[] STEPS = {1, 2, 3, 4, 5, 6};

  private static final int[] REVERSED = {6, 5, 4, 3, 2, 1};

  /** Pairs of ends, among them those that a sum of rounded numbers misses. */
  private static final double[][] ENDS = {
    {0.7, 0.1},
    {0.1, 0.7},
    {0.9, 0.2},
    {0.3, 0.8},
    {0.2, 0.5},
    {0.1, 0},
    {0, 0.1},
    {1, 0.3},
    {0.3, 1}
  };

  @Test
  void a_rate_does_not_depend_on_what_was_asked_before(Subject make) {
    double[] forwards = rates(falling(make), STEPS);
    double[] backwards = reversed(rates(falling(make), REVERSED));

    expect("at(1), …, at(6)", backwards)
        .remark("reversed")
        .diagnoseIf(
            "STATEFUL", () -> Arrays.equals(backwards, reversed(rates(falling(make), REVERSED))))
        .toBe(forwards);
  }

  @Test
  void the_same_step_has_the_same_rate_again(Subject make) {
    Schedule schedule = falling(make);
    double[] rates = rates(schedule, 3, 3, 3, 5, 3, 3);
    double first = falling(make).at(3);
    double last = falling(make).at(5);

    expect("at(3), at(3), at(3), at(5), at(3), at(3)", rates)
        .remark("falling")
        .diagnoseIf("STATEFUL", true)
        .toBe(new double[] {first, first, first, last, first, first});
  }

  @Test
  void the_rate_falls_evenly_from_the_start_to_the_end(Subject make) {
    double[] rates = rates(falling(make), STEPS);

    expect("at(1), …, at(6)", rates)
        .remark("falling")
        .diagnose("SWAPS_ENDS", line(0.1, 0.7, 2, 5))
        .diagnose("INT_DIV", new double[] {0.7, 0.7, 0.7, 0.7, 0.1, 0.1})
        .diagnose("IGNORES_START", line(0.7, 0.1, 0, 5))
        .diagnoseIf("OFF_BY_ONE_EPOCH", isOffByOne(rates))
        .diagnoseIf("OVERSHOOTS", overshoots(rates))
        .toBe(line(0.7, 0.1, 2, 5));
  }

  /** Whether the line begins or ends a step too early or too late, whatever holds at the end. */
  private static boolean isOffByOne(double[] rates) {
    return Stream.of(new int[][] {{1, 4}, {1, 5}, {2, 4}, {2, 6}, {3, 5}, {3, 6}})
        .map(ends -> line(0.7, 0.1, ends[0], ends[1]))
        .anyMatch(
            shifted ->
                same(rates, shifted)
                    || same(Arrays.copyOf(rates, 4), Arrays.copyOf(shifted, 4))
                        && same(tail(rates), new double[] {0.1, 0.1}));
  }

  /** Whether all is right but what lies outside of the line. */
  private static boolean overshoots(double[] rates) {
    boolean inside = same(Arrays.copyOfRange(rates, 1, 5), new double[] {0.7, 0.5, 0.3, 0.1});
    return inside && (rates[0] > 0.7001 || rates[5] < 0.0999);
  }

  @Test
  void the_rate_rises_evenly_as_well(Subject make) {
    double[] rates = rates(make.schedule(0.1, 0.7, 2, 5), STEPS);

    expect("at(1), …, at(6)", rates)
        .remark("of", "new RateSchedule(0.1, 0.7, 2, 5)")
        .toBe(line(0.1, 0.7, 2, 5));
  }

  @Test
  void both_ends_are_exact(Subject make) {
    for (double[] ends : ENDS) {
      Schedule schedule = make.schedule(ends[0], ends[1], 3, 6);
      double[] rates = rates(schedule, 0, 3, 6, 7);
      double[] exact = {ends[0], ends[0], ends[1], ends[1]};

      expect("at(0), at(3), at(6), at(7)", rates)
          .remark("of", "new RateSchedule(" + ends[0] + ", " + ends[1] + ", 3, 6)")
          .diagnoseIf("ROUNDS_ENDS", close(rates, exact))
          .toBeExactly(exact);
    }
  }

  @Test
  void a_change_may_take_no_time(Subject make) {
    double[] rates = rates(make.schedule(0.7, 0.1, 3, 3), 1, 2, 3, 4);

    expect("at(1), …, at(4)", rates)
        .remark("of", "new RateSchedule(0.7, 0.1, 3, 3)")
        .diagnoseIf("JUMP_IS_NAN", DoubleStream.of(rates).anyMatch(Double::isNaN))
        .toBe(new double[] {0.7, 0.7, 0.1, 0.1});
    expect("at(0)", make.schedule(0.7, 0.1, 0, 0).at(0))
        .remark("of", "new RateSchedule(0.7, 0.1, 0, 0)")
        .toBe(0.1);
  }

  @Test
  void the_change_may_begin_at_once(Subject make) {
    double[] rates = rates(make.schedule(0, 1, 0, 4), 0, 1, 2, 3, 4, 5);

    expect("at(0), …, at(5)", rates)
        .remark("of", "new RateSchedule(0, 1, 0, 4)")
        .toBe(new double[] {0, 0.25, 0.5, 0.75, 1, 1});
    expect("at(1), at(2)", rates(make.schedule(0, 1, 0, 7), 1, 2))
        .remark("of", "new RateSchedule(0, 1, 0, 7)")
        .toBe(new double[] {1 / 7.0, 2 / 7.0});
  }

  @Test
  void every_rate_lies_between_the_ends(Subject make, RandomKey key) {
    for (int n = 0; n < 60; n++) {
      double[] ends = {Math.floor(11 * key.uniform(3 * n)) / 10, key.uniform(3 * n + 1)};
      int start = key.below(3 * n + 2, 20);
      int end = start + n % 30;
      Schedule schedule = make.schedule(ends[0], ends[1], start, end);
      double[] rates = rates(schedule, IntStream.range(0, end + 5).toArray());
      double least = Arrays.stream(rates).min().orElseThrow();
      double most = Arrays.stream(rates).max().orElseThrow();
      boolean within = least >= Math.min(ends[0], ends[1]) - 1e-15;
      within &= most <= Math.max(ends[0], ends[1]) + 1e-15;

      expectThat(least >= 0 && most <= 1, "probability", ends[0], ends[1], start, end, least, most)
          .orFail();
      expectThat(within, "between", ends[0], ends[1], start, end, least, most).orFail();
    }
  }

  @Test
  void two_schedules_have_nothing_in_common(Subject make) {
    Schedule first = falling(make);
    Schedule second = make.schedule(0, 1, 0, 1);
    second.at(1);

    expect("first.at(3)", first.at(3)).remark("other").toBe(0.5);
  }

  @Test
  void a_long_training_is_no_problem(Subject make) {
    Schedule schedule = make.schedule(0.7, 0.1, 1, 2_000_000_001);
    double[] rates = rates(schedule, 1, 500_000_001, 1_500_000_001, Integer.MAX_VALUE);

    expect("at(1), at(500000001), at(1500000001), at(2147483647)", rates)
        .remark("of", "new RateSchedule(0.7, 0.1, 1, 2000000001)")
        .toBe(new double[] {0.7, 0.55, 0.25, 0.1});
  }

  private static Schedule falling(Subject make) {
    return make.schedule(0.7, 0.1, 2, 5);
  }

  private static double[] rates(Schedule schedule, int... steps) {
    return IntStream.of(steps).mapToDouble(schedule::at).toArray();
  }

  /** What a straight line with these ends gives at the steps from 1 to 6. */
  private static double[] line(double from, double to, int start, int end) {
    return IntStream.of(STEPS)
        .mapToDouble(step -> Math.max(0, Math.min(1, (step - start) / (double) (end - start))))
        .map(f -> from * (1 - f) + to * f)
        .toArray();
  }

  private static double[] reversed(double[] rates) {
    return IntStream.range(0, rates.length).mapToDouble(i -> rates[rates.length - 1 - i]).toArray();
  }

  private static double[] tail(double[] rates) {
    return Arrays.copyOfRange(rates, 4, 6);
  }

  private static boolean same(double[] a, double[] b) {
    return IntStream.range(0, b.length).allMatch(i -> Math.abs(a[i] - b[i]) < 1e-9);
  }

  /** Not more than a few roundings away. */
  private static boolean close(double[] a, double[] b) {
    return IntStream.range(0, b.length).allMatch(i -> Math.abs(a[i] - b[i]) < 1e-14);
  }
}
