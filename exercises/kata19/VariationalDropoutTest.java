package kata19;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.same;
import static dojo.expect.Grids.times;
import static dojo.expect.Grids.where;
import static dojo.expect.Grids.zeros;

import dojo.expect.Chance;
import dojo.expect.Drawn;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** All steps of a sequence have one mask, which falls on what the cell sees, not on its memory. */
@KataTest("kata19.VariationalDropout")
class VariationalDropoutTest {

  interface Subject {
    float[][][] forward(Cell cell, float[][][] x, int units, double p, RandomKey key);
  }

  interface Cell {
    float[] next(float[] x, float[] h, float[] seen);
  }

  @Test
  void with_p_0_it_is_the_plain_net(Subject net, RandomKey key) {
    float[][][] x = sequences(3, 1, 2);

    expect("forward(cell, x, 3, 0, key)", net.forward(VariationalDropoutTest::mix, x, 3, 0, key))
        .remark("cell")
        .given("x", x)
        .diagnose("STATE_LEAKS", plain(x, 3, false))
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(net, key))
        .toBe(plain(x, 3, true));
  }

  @Test
  void the_cell_remembers_its_state_as_it_was(Subject net, RandomKey key) {
    for (int i = 0; i < 20; i++) {
      String call = "forward(cell, x, 3, 0.6, key.split(" + i + "))";
      Notes notes = new Notes(VariationalDropoutTest::mix, 3, 3, 1, 2);
      float[][][] y = notes.run(net, 0.6, key.split(i));

      expectThat(notes.areComplete(), "each-step-once", call).orFail();
      expect("cell.next(x[n][t], h, seen)", notes.states)
          .remark("kept", call)
          .diagnoseIf("IN_PLACE", true)
          .toBe(notes.statesAsGiven);
      expect("h", notes.remembered)
          .remark("handed", call)
          .diagnoseIf("COMPOUNDS_IN_CELL", same(notes.remembered, notes.seen))
          .toBe(notes.before());
      expect(call, y)
          .remark("cell")
          .diagnoseIf("DROPS_OUTPUT", () -> drops(rows(y), notes.states, 0.4))
          .toBe(notes.shaped(notes.states));
    }
  }

  @Test
  void the_cell_sees_zero_or_the_state_over_q(Subject net, RandomKey key) {
    for (int i = 0; i < 70; i++) {
      double p = i < 20 ? 0.6 : i < 40 ? 0.7 : 0.95;
      Notes notes = new Notes(VariationalDropoutTest::mix, 3, 3, 1, 2);
      notes.run(net, p, key.split(i));
      float[][] kept = where(notes.remembered, notes.seen);

      expect("seen", notes.seen)
          .remark("handed", "forward(cell, x, 3, " + p + ", key.split(" + i + "))")
          .given("h", notes.remembered)
          .diagnoseIf("NEVER_DROPS", () -> neverDrops(net, key))
          .diagnose("NO_SCALE", kept)
          .toBe(times(kept, 1 / (1 - p)));
    }
  }

  @Test
  void all_steps_of_a_sequence_have_one_mask(Subject net, RandomKey key) {
    for (int i = 0; i < 30; i++) {
      Notes notes = new Notes(steady(4), 4, 7);
      notes.run(net, 0.6, key.split(i));
      float[][] later = Arrays.copyOfRange(notes.seen, 1, 7);
      float[][] first = new float[6][];
      Arrays.fill(first, later[0]);

      expect("seen", later)
          .remark("steps", "forward(cell, x, 4, 0.6, key.split(" + i + "))")
          .diagnoseIf("REDRAW_PER_STEP", true)
          .toBe(first);
    }
  }

  @Test
  void another_key_drops_other_units(Subject net, RandomKey key, Chance chance) {
    draws(net, 100, 0.6, key, chance, lengths(10)).diagnoseOneSeed("RESEEDS").toDependOnTheKey();
  }

  @Test
  void each_unit_is_dropped_with_probability_p(Subject net, RandomKey key, Chance chance) {
    draws(net, 3, 0.1, key, chance, 2, 2)
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(net, key))
        .toBeZeroWith(0.1);
    draws(net, 2, 0.7, key, chance, 2, 2).toBeZeroWith(0.7); // both units may fall
  }

  @Test
  void the_same_key_gives_the_same_mask(Subject net, RandomKey key) {
    float[][] first = seen(net, 40, 0.6, key, 2, 4, 3);
    float[][] second = seen(net, 40, 0.6, key, 2, 4, 3);

    expect("seen", second)
        .remark("second-call", "forward(cell, x, 40, 0.6, key)")
        .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.6, second))
        .toBe(first);
  }

  @Test
  void every_unit_of_every_sequence_has_a_coin_of_its_own(
      Subject net, RandomKey key, Chance chance) {
    draws(net, 40, 0.6, key, chance, 2, 4, 3)
        .diagnoseSharing("SHARED_BATCH", at -> at.get(1))
        .toBeOnePerElement();
    draws(net, 3, 0.6, key, chance, lengths(12)).toBeOnePerElement();
  }

  @Test
  void neighbours_are_independent(Subject net, RandomKey key, Chance chance) {
    float[] row = seen(net, 2_000, 0.4, key, 2)[0];

    chance
        .count("pairs-of-units", alike(every(row, 0, 2), every(row, 1, 2)), 1_000)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject net, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 400; i++) {
      four += zeros(seen(net, 5, 0.4, key.split(i), 2, 2)) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 400).toBeBinomial(fourOfTen);
  }

  @Test
  void with_p_1_nothing_is_seen(Subject net, RandomKey key) {
    float[] state = {1, -2, Float.NaN, Float.POSITIVE_INFINITY};
    Notes notes = new Notes((x, h, seen) -> state.clone(), 4, 2);
    notes.run(net, 1, key);

    expect("seen", notes.seen)
        .remark("handed", "forward(cell, x, 4, 1, key)")
        .given("h", notes.remembered)
        .diagnoseIf("MULTIPLIES", () -> zeros(ofNan(net, key)) == 0)
        .toBeExactly(new float[2][4]);
  }

  @Test
  void a_dropped_nan_is_seen_as_zero(Subject net, RandomKey key, Chance chance) {
    chance
        .count("zeros-among-nan", zeros(ofNan(net, key)), 400)
        .diagnose("MULTIPLIES", 0.0)
        .toBeBinomial(0.6);
  }

  @Test
  void a_large_batch_meets_no_pattern(Subject net, RandomKey key, Chance chance) {
    draws(net, 500, 0.6, key, chance, lengths(20)).toNeverRepeat();
  }

  @Test
  void there_may_be_no_sequence_or_no_step(Subject net, RandomKey key) {
    float[][][] noStep = {{}, {{1, -1}}, {}};

    float[][][] none = new float[0][][];
    expect(
            "forward(cell, new float[0][][], 3, 0.6, key)",
            net.forward(steady(3), none, 3, 0.6, key))
        .toBe(none);
    expect("forward(cell, x, 3, 0.6, key)", net.forward(steady(3), noStep, 3, 0.6, key))
        .given("x", noStep)
        .toBe(new float[][][] {{}, {{1, -2, 1}}, {}});
  }

  @Test
  void what_is_given_and_what_was_given_back_stay_as_they_were(Subject net, RandomKey key) {
    float[][][] x = sequences(3, 1, 2);
    float[][][] y = net.forward(VariationalDropoutTest::mix, x, 3, 0.6, key);
    float[][] before = copy(rows(y));

    net.forward(VariationalDropoutTest::mix, x, 3, 0.6, key.split("other"));

    String other = "forward(cell, x, 3, 0.6, key.split(\"other\"))";
    expect("x", x).remark("after", other).toBe(sequences(3, 1, 2));
    expect("forward(cell, x, 3, 0.6, key)", rows(y)).remark("after", other).toBe(before);
  }

  /** The input [batch, steps, 2] tells of each step which it is: n + 1 and -1 - t. */
  private static float[][][] sequences(int... lengths) {
    float[][][] x = new float[lengths.length][][];
    for (int n = 0; n < lengths.length; n++) {
      x[n] = new float[lengths[n]][];
      for (int t = 0; t < lengths[n]; t++) {
        x[n][t] = new float[] {n + 1, -1 - t};
      }
    }
    return x;
  }

  /** So many sequences of two steps. */
  private static int[] lengths(int sequences) {
    int[] lengths = new int[sequences];
    Arrays.fill(lengths, 2);
    return lengths;
  }

  /** A cell whose states are all different, and depend on all that it is handed. */
  private static float[] mix(float[] x, float[] h, float[] seen) {
    float[] after = new float[h.length];
    for (int j = 0; j < h.length; j++) {
      after[j] = x[0] + (j + 1) * x[1] / 8 + h[j] / 2 - seen[(j + 1) % h.length] / 4;
    }
    return after;
  }

  /** A cell whose state is always 1, -2, 1, -2 and so on. */
  private static Cell steady(int units) {
    return (x, h, seen) -> {
      float[] state = new float[units];
      for (int j = 0; j < units; j++) {
        state[j] = j % 2 == 0 ? 1 : -2;
      }
      return state;
    };
  }

  /** What the cell gives without dropout, each sequence by itself or all as one. */
  private static float[][][] plain(float[][][] x, int units, boolean apart) {
    float[][][] y = new float[x.length][][];
    float[] h = new float[units];
    for (int n = 0; n < x.length; n++) {
      y[n] = new float[x[n].length][];
      h = apart ? new float[units] : h;
      for (int t = 0; t < x[n].length; t++) {
        h = mix(x[n][t], h, h);
        y[n][t] = h;
      }
    }
    return y;
  }

  /** What the second step of each sequence sees of a steady state: [batch, units]. */
  private static float[][] seen(Subject net, int units, double p, RandomKey key, int... lengths) {
    Notes notes = new Notes(steady(units), units, lengths);
    notes.run(net, p, key);
    return notes.secondSteps();
  }

  /** What the second step sees of a state of NaN: [1, 400]. */
  private static float[][] ofNan(Subject net, RandomKey key) {
    Notes notes = new Notes((x, h, seen) -> filled(1, 400, Float.NaN)[0], 400, 2);
    notes.run(net, 0.6, key);
    return notes.secondSteps();
  }

  private static boolean neverDrops(Subject net, RandomKey key) {
    Notes notes = new Notes(steady(40), 40, 9);
    notes.run(net, 0.6, key);
    return zeros(Arrays.copyOfRange(notes.seen, 1, 9)) == 0;
  }

  private static Draws draws(
      Subject net, int units, double p, RandomKey key, Chance chance, int... lengths) {
    return chance.draws(
        "seen(forward(cell, x, " + units + ", " + p + ", key))",
        p,
        key,
        child -> seen(net, units, p, child, lengths));
  }

  private static boolean keepsWithP(Subject net, RandomKey key) {
    return isZeroWith(0.9, seen(net, 1_000, 0.1, key, 2))
        && isZeroWith(0.7, seen(net, 1_000, 0.3, key, 2));
  }

  /** Only a sign asks for it, so its seed is never told. */
  private static boolean isZeroWith(double probability, float[][] seen) {
    return new Chance(Chance.ALPHA, 0).accepts(zeros(seen), 1_000, probability);
  }

  /** Whether some states were dropped, and the others kept, scaled or not. */
  private static boolean drops(float[][] y, float[][] states, double q) {
    float[][] kept = where(states, y);
    return zeros(kept) > zeros(states) && (same(y, kept) || same(y, times(kept, 1 / q)));
  }

  private static float[][] rows(float[][][] sequences) {
    return Arrays.stream(sequences).flatMap(Arrays::stream).toArray(float[][]::new);
  }

  /** A cell that notes what it was handed and what it gave: a row for each step, [steps, units]. */
  private static final class Notes implements Cell {
    private final Cell cell;
    private final int units;
    private final int[] lengths;
    private final float[][][] x;
    private final float[][] remembered;
    private final float[][] seen;
    private final float[][] states;
    private final float[][] statesAsGiven;
    private final int[] calls;
    private int strange;

    Notes(Cell cell, int units, int... lengths) {
      this.cell = cell;
      this.units = units;
      this.lengths = lengths;
      x = sequences(lengths);
      int steps = Arrays.stream(lengths).sum();
      remembered = new float[steps][units];
      seen = new float[steps][units];
      states = new float[steps][units];
      statesAsGiven = new float[steps][units];
      calls = new int[steps];
    }

    float[][][] run(Subject net, double p, RandomKey key) {
      return net.forward(this, x, units, p, key);
    }

    @Override
    public float[] next(float[] input, float[] h, float[] dropped) {
      float[] state = cell.next(input, h, dropped);
      int step = step(input);
      if (step < 0) {
        strange++;
      } else {
        calls[step]++;
        remembered[step] = h.clone();
        seen[step] = dropped.clone();
        states[step] = state;
        statesAsGiven[step] = state.clone();
      }
      return state;
    }

    /** The row of the step with this input, or -1. */
    private int step(float[] input) {
      int n = (int) input[0] - 1;
      int t = (int) -input[1] - 1;
      boolean known = n >= 0 && n < x.length && t >= 0 && t < x[n].length;
      return known && Arrays.equals(input, x[n][t]) ? start(n) + t : -1;
    }

    private int start(int n) {
      return Arrays.stream(lengths, 0, n).sum();
    }

    boolean areComplete() {
      return strange == 0 && Arrays.stream(calls).allMatch(each -> each == 1);
    }

    /** For each step the state that the cell gave before, zeros for the first of a sequence. */
    float[][] before() {
      float[][] before = new float[states.length][units];
      for (int n = 0; n < lengths.length; n++) {
        for (int t = 1; t < lengths[n]; t++) {
          before[start(n) + t] = states[start(n) + t - 1];
        }
      }
      return before;
    }

    float[][] secondSteps() {
      float[][] second = new float[lengths.length][];
      for (int n = 0; n < lengths.length; n++) {
        second[n] = seen[start(n) + 1];
      }
      return second;
    }

    float[][][] shaped(float[][] rows) {
      float[][][] y = new float[lengths.length][][];
      for (int n = 0; n < lengths.length; n++) {
        y[n] = Arrays.copyOfRange(rows, start(n), start(n) + lengths[n]);
      }
      return y;
    }
  }
}
