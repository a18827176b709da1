package kata16;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.zeros;

import dojo.expect.Chance;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.function.BiPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Alpha dropout drops to the lowest value of a SELU and keeps mean 0 and variance 1. */
@KataTest("kata16.AlphaDropout")
class AlphaDropoutTest {

  interface Subject {
    float[][] forward(float[][] x, double p, RandomKey key);
  }

  /** The lowest value of a SELU, -λα. */
  private static final double LOW = -1.7580993408473766;

  /** What alpha dropout does: a kept x becomes scale·x + shift, a dropped one this value. */
  private record Law(double scale, double shift, double dropped) {

    /** The right one, if that is the lowest value. */
    static Law of(double p, double low) {
      double scale = 1 / Math.sqrt((1 - p) * (1 + p * low * low));
      return new Law(scale, -scale * p * low, scale * low * (1 - p));
    }

    /** What it shows of itself in a row. */
    static Law seen(Subject dropout, double p, RandomKey key) {
      float[] ofZeros = dropout.forward(filled(1, 200, 0), p, key)[0];
      float[] ofOnes = dropout.forward(filled(1, 200, 1), p, key)[0];
      Law law = new Law(Double.NaN, Double.NaN, Double.NaN);
      for (int j = 0; j < 200; j++) {
        double scale = ofOnes[j] - ofZeros[j];
        law =
            scale == 0
                ? new Law(law.scale, law.shift, ofZeros[j])
                : new Law(scale, ofZeros[j], law.dropped);
      }
      return law;
    }

    /** The mean and the variance of the output over all masks, for x of mean 0 and variance 1. */
    double[] moments(double p) {
      double mean = (1 - p) * shift + p * dropped;
      double square = (1 - p) * (scale * scale + shift * shift) + p * dropped * dropped;
      return new double[] {mean, square - mean * mean};
    }

    boolean is(double scale, double shift, double dropped) {
      return near(this.scale, scale) && near(this.shift, shift) && near(this.dropped, dropped);
    }

    boolean is(Law other) {
      return is(other.scale, other.shift, other.dropped);
    }

    private static boolean near(double a, double b) {
      return Math.abs(a - b) < 1e-5;
    }
  }

  private static float[][] example() {
    return new float[][] {{1, -2, 0.5f}, {3, 4, -0.25f}};
  }

  @Test
  void with_p_0_every_value_stays(Subject dropout, RandomKey key) {
    expect("forward(x, 0, key)", dropout.forward(example(), 0, key))
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(dropout, key))
        .toBe(example());
  }

  @Test
  void another_key_drops_other_elements(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, 2, 3, 0.6, key, chance).toDependOnTheKey();
  }

  @Test
  void each_element_is_dropped_with_probability_p(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, 2, 3, 0.1, key, chance)
        .diagnoseIf("P_IS_KEEP", () -> keepsWithP(dropout, key))
        .toBeZeroWith(0.1);
  }

  @Test
  void mean_0_and_variance_1_stay(Subject dropout, RandomKey key) {
    for (double p : new double[] {0.2, 0.6, 0.95}) {
      expect("forward(x, " + p + ", key)", Law.seen(dropout, p, key).moments(p))
          .remark("moments")
          .diagnoseIf("ZERO_FILL", () -> obeys(dropout, key, (r, law) -> law.shift == law.dropped))
          .diagnoseIf("NO_AFFINE", () -> obeys(dropout, key, (r, law) -> law.is(1, 0, LOW)))
          .diagnoseIf(
              "NO_SHIFT", () -> obeys(dropout, key, (r, law) -> law.is(a(r), 0, a(r) * LOW)))
          .diagnoseIf(
              "SIGN", () -> obeys(dropout, key, (r, law) -> law.is(a(r), -b(r), a(r) * LOW - b(r))))
          .diagnoseIf("NO_ROOT", () -> obeys(dropout, key, (r, law) -> hasNoRoot(r, law)))
          .diagnoseIf(
              "DIVIDES_Q",
              () ->
                  obeys(dropout, key, (r, law) -> law.is(a(r) / (1 - r), b(r), a(r) * LOW + b(r))))
          .diagnoseIf(
              "AFFINE_ON_KEPT", () -> obeys(dropout, key, (r, law) -> law.is(a(r), b(r), LOW)))
          .toBeWithin(0, 1e-4, new double[] {0, 1});
    }
  }

  @Test
  void a_dropped_element_falls_to_the_lowest_value(Subject dropout, RandomKey key) {
    for (int i = 0; i < 50; i++) {
      double p = i < 25 ? 0.2 : 0.6;
      float[][] y = dropout.forward(example(), p, key.split(i));

      expect("forward(x, " + p + ", key.split(" + i + "))", y)
          .given("x", example())
          .diagnoseIf("ZERO_FILL", () -> obeys(dropout, key, (r, law) -> law.shift == law.dropped))
          .diagnoseIf(
              "POSITIVE_ALPHA", () -> obeys(dropout, key, (r, law) -> law.is(Law.of(r, -LOW))))
          .diagnoseIf(
              "ALPHA_ONLY",
              () -> obeys(dropout, key, (r, law) -> law.is(Law.of(r, -1.6732632423543772))))
          .toBeWithin(1e-5, 1e-5, right(dropout, p, key.split(i)));
    }
  }

  @Test
  void the_input_stays_as_it_was(Subject dropout, RandomKey key) {
    float[][] x = example();

    dropout.forward(x, 0.6, key);

    expect("x", x)
        .remark("after", "forward(x, 0.6, key)")
        .diagnoseIf("IN_PLACE", true)
        .toBe(example());
  }

  @Test
  void every_element_has_a_draw_of_its_own(Subject dropout, RandomKey key, Chance chance) {
    for (int rows : new int[] {3, 40}) {
      draws(dropout, rows, 120 / rows, 0.6, key, chance)
          .diagnoseSharing("SAME_ROWS", at -> at.get(1))
          .toBeOnePerElement();
    }
  }

  @Test
  void neighbours_are_independent(Subject dropout, RandomKey key, Chance chance) {
    float[] row = slopes(dropout, 1, 2_000, 0.4, key)[0];

    chance
        .count("pairs-in-row", alike(every(row, 0, 2), every(row, 1, 2)), 1_000)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject dropout, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 400; i++) {
      four += zeros(slopes(dropout, 2, 5, 0.4, key.split(i))) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 400).toBeBinomial(fourOfTen);
  }

  @Test
  void with_p_0_the_values_are_copied(Subject dropout, RandomKey key) {
    float[][] x = example();

    float[][] y = dropout.forward(x, 0, key);

    expectThat(y != x && y[0] != x[0] && y[1] != x[1], "is-new").orFail();
  }

  @Test
  void with_p_1_every_value_becomes_plus_zero(Subject dropout, RandomKey key) {
    float[][] x = {{1, -2}, {Float.NaN, Float.POSITIVE_INFINITY}};
    float[][] ofNumbers = dropout.forward(new float[][] {{1, -2}}, 1, key);

    expect("forward(x, 1, key)", dropout.forward(copy(x), 1, key))
        .given("x", x)
        .diagnoseIf("ZERO_Q", Float.isNaN(ofNumbers[0][0]) && Float.isNaN(ofNumbers[0][1]))
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(dropout, key))
        .toBeExactly(new float[2][2]);
  }

  @Test
  void a_dropped_nan_is_gone(Subject dropout, RandomKey key, Chance chance) {
    chance
        .count("numbers-among-nan", numbers(dropout, Float.NaN, key), 400)
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(dropout, key))
        .toBeBinomial(0.6);
  }

  @Test
  void the_same_key_gives_the_same_values(Subject dropout, RandomKey key) {
    float[][] first = copy(dropout.forward(filled(2, 64, 1), 0.6, key));
    float[][] second = dropout.forward(filled(2, 64, 1), 0.6, key);

    expect("forward(x, 0.6, key)", second).remark("again").toBe(first);
  }

  @Test
  void a_later_call_leaves_an_earlier_result_as_it_was(Subject dropout, RandomKey key) {
    float[][] first = dropout.forward(filled(6, 6, 1), 0.6, key);
    float[][] before = copy(first);

    dropout.forward(filled(6, 6, 1), 0.6, key.split(1));

    expect("forward(x, 0.6, key)", first).remark("after-another-key").toBe(before);
  }

  @Test
  void a_large_input_meets_no_pattern(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, 2, 5_000, 0.6, key, chance).toNeverRepeat();
  }

  @Test
  void without_rows_there_is_nothing_to_drop(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(new float[0][], 0.6, key);

    expect("forward(new float[0][], 0.6, key)", y).toBe(new float[0][]);
  }

  /** How much each element grows with x: not at all, if it is dropped. */
  private static float[][] slopes(Subject dropout, int rows, int columns, double p, RandomKey key) {
    float[][] more = dropout.forward(filled(rows, columns, 2), p, key);
    float[][] less = dropout.forward(filled(rows, columns, 1), p, key);
    float[][] slopes = copy(more);
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < slopes[i].length; j++) {
        slopes[i][j] -= less[i][j];
      }
    }
    return slopes;
  }

  private static Draws draws(
      Subject dropout, int rows, int columns, double p, RandomKey key, Chance chance) {
    String call = "forward(x + 1, " + p + ", key) - forward(x, " + p + ", key)";
    return chance.draws(call, p, key, child -> slopes(dropout, rows, columns, p, child));
  }

  /** Only a sign asks for it, so its seed is never told. */
  private static boolean keepsWithP(Subject dropout, RandomKey key) {
    Chance chance = new Chance(Chance.ALPHA, 0);
    return draws(dropout, 2, 3, 0.1, key, chance).areZeroWith(0.9)
        && draws(dropout, 2, 3, 0.3, key, chance).areZeroWith(0.7);
  }

  /** The right output for the example, where the same elements are dropped. */
  private static float[][] right(Subject dropout, double p, RandomKey key) {
    Law law = Law.of(p, LOW);
    float[][] slopes = slopes(dropout, 2, 3, p, key);
    float[][] right = example();
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        double kept = law.scale * right[i][j] + law.shift;
        right[i][j] = (float) (slopes[i][j] == 0 ? law.dropped : kept);
      }
    }
    return right;
  }

  /** Whether this can be said of the law that is seen, at two rates. */
  private static boolean obeys(Subject dropout, RandomKey key, BiPredicate<Double, Law> wrong) {
    return DoubleStream.of(0.2, 0.6).allMatch(p -> wrong.test(p, Law.seen(dropout, p, key)));
  }

  private static double a(double p) {
    return Law.of(p, LOW).scale;
  }

  private static double b(double p) {
    return Law.of(p, LOW).shift;
  }

  /** Whether a is squared, in b as well. */
  private static boolean hasNoRoot(double p, Law law) {
    double square = a(p) * a(p);
    double shift = -square * p * LOW;
    return law.is(square, shift, square * LOW + shift);
  }

  /** Of 400 elements of this value, how many became another one that is a number. */
  private static int numbers(Subject dropout, float value, RandomKey key) {
    float[] y = dropout.forward(filled(1, 400, value), 0.6, key)[0];
    return (int) IntStream.range(0, 400).filter(j -> Float.isFinite(y[j])).count();
  }

  /** Whether no dropped element is a number, where x is NaN and where it is infinite. */
  private static boolean multipliesByZero(Subject dropout, RandomKey key) {
    float[] ofInfinity = dropout.forward(filled(1, 400, Float.POSITIVE_INFINITY), 0.6, key)[0];
    long infinite = IntStream.range(0, 400).filter(j -> Float.isInfinite(ofInfinity[j])).count();
    return numbers(dropout, Float.NaN, key) == 0
        && numbers(dropout, Float.POSITIVE_INFINITY, key) == 0
        && infinite > 0
        && infinite < 400;
  }
}
