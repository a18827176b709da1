package kata18;

import static dojo.expect.Expect.expect;

import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Behind dropout, a unit has another variance in training than at test time. */
@KataTest("kata18.VarianceShift")
class VarianceShiftTest {

  interface Subject {
    double trainVariance(double mean, double variance, double p);

    double ratio(double mean, double variance, double p);

    double measured(double[] x, double p, RandomKey key);

    double[] block(double[] x, double p, RandomKey key);
  }

  /** A moment of a unit of mean c and variance v behind dropout, q = 1 - p. */
  private interface Moment {
    double of(double c, double v, double p);
  }

  /** Mean, variance and rate, such that no two formulas agree. */
  private static final double[][] PLACES = {
    {2, 3, 0.6}, {-1.5, 0.5, 0.1}, {0.5, 4, 0.95}, {0.1, 0.01, 0.5}
  };

  private static double[] batch() {
    return new double[] {6, 1, 0, 3, -2, 0.5, 4, 0, 2.5, -1};
  }

  @Test
  void the_variance_in_training_grows_with_the_mean_square(Subject shift) {
    for (double[] at : PLACES) {
      expect("trainVariance" + arguments(at), shift.trainVariance(at[0], at[1], at[2]))
          .diagnoseIf("IGNORES_MEAN", () -> are(shift::trainVariance, (c, v, p) -> v / (1 - p)))
          .diagnoseIf(
              "SECOND_MOMENT", () -> are(shift::trainVariance, (c, v, p) -> (c * c + v) / (1 - p)))
          .diagnoseIf(
              "SCALED_MEAN",
              () ->
                  are(
                      shift::trainVariance,
                      (c, v, p) -> (c * c + v) / (1 - p) - (1 - p) * (1 - p) * c * c))
          .diagnoseIf(
              "NOT_SQUARED", () -> are(shift::trainVariance, (c, v, p) -> (c + v) / (1 - p) - c))
          .diagnoseIf(
              "NO_SCALE",
              () ->
                  are(
                      shift::trainVariance,
                      (c, v, p) -> (1 - p) * (c * c + v) - (1 - p) * (1 - p) * c * c))
          .diagnoseIf(
              "P_IS_KEEP", () -> are(shift::trainVariance, (c, v, p) -> (c * c + v) / p - c * c))
          .diagnoseIf(
              "NOISE_ONLY", () -> are(shift::trainVariance, (c, v, p) -> (c * c + v) * p / (1 - p)))
          .toBeWithin(1e-9, 0, right(at[0], at[1], at[2]));
    }
  }

  @Test
  void a_constant_unit_wavers_and_a_dead_one_does_not(Subject shift) {
    expect("trainVariance(2, 0, 0.6)", shift.trainVariance(2, 0, 0.6)).toBeWithin(1e-9, 0, 6.0);
    expect("trainVariance(0, 1, 0.8)", shift.trainVariance(0, 1, 0.8)).toBeWithin(1e-9, 0, 5.0);
    expect("trainVariance(0, 0, 0.6)", shift.trainVariance(0, 0, 0.6)).toBe(0.0);
  }

  @Test
  void with_p_0_the_variance_is_that_of_the_unit(Subject shift) {
    expect("trainVariance(-1.5, 0.5, 0)", shift.trainVariance(-1.5, 0.5, 0))
        .toBeWithin(1e-9, 0, 0.5);
  }

  @Test
  void with_p_1_there_is_no_variance_in_training(Subject shift) {
    double variance = shift.trainVariance(2, 3, 1);

    expect("trainVariance(2, 3, 1)", variance)
        .diagnoseIf("P_1_BY_FORMULA", !Double.isFinite(variance))
        .toBe(0.0);
  }

  @Test
  void the_ratio_is_test_by_train(Subject shift) {
    for (double[] at : PLACES) {
      expect("ratio" + arguments(at), shift.ratio(at[0], at[1], at[2]))
          .diagnoseIf("SWAPPED_RATIO", () -> are(shift::ratio, (c, v, p) -> right(c, v, p) / v))
          .diagnoseIf(
              "SD_RATIO", () -> are(shift::ratio, (c, v, p) -> Math.sqrt(v / right(c, v, p))))
          .diagnoseIf("IGNORES_MEAN", () -> are(shift::ratio, (c, v, p) -> 1 - p))
          .toBeWithin(1e-9, 0, at[1] / right(at[0], at[1], at[2]));
    }
  }

  @Test
  void the_ratio_after_a_relu_and_after_another_norm(Subject shift) {
    double mean = 1 / Math.sqrt(2 * Math.PI); // of ReLU(N(0, 1)), whose mean square is 1/2
    double variance = 0.5 - mean * mean;

    expect("ratio(0.3989, 0.3408, 0.5)", shift.ratio(mean, variance, 0.5))
        .remark("relu")
        .toBeWithin(1e-6, 0, 0.40536012);
    expect("ratio(0, 1, 0.3)", shift.ratio(0, 1, 0.3)).toBeWithin(1e-9, 0, 0.7);
  }

  @Test
  void where_nothing_shifts_the_ratio_is_1(Subject shift) {
    expect("ratio(-1.5, 0.5, 0)", shift.ratio(-1.5, 0.5, 0)).toBeWithin(1e-9, 0, 1.0);
    double dead = shift.ratio(0, 0, 0.6);
    expect("ratio(0, 0, 0.6)", dead).diagnoseIf("DEAD_UNIT", Double.isNaN(dead)).toBe(1.0);
    expect("ratio(2, 0, 0)", shift.ratio(2, 0, 0)).toBe(1.0);
  }

  @Test
  void the_ratio_of_a_constant_unit_is_0_and_with_p_1_infinite(Subject shift) {
    expect("ratio(2, 0, 0.6)", shift.ratio(2, 0, 0.6)).toBe(0.0);
    expect("ratio(2, 3, 1)", shift.ratio(2, 3, 1)).toBe(Double.POSITIVE_INFINITY);
  }

  @Test
  void a_batch_shows_the_same_shift(Subject shift, RandomKey key) {
    for (int i = 0; i < 20; i++) {
      double p = i < 10 ? 0.6 : 0.1;
      double right = test(dropped(batch(), p, key.split(i)));

      expect(
              "measured(x, " + p + ", key.split(" + i + "))",
              shift.measured(batch(), p, key.split(i)))
          .given("x", batch())
          .diagnoseIf("BOTH_NOISY", () -> measuresNoiseOnly(shift, key))
          .diagnoseIf(
              "SWAPPED_RATIO",
              () -> measures(shift, key, (child, r) -> 1 / test(dropped(batch(), r, child))))
          .diagnoseIf(
              "SD_RATIO",
              () -> measures(shift, key, (child, r) -> Math.sqrt(test(dropped(batch(), r, child)))))
          .diagnoseIf("BY_FORMULA", () -> measures(shift, key, (child, r) -> byFormula(r)))
          .toBeWithin(1e-9, 0, right);
    }
  }

  @Test
  void a_batch_of_zeros_does_not_shift(Subject shift, RandomKey key) {
    double dead = shift.measured(new double[8], 0.6, key);

    expect("measured(new double[8], 0.6, key)", dead)
        .diagnoseIf("DEAD_UNIT", Double.isNaN(dead))
        .toBe(1.0);
    expect("measured(x, 0, key)", shift.measured(batch(), 0, key)).given("x", batch()).toBe(1.0);
    double[] constant = {3, 3, 3};
    expect("measured(x, 0, key)", shift.measured(constant.clone(), 0, key))
        .given("x", constant)
        .toBe(1.0);
  }

  @Test
  void a_long_batch_is_measured_as_a_short_one(Subject shift, RandomKey key) {
    double[] x = new double[4_000];
    Arrays.setAll(x, i -> Math.max(0, key.split("x").normal(i)));

    expect("measured(x, 0.5, key)", shift.measured(x.clone(), 0.5, key))
        .remark("long-batch")
        .toBeWithin(1e-9, 0, variance(x) / variance(dropped(x, 0.5, key)));
  }

  @Test
  void the_block_normalises_before_it_drops(Subject shift, RandomKey key) {
    for (int i = 0; i < 20; i++) {
      double p = i < 10 ? 0.6 : 0.3;
      RandomKey child = key.split(i);

      expect("block(x, " + p + ", key.split(" + i + "))", shift.block(batch(), p, child))
          .given("x", batch())
          .diagnoseIf(
              "DROPS_FIRST", () -> blocks(shift, key, (k, r) -> normalised(dropped(batch(), r, k))))
          .diagnoseIf("NEVER_DROPS", () -> blocks(shift, key, (k, r) -> normalised(batch())))
          .toBeWithin(1e-9, 1e-12, dropped(normalised(batch()), p, child));
    }
  }

  @Test
  void with_p_0_the_block_normalises_and_with_p_1_it_gives_zeros(Subject shift, RandomKey key) {
    expect("block(x, 0, key)", shift.block(batch(), 0, key))
        .given("x", batch())
        .toBeWithin(1e-9, 1e-12, normalised(batch()));
    expect("block(x, 1, key)", shift.block(batch(), 1, key))
        .given("x", batch())
        .toBe(new double[10]);
    expect("block({7}, 0.6, key)", shift.block(new double[] {7}, 0.6, key)).toBe(new double[1]);
  }

  @Test
  void the_batch_stays_as_it_was(Subject shift, RandomKey key) {
    double[] x = batch();

    shift.measured(x, 0.6, key);
    expect("x", x).remark("after", "measured(x, 0.6, key)").toBeExactly(batch());
    shift.block(x, 0.6, key);
    expect("x", x).remark("after", "block(x, 0.6, key)").toBeExactly(batch());
  }

  private static String arguments(double[] at) {
    return "(" + at[0] + ", " + at[1] + ", " + at[2] + ")";
  }

  /** The variance behind dropout: that of the unit, and the noise on every input. */
  private static double right(double c, double v, double p) {
    return v + (c * c + v) * p / (1 - p);
  }

  private static boolean are(Moment moment, Moment formula) {
    return Arrays.stream(PLACES)
        .allMatch(at -> near(moment.of(at[0], at[1], at[2]), formula.of(at[0], at[1], at[2])));
  }

  private static boolean near(double a, double b) {
    return a == b || Math.abs(a - b) <= 1e-9 * Math.abs(b) + 1e-12;
  }

  private static double[] dropped(double[] x, double p, RandomKey key) {
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> key.uniform(i) < 1 - p ? x[i] / (1 - p) : 0);
    return y;
  }

  private static double[] normalised(double[] x) {
    double mean = Arrays.stream(x).sum() / x.length;
    DoubleUnaryOperator unit = value -> (value - mean) / Math.sqrt(variance(x) + 1e-5);
    return Arrays.stream(x).map(unit).toArray();
  }

  private static double variance(double[] x) {
    double mean = Arrays.stream(x).sum() / x.length;
    return Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum() / x.length;
  }

  /** The variance of the batch by that of what dropout made of it. */
  private static double test(double[] dropped) {
    return variance(batch()) / variance(dropped);
  }

  private static double byFormula(double p) {
    double mean = Arrays.stream(batch()).sum() / batch().length;
    return variance(batch()) / right(mean, variance(batch()), p);
  }

  /** A number of a key and a rate. */
  private interface Measure<T> {
    T of(RandomKey key, double p);
  }

  /** Whether, under twenty keys and at two rates, what is measured is this. */
  private static boolean measures(Subject shift, RandomKey key, Measure<? extends Number> mistake) {
    return IntStream.range(0, 20)
        .allMatch(
            i -> {
              double p = i < 10 ? 0.6 : 0.1;
              RandomKey child = key.split(i);
              return near(shift.measured(batch(), p, child), mistake.of(child, p).doubleValue());
            });
  }

  /** Whether it is always 1, and does not notice a NaN that was dropped, but one that was kept. */
  private static boolean measuresNoiseOnly(Subject shift, RandomKey key) {
    double[] nan = batch();
    nan[0] = Double.NaN;
    return measures(shift, key, (child, p) -> 1)
        && IntStream.range(0, 20)
            .mapToObj(key::split)
            .allMatch(k -> Double.isNaN(shift.measured(nan, 0.6, k)) == k.uniform(0) < 0.4);
  }

  /** Whether, under twenty keys and at two rates, the block gives this. */
  private static boolean blocks(Subject shift, RandomKey key, Measure<double[]> mistake) {
    return IntStream.range(0, 20)
        .allMatch(
            i -> {
              double p = i < 10 ? 0.6 : 0.3;
              double[] y = shift.block(batch(), p, key.split(i));
              double[] wrong = mistake.of(key.split(i), p);
              return IntStream.range(0, wrong.length).allMatch(n -> near(y[n], wrong[n]));
            });
  }
}
