package kata20;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.zeros;

import dojo.expect.Chance;
import dojo.expect.Drawn;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An example passes through a block or by it, and a deep block is dropped more often. */
@KataTest("kata20.StochasticDepth")
class StochasticDepthTest {

  interface Subject {
    double[] survival(int blocks, double p);

    float[][] forward(Block f, float[][] x, double p, RandomKey key);
  }

  interface Block {
    float[] of(float[] x);
  }

  /** The rows differ, no f(x) is zero, and x, f(x) and their sums are told apart. */
  private static float[][] example() {
    return new float[][] {{1, -2, 3}, {4, 0.5f, -1}, {-3, 2, 0}, {0.25f, -5, 6}};
  }

  private static float[] f(float[] x) {
    float[] fx = new float[x.length];
    for (int j = 0; j < x.length; j++) {
      fx[j] = 1.75f - x[j] / 2 + x[(j + 1) % x.length] / 8;
    }
    return fx;
  }

  @Test
  void survival_falls_evenly_to_one_minus_p(Subject depth) {
    expect("survival(4, 0.4)", depth.survival(4, 0.4))
        .diagnoseIf("OFF_BY_ONE", () -> follows(depth, (l, all, p) -> 1 - p * (l - 1) / all))
        .diagnoseIf(
            "STARTS_AT_ONE", () -> follows(depth, (l, all, p) -> 1 - p * (l - 1) / (all - 1)))
        .diagnoseIf("GIVES_DROP_RATES", () -> follows(depth, (l, all, p) -> p * l / all))
        .diagnoseIf("INT_DIV", () -> follows(depth, (l, all, p) -> l < all ? 1 : 1 - p))
        .diagnoseIf("SAME_FOR_ALL", () -> follows(depth, (l, all, p) -> 1 - p))
        .toBeWithin(1e-9, 1e-12, new double[] {0.9, 0.8, 0.7, 0.6});
  }

  @Test
  void any_number_of_blocks_has_a_survival(Subject depth) {
    for (int blocks : new int[] {0, 1, 3, 54}) {
      for (double p : new double[] {0, 0.3, 0.5, 1}) {
        expect("survival(" + blocks + ", " + p + ")", depth.survival(blocks, p))
            .toBeWithin(1e-9, 1e-12, schedule(blocks, p, (l, all, last) -> 1 - last * l / all));
      }
    }
  }

  @Test
  void with_p_0_every_example_gets_f_of_x(Subject depth, RandomKey key) {
    float[][] y = depth.forward(StochasticDepthTest::f, example(), 0, key);

    expect("forward(f, x, 0, key)", y)
        .given("x", example())
        .given("f(x)", ofRows(example()))
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(depth, key))
        .toBeWithin(1e-5, 1e-5, each(0, (x, fx, q) -> x + fx));
  }

  @Test
  void each_example_is_x_or_x_plus_f_over_q(Subject depth, RandomKey key) {
    for (int i = 0; i < 40; i++) {
      double p = rate(i);
      float[][] y = depth.forward(StochasticDepthTest::f, example(), p, key.split(i));

      expect("forward(f, x, " + p + ", key.split(" + i + "))", y)
          .given("x", example())
          .given("f(x)", ofRows(example()))
          .diagnoseIf("DROPS_SKIP", () -> dropsSkip(depth, key))
          .diagnoseIf("SCALES_SKIP", () -> scalesSkip(depth, key))
          .diagnoseIf("NO_SCALE", () -> shows(depth, key, (x, fx, q) -> x + fx, (x, fx, q) -> x))
          .diagnoseIf("PER_ELEMENT", () -> mixes(depth, key))
          .toBeWithin(1e-5, 1e-5, nearest(y, p, (x, fx, q) -> x + fx / q, (x, fx, q) -> x));
    }
  }

  @Test
  void f_is_not_called_where_the_block_is_dropped(Subject depth, RandomKey key) {
    for (int i = 0; i < 40; i++) {
      double p = rate(i);
      String call = "forward(f, x, " + p + ", key.split(" + i + "))";
      Notes notes = new Notes();
      float[][] y = depth.forward(notes, example(), p, key.split(i));
      List<float[]> kept = new ArrayList<>();
      List<float[]> dropped = new ArrayList<>();
      for (int n = 0; n < y.length; n++) {
        (Arrays.equals(y[n], example()[n]) ? dropped : kept).add(example()[n]);
      }

      long calls = dropped.stream().filter(notes::has).count();
      expectThat(calls == 0, "not-called", call, dropped.size(), calls).orDiagnose("STILL_CALLS_F");
      boolean once = notes.asked.size() == kept.size() && kept.stream().allMatch(notes::has);
      expectThat(once, "given-rows", call).orFail();
    }
  }

  @Test
  void another_key_drops_other_examples(Subject depth, RandomKey key, Chance chance) {
    draws(depth, 30, 0.6, key, chance)
        .diagnoseIf("RESEEDS", () -> isFair(kept(depth, 150, 0.6, key)))
        .toDependOnTheKey();
  }

  @Test
  void each_block_is_dropped_with_probability_p(Subject depth, RandomKey key, Chance chance) {
    draws(depth, 3, 0.1, key, chance)
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(depth, key))
        .toBeZeroWith(0.1);
  }

  @Test
  void the_same_key_drops_the_same_examples(Subject depth, RandomKey key) {
    float[] first = kept(depth, 150, 0.6, key);
    float[] second = kept(depth, 150, 0.6, key);

    expect("forward(f, x, 0.6, key) differs from x", second)
        .remark("again")
        .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.6, second))
        .toBe(first);
  }

  @Test
  void every_example_has_a_coin_of_its_own(Subject depth, RandomKey key, Chance chance) {
    draws(depth, 50, 0.6, key, chance)
        .diagnoseSharing("ONE_COIN_PER_BATCH", at -> 0)
        .toBeOnePerElement();
  }

  @Test
  void neighbours_are_independent(Subject depth, RandomKey key, Chance chance) {
    float[] kept = kept(depth, 600, 0.4, key);

    chance
        .count("pairs-of-examples", alike(every(kept, 0, 2), every(kept, 1, 2)), 300)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject depth, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 200; i++) {
      four += zeros(new float[][] {kept(depth, 10, 0.4, key.split(i))}) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 200).toBeBinomial(fourOfTen);
  }

  @Test
  void with_p_1_the_block_is_not_there(Subject depth, RandomKey key) {
    float[][] x = {{1, -0f}, {Float.NaN, Float.POSITIVE_INFINITY}};
    Notes notes = new Notes();

    float[][] y = depth.forward(notes, copy(x), 1, key);

    expect("forward(f, x, 1, key)", y).given("x", x).toBeExactly(x);
    expectThat(notes.asked.isEmpty(), "not-called", "forward(f, x, 1, key)", 2, notes.asked.size())
        .orDiagnose("STILL_CALLS_F");
  }

  @Test
  void x_stays_as_it_was_whatever_f_gives(Subject depth, RandomKey key) {
    for (double p : new double[] {0.6, 0}) {
      float[][] x = example();
      depth.forward(row -> row, x, p, key);

      expect("x", x)
          .remark("after", "forward(row -> row, x, " + p + ", key)")
          .diagnoseIf("IN_PLACE", true)
          .toBe(example());
    }
  }

  @Test
  void what_is_written_into_y_stays_out_of_x(Subject depth, RandomKey key) {
    float[][] x = example();
    float[][] y = depth.forward(StochasticDepthTest::f, x, 1, key);

    for (float[] row : y) {
      Arrays.fill(row, 7);
    }

    expect("x", x).remark("y-overwritten").diagnoseIf("ALIASES_INPUT", true).toBe(example());
  }

  @Test
  void a_later_call_leaves_an_earlier_result_as_it_was(Subject depth, RandomKey key) {
    float[][] y = depth.forward(StochasticDepthTest::f, example(), 0.6, key);
    float[][] before = copy(y);
    double[] q = depth.survival(4, 0.4);

    depth.forward(StochasticDepthTest::f, example(), 0, key);
    depth.survival(4, 0);

    expect("forward(f, x, 0.6, key)", y).remark("after", "forward(f, x, 0, key)").toBe(before);
    expect("survival(4, 0.4)", q)
        .remark("after", "survival(4, 0)")
        .toBeWithin(1e-9, 1e-12, new double[] {0.9, 0.8, 0.7, 0.6});
  }

  @Test
  void a_large_batch_meets_no_pattern(Subject depth, RandomKey key, Chance chance) {
    draws(depth, 1_200, 0.6, key, chance).toNeverRepeat();
  }

  @Test
  void without_examples_there_is_nothing_to_add(Subject depth, RandomKey key) {
    float[][] none = new float[0][];

    expect("forward(f, new float[0][], 0.6, key)", depth.forward(row -> row, none, 0.6, key))
        .toBe(none);
  }

  /** A block that notes what it is asked for. */
  private static final class Notes implements Block {
    private final List<float[]> asked = new ArrayList<>();

    @Override
    public float[] of(float[] x) {
      asked.add(x.clone());
      return f(x);
    }

    boolean has(float[] row) {
      return asked.stream().anyMatch(one -> Arrays.equals(one, row));
    }
  }

  /** What the checks compare with, right and wrong. */
  private static final class Formula {
    private Formula() {}

    /** The survival of block l of so many, where the last has the drop probability p. */
    interface OfBlock {
      double of(double l, double all, double p);
    }

    /** What becomes of an element. */
    interface OfElement {
      double of(double x, double fx, double q);
    }
  }

  private static double[] schedule(int blocks, double p, Formula.OfBlock survival) {
    return IntStream.rangeClosed(1, blocks).mapToDouble(l -> survival.of(l, blocks, p)).toArray();
  }

  private static boolean follows(Subject depth, Formula.OfBlock wrong) {
    return same(depth.survival(4, 0.4), schedule(4, 0.4, wrong))
        && same(depth.survival(3, 0.9), schedule(3, 0.9, wrong))
        && same(depth.survival(7, 0.25), schedule(7, 0.25, wrong));
  }

  private static boolean same(double[] a, double[] b) {
    return a.length == b.length
        && IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) < 1e-9);
  }

  private static double rate(int i) {
    return i < 20 ? 0.6 : 0.7;
  }

  /** Which examples are kept, 1 or 0: f adds 5 to each of them. */
  private static float[] kept(Subject depth, int examples, double p, RandomKey key) {
    float[][] y = depth.forward(row -> new float[] {5}, filled(examples, 1, 1), p, key);
    float[] kept = new float[y.length];
    for (int n = 0; n < y.length; n++) {
      kept[n] = y[n][0] == 1 ? 0 : 1;
    }
    return kept;
  }

  private static Draws draws(Subject depth, int examples, double p, RandomKey key, Chance chance) {
    String call = "kept(forward(f, x, " + p + ", key))";
    return chance.draws(call, p, key, child -> kept(depth, examples, p, child));
  }

  private static boolean keepsWithP(Subject depth, RandomKey key) {
    return isZeroWith(0.9, kept(depth, 300, 0.1, key))
        && isZeroWith(0.7, kept(depth, 300, 0.3, key));
  }

  /** Only a sign asks for it, so its seed is never told. */
  private static boolean isZeroWith(double probability, float[] kept) {
    return new Chance(Chance.ALPHA, 0)
        .accepts(zeros(new float[][] {kept}), kept.length, probability);
  }

  /** Whether it looks like draws with p = 0.6, in number and in how often neighbours fall alike. */
  private static boolean isFair(float[] kept) {
    float[] alike = new float[kept.length / 2];
    for (int i = 0; i < alike.length; i++) {
      alike[i] = (kept[2 * i] == 0) == (kept[2 * i + 1] == 0) ? 1 : 0;
    }
    return isZeroWith(0.6, kept) && isZeroWith(1 - 0.6 * 0.6 - 0.4 * 0.4, alike);
  }

  private static float[][] each(double p, Formula.OfElement form) {
    float[][] y = example();
    for (float[] row : y) {
      float[] fx = f(row);
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) form.of(row[j], fx[j], 1 - p);
      }
    }
    return y;
  }

  private static float[][] ofRows(float[][] x) {
    return Arrays.stream(x).map(StochasticDepthTest::f).toArray(float[][]::new);
  }

  /** For each row the form of a kept or of a dropped block, whichever is nearer. */
  private static float[][] nearest(
      float[][] y, double p, Formula.OfElement kept, Formula.OfElement dropped) {
    float[][] nearest = each(p, kept);
    float[][] other = each(p, dropped);
    for (int n = 0; n < Math.min(y.length, nearest.length); n++) {
      nearest[n] = distance(y[n], other[n]) < distance(y[n], nearest[n]) ? other[n] : nearest[n];
    }
    return nearest;
  }

  private static double distance(float[] a, float[] b) {
    return IntStream.range(0, Math.min(a.length, b.length))
        .mapToDouble(j -> Math.abs(a[j] - b[j]))
        .sum();
  }

  private static boolean close(float[] a, float[] b) {
    return a.length == b.length
        && IntStream.range(0, a.length).allMatch(j -> Math.abs(a[j] - b[j]) < 1e-4);
  }

  /** Whether each row, at two rates, has one of these forms, and both are there. */
  private static boolean shows(
      Subject depth, RandomKey key, Formula.OfElement kept, Formula.OfElement dropped) {
    int rows = 0;
    int others = 0;
    for (int i = 0; i < 40; i++) {
      double p = rate(i);
      float[][] y = depth.forward(StochasticDepthTest::f, example(), p, key.split(i));
      float[][] ofKept = each(p, kept);
      float[][] ofDropped = each(p, dropped);
      for (int n = 0; n < ofKept.length; n++) {
        rows += close(y[n], ofKept[n]) ? 1 : 0;
        others += close(y[n], ofDropped[n]) ? 1 : 0;
      }
    }
    return rows > 0 && others > 0 && rows + others == 40 * 4;
  }

  /** Whether a dropped block leaves nothing of its input, whatever a kept one gives. */
  private static boolean dropsSkip(Subject depth, RandomKey key) {
    Formula.OfElement zero = (x, fx, q) -> 0;
    return shows(depth, key, (x, fx, q) -> x + fx / q, zero)
        || shows(depth, key, (x, fx, q) -> (x + fx) / q, zero)
        || shows(depth, key, (x, fx, q) -> x + fx, zero);
  }

  private static boolean scalesSkip(Subject depth, RandomKey key) {
    Formula.OfElement both = (x, fx, q) -> (x + fx) / q;
    return shows(depth, key, both, (x, fx, q) -> x) || shows(depth, key, both, (x, fx, q) -> x / q);
  }

  /** Whether each element, not each row, is that of a kept or of a dropped block. */
  private static boolean mixes(Subject depth, RandomKey key) {
    for (int i = 0; i < 40; i++) {
      double p = rate(i);
      float[][] y = depth.forward(StochasticDepthTest::f, example(), p, key.split(i));
      float[][] kept = each(p, (x, fx, q) -> x + fx / q);
      for (int n = 0; n < 4; n++) {
        for (int j = 0; j < 3; j++) {
          if (Math.abs(y[n][j] - kept[n][j]) > 1e-4 && Math.abs(y[n][j] - example()[n][j]) > 1e-4) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
