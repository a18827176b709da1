package kata07;

import static dojo.expect.Expect.expect;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.every;

import dojo.expect.Chance;
import dojo.expect.Drawn;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Inverted dropout keeps the mean of an element and gives it the variance x²p/q. */
@KataTest("kata07.DropoutMoments")
class DropoutMomentsTest {

  interface Subject {
    double mean(double x, double p);

    double variance(double x, double p);

    double[] sample(double x, double p, int draws, RandomKey key);

    double sampleMean(double[] y);

    double sampleVariance(double[] y);
  }

  /** Elements and rates at which no two formulas agree, one element is negative. */
  private static final double[][] PLACES = {{3, 0.6}, {-2, 0.1}, {0.5, 0.8}, {10, 0.3}};

  private static double[] draws() {
    return new double[] {2.5, 0, -4, 0, 10};
  }

  @Test
  void the_mean_is_that_of_the_input(Subject moments) {
    for (double[] place : PLACES) {
      expect("mean(" + place[0] + ", " + place[1] + ")", moments.mean(place[0], place[1]))
          .diagnoseIf("STANDARD_MEAN", () -> are(moments::mean, (x, p) -> x * (1 - p)))
          .toBe(place[0]);
    }
    expect("mean(0, 0.6)", moments.mean(0, 0.6)).toBe(0.0);
  }

  @Test
  void the_variance_is_that_of_the_two_outcomes(Subject moments) {
    for (double[] place : PLACES) {
      double x = place[0];
      double p = place[1];
      double kept = x / (1 - p) - x;
      double right = (1 - p) * kept * kept + p * x * x;

      expect("variance(" + x + ", " + p + ")", moments.variance(x, p))
          .diagnoseIf("P_TIMES_Q", () -> are(moments::variance, (v, r) -> v * v * r * (1 - r)))
          .diagnoseIf("SD_FOR_VAR", () -> areRoots(moments))
          .diagnoseIf("SECOND_MOMENT", () -> are(moments::variance, (v, r) -> v * v / (1 - r)))
          .diagnoseIf("Q_OVER_P", () -> are(moments::variance, (v, r) -> v * v * (1 - r) / r))
          .diagnoseIf("NOT_SQUARED", () -> are(moments::variance, (v, r) -> v * r / (1 - r)))
          .diagnoseIf("OF_THE_MASK", () -> are(moments::variance, (v, r) -> r / (1 - r)))
          .toBe(right);
    }
    expect("variance(0, 0.6)", moments.variance(0, 0.6)).toBe(0.0);
  }

  @Test
  void with_p_0_nothing_varies(Subject moments) {
    expect("mean(-2, 0)", moments.mean(-2, 0)).toBe(-2.0);
    expect("variance(-2, 0)", moments.variance(-2, 0)).toBe(0.0);
  }

  @Test
  void with_p_1_nothing_is_left(Subject moments) {
    double mean = moments.mean(3, 1);
    double variance = moments.variance(3, 1);

    expect("mean(3, 1)", mean)
        .at("mean")
        .diagnoseIf("P_1_BY_FORMULA", mean == 3 || Double.isNaN(mean))
        .toBe(0.0);
    expect("variance(3, 1)", variance)
        .diagnoseIf("P_1_BY_FORMULA", !Double.isFinite(variance))
        .toBe(0.0);
  }

  @Test
  void another_key_gives_other_draws(Subject moments, RandomKey key, Chance chance) {
    draws(moments, 0.6, 1_000, key, chance).diagnoseOneSeed("RESEEDS").toDependOnTheKey();
  }

  @Test
  void each_draw_is_zero_with_probability_p(Subject moments, RandomKey key, Chance chance) {
    draws(moments, 0.1, 4, key, chance)
        .diagnoseIf(
            "P_IS_KEEP",
            () ->
                draws(moments, 0.1, 4, key, chance).areZeroWith(0.9)
                    && draws(moments, 0.3, 4, key, chance).areZeroWith(0.7))
        .toBeZeroWith(0.1);
  }

  @Test
  void each_draw_is_zero_or_x_over_q(Subject moments, RandomKey key) {
    for (double p : new double[] {0.6, 0.7, 0.2}) {
      double[] y = moments.sample(-3, p, 40, key);

      expect("sample(-3, " + p + ", 40, key)", y)
          .diagnoseIf("NO_SCALE", () -> survivorsAre(rate -> 1, moments, key))
          .diagnoseIf("SCALE_P", () -> survivorsAre(rate -> 1 / rate, moments, key))
          .toBe(orZero(y, 40, -3 / (1 - p)));
    }
    expect("sample(0, 0.6, 3, key)", moments.sample(0, 0.6, 3, key)).toBe(new double[3]);
  }

  @Test
  void every_draw_has_a_coin_of_its_own(Subject moments, RandomKey key, Chance chance) {
    draws(moments, 0.6, 120, key, chance).diagnoseSharing("ONE_COIN", at -> 0).toBeOnePerElement();
  }

  @Test
  void neighbours_are_independent(Subject moments, RandomKey key, Chance chance) {
    float[] y = floats(moments.sample(1, 0.4, 2_000, key));

    chance
        .count("pairs-in-sample", alike(every(y, 0, 2), every(y, 1, 2)), 1_000)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject moments, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 400; i++) {
      four += zeros(moments.sample(1, 0.4, 10, key.split(i))) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 400).toBeBinomial(fourOfTen);
  }

  @Test
  void with_p_0_every_draw_is_x(Subject moments, RandomKey key) {
    expect("sample(-3, 0, 4, key)", moments.sample(-3, 0, 4, key))
        .toBeExactly(new double[] {-3, -3, -3, -3});
  }

  @Test
  void with_p_1_every_draw_is_plus_zero(Subject moments, RandomKey key) {
    for (double x : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -3}) {
      expect("sample(x, 1, 4, key)", moments.sample(x, 1, 4, key))
          .given("x", new double[] {x})
          .diagnoseIf("MULTIPLIES", () -> multipliesByZero(moments, key))
          .toBeExactly(new double[4]);
    }
  }

  @Test
  void a_dropped_nan_becomes_zero(Subject moments, RandomKey key, Chance chance) {
    chance
        .count("zeros-among-nan", zeros(moments.sample(Double.NaN, 0.6, 400, key)), 400)
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(moments, key))
        .toBeBinomial(0.6);
  }

  @Test
  void the_same_key_gives_the_same_draws(Subject moments, RandomKey key) {
    double[] first = moments.sample(1, 0.6, 128, key).clone();
    double[] second = moments.sample(1, 0.6, 128, key);

    expect("sample(1, 0.6, 128, key)", second)
        .remark("again")
        .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.6, second))
        .toBe(first);
  }

  @Test
  void a_later_sample_leaves_an_earlier_one_as_it_was(Subject moments, RandomKey key) {
    double[] first = moments.sample(1, 0.6, 36, key);
    double[] before = first.clone();

    moments.sample(1, 0.6, 36, key.split(1));

    expect("sample(1, 0.6, 36, key)", first).remark("after-another-key").toBe(before);
  }

  @Test
  void a_long_sample_meets_no_pattern(Subject moments, RandomKey key, Chance chance) {
    draws(moments, 0.6, 66_000, key, chance).toNeverRepeat();
  }

  @Test
  void no_draw_gives_an_empty_sample(Subject moments, RandomKey key) {
    expect("sample(3, 0.6, 0, key)", moments.sample(3, 0.6, 0, key)).toBe(new double[0]);
  }

  @Test
  void the_sample_mean_counts_every_draw(Subject moments) {
    expect("sampleMean(y)", moments.sampleMean(draws()))
        .given("y", draws())
        .diagnose("OF_SURVIVORS", 8.5 / 3)
        .toBe(1.7);
    expect("sampleMean(y)", moments.sampleMean(new double[] {-7.5}))
        .given("y", new double[] {-7.5})
        .toBe(-7.5);
  }

  @Test
  void the_sample_variance_is_right_on_average(Subject moments) {
    double squares = 0;
    double survivors = 0;
    for (double y : draws()) {
      squares += (y - 1.7) * (y - 1.7);
      survivors += y == 0 ? 0 : (y - 8.5 / 3) * (y - 8.5 / 3);
    }

    expect("sampleVariance(y)", moments.sampleVariance(draws()))
        .given("y", draws())
        .diagnose("DIVIDES_BY_N", squares / 5)
        .diagnose("SD_FOR_VAR", Math.sqrt(squares / 4))
        .diagnose("SD_FOR_VAR", Math.sqrt(squares / 5))
        .diagnose("SECOND_MOMENT", 122.25 / 5)
        .diagnose("SECOND_MOMENT", 122.25 / 4)
        .diagnose("OF_SURVIVORS", survivors / 2)
        .diagnose("OF_SURVIVORS", survivors / 3)
        .toBe(squares / 4);
    expect("sampleVariance(y)", moments.sampleVariance(new double[] {-1, 2}))
        .given("y", new double[] {-1, 2})
        .toBe(4.5);
    expect("sampleVariance(y)", moments.sampleVariance(new double[] {0.1, 0.1, 0.1}))
        .given("y", new double[] {0.1, 0.1, 0.1})
        .toBeWithin(0, 1e-12, 0.0);
  }

  @Test
  void a_large_sample_comes_near_the_formulas(Subject moments, RandomKey key, Chance chance) {
    double[] y = moments.sample(3, 0.6, 10_000, key);
    int k = 10_000 - zeros(y); // the draws are 0 or 7.5, so k says all about them

    chance.count("survivors", k, 10_000).toBeBinomial(0.4);
    expect("sampleMean(y)", moments.sampleMean(y)).remark("of-a-sample").toBe(7.5 * k / 10_000);
    expect("sampleVariance(y)", moments.sampleVariance(y))
        .remark("of-a-sample")
        .toBe(7.5 * 7.5 * k * (10_000 - k) / (10_000.0 * 9_999));
  }

  @Test
  void the_draws_stay_as_they_were(Subject moments) {
    double[] y = draws();

    moments.sampleMean(y);
    moments.sampleVariance(y);

    expect("y", y).remark("after", "sampleMean(y), sampleVariance(y)").toBeExactly(draws());
  }

  /** How sample draws, with x = 1. */
  private static Draws draws(Subject moments, double p, int n, RandomKey key, Chance chance) {
    String call = "sample(1, " + p + ", " + n + ", key)";
    return chance.draws(call, p, key, child -> floats(moments.sample(1, p, n, child)));
  }

  private static float[] floats(double[] y) {
    float[] floats = new float[y.length];
    for (int i = 0; i < y.length; i++) {
      floats[i] = (float) y[i];
    }
    return floats;
  }

  private static int zeros(double[] y) {
    return (int) Arrays.stream(y).filter(draw -> draw == 0).count();
  }

  private static double[] orZero(double[] y, int n, double survivor) {
    return IntStream.range(0, n)
        .mapToDouble(i -> i < y.length && y[i] == 0 ? 0 : survivor)
        .toArray();
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= 1e-6 * Math.abs(b);
  }

  /** Whether a moment is this formula, at every place. */
  private static boolean are(DoubleBinaryOperator moment, DoubleBinaryOperator formula) {
    return Arrays.stream(PLACES)
        .allMatch(
            place ->
                near(
                    moment.applyAsDouble(place[0], place[1]),
                    formula.applyAsDouble(place[0], place[1])));
  }

  /** Whether the variance is the standard deviation, perhaps with the sign of x. */
  private static boolean areRoots(Subject moments) {
    return are(
        (x, p) -> Math.abs(moments.variance(x, p)), (x, p) -> Math.abs(x) * Math.sqrt(p / (1 - p)));
  }

  /** Whether at several rates each survivor is x times this factor, and not every draw is zero. */
  private static boolean survivorsAre(DoubleUnaryOperator factor, Subject moments, RandomKey key) {
    return DoubleStream.of(0.6, 0.7, 0.2)
        .allMatch(
            p -> {
              double[] y = moments.sample(-3, p, 40, key);
              int zeros = zeros(y);
              return 0 < zeros
                  && zeros < 40
                  && Arrays.stream(y)
                      .allMatch(draw -> draw == 0 || near(draw, -3 * factor.applyAsDouble(p)));
            });
  }

  /** What is dropped is 0 times x: NaN for NaN, and for infinity, too. */
  private static boolean multipliesByZero(Subject moments, RandomKey key) {
    return DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY)
        .allMatch(
            x ->
                zeros(moments.sample(x, 0.6, 100, key)) == 0
                    && Arrays.stream(moments.sample(x, 0.6, 100, key)).anyMatch(Double::isNaN));
  }
}
