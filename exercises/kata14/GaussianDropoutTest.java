package kata14;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.same;
import static dojo.expect.Grids.times;
import static dojo.expect.Grids.where;

import dojo.expect.Chance;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Gaussian dropout multiplies by N(1, p/q) while training and changes nothing while evaluating. */
@KataTest("kata14.GaussianDropout")
class GaussianDropoutTest {

  interface Subject {
    float[][] forward(float[][] x, double p, boolean training, RandomKey key);
  }

  /** How many factors are looked at. */
  private static final int N = 10_000;

  /** Where a standard normal number is looked at, and how often it is below. */
  private static final double[] AT = {-2, -1, -0.5, 0, 0.5, 1, 2};

  private static final double[] BELOW = {
    0.0227501319, 0.1586552539, 0.3085375387, 0.5, 0.6914624613, 0.8413447461, 0.9772498681
  };

  /** A standard normal number lies between -1 and 1 with this probability. */
  private static final double WITHIN_1 = 0.6826894921;

  /** Half of all standard normal numbers lie between this and minus this. */
  private static final double HALF = 0.6744897502;

  /** Neither 0 nor 1, and one value is negative: each mistake can be seen. */
  private static float[][] example() {
    return new float[][] {{1, -2}, {3, 4}};
  }

  @Test
  void zero_stays_zero(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(new float[2][3], 0.4, true, key);

    expect("forward(x, 0.4, true, key)", y)
        .given("x", new float[2][3])
        .diagnoseIf("ADDITIVE", () -> addsTheNoise(dropout, key))
        .toBe(new float[2][3]);
  }

  @Test
  void another_key_gives_other_noise(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, 2, 3, key, chance).toDependOnTheKey();
  }

  @Test
  void the_noise_lies_around_one(Subject dropout, RandomKey key, Chance chance) {
    double[] factors = factors(dropout, 0.4, key);

    chance
        .count("factors-below", below(factors, 1), N)
        .diagnoseIf("DROPS", () -> drops(dropout, key))
        .diagnoseIf(
            "MEAN_ZERO", () -> isNormal(dropout, p -> 0, p -> Math.sqrt(p / (1 - p)), key, chance))
        .diagnoseIf(
            "DIVIDES_Q",
            () ->
                isNormal(
                    dropout, p -> 1 / (1 - p), p -> Math.sqrt(p / (1 - p)) / (1 - p), key, chance))
        .toBeBinomial(0.5);
  }

  @Test
  void the_noise_has_variance_p_over_q(Subject dropout, RandomKey key, Chance chance) {
    within(dropout, 0.1, "within-at-0.1", key, chance);
    within(dropout, 0.95, "within-at-0.95", key, chance);
  }

  private static void within(
      Subject dropout, double p, String label, RandomKey key, Chance chance) {
    double spread = Math.sqrt(p / (1 - p));
    double[] factors = factors(dropout, p, key);
    chance
        .count(label, below(factors, 1 + spread) - below(factors, 1 - spread), N)
        .diagnoseIf("SD_IS_VAR", () -> isNormal(dropout, r -> 1, r -> r / (1 - r), key, chance))
        .diagnoseIf(
            "P_TIMES_Q", () -> isNormal(dropout, r -> 1, r -> Math.sqrt(r * (1 - r)), key, chance))
        .diagnoseIf(
            "P_IS_KEEP", () -> isNormal(dropout, r -> 1, r -> Math.sqrt((1 - r) / r), key, chance))
        .diagnoseIf("CLIPS_NOISE", () -> isCutOffAtZero(dropout, key, chance))
        .diagnoseIf("UNIFORM_NOISE", () -> isUniform(factors, chance))
        .toBeBinomial(WITHIN_1);
  }

  @Test
  void the_noise_is_normal(Subject dropout, RandomKey key, Chance chance) {
    double sd = Math.sqrt(0.4 / 0.6);
    double[] factors = factors(dropout, 0.4, key);

    chance
        .count("near", below(factors, 1 + sd / 2) - below(factors, 1 - sd / 2), N)
        .toBeBinomial(0.3829249225);
    chance
        .count("beyond-2", N - below(factors, 1 + 2 * sd) + below(factors, 1 - 2 * sd), N)
        .toBeBinomial(0.0455002639);
    chance
        .count("beyond-3", N - below(factors, 1 + 3 * sd) + below(factors, 1 - 3 * sd), N)
        .toBeBinomial(0.0026997961);
  }

  @Test
  void evaluating_gives_every_bit_whatever_p(Subject dropout, RandomKey key) {
    float[][] x = {{3, -2}, {Float.NaN, Float.NEGATIVE_INFINITY}, {-0f, 0.1f}};
    for (double p : new double[] {0.4, 0, 1}) {
      expect("forward(x, " + p + ", false, key)", dropout.forward(copy(x), p, false, key))
          .given("x", x)
          .diagnoseIf("NOISE_IN_EVAL", () -> evaluatesAsItTrains(dropout, key))
          .toBeExactly(x);
    }
  }

  @Test
  void every_element_has_noise_of_its_own(Subject dropout, RandomKey key, Chance chance) {
    for (int rows : new int[] {3, 40}) {
      draws(dropout, rows, 120 / rows, key, chance)
          .diagnoseSharing("SAME_ROWS", at -> at.get(1))
          .toBeOnePerElement();
    }
  }

  @Test
  void neighbours_are_independent(Subject dropout, RandomKey key, Chance chance) {
    float[] row = dropout.forward(filled(1, 2_000, 1), 0.4, true, key)[0];
    float[] above = new float[row.length];
    float[] far = new float[row.length];
    for (int j = 0; j < row.length; j++) {
      above[j] = row[j] > 1 ? 1 : 0;
      far[j] = Math.abs(row[j] - 1) > HALF * Math.sqrt(0.4 / 0.6) ? 1 : 0;
    }

    chance
        .count("pairs-above", alike(every(above, 0, 2), every(above, 1, 2)), 1_000)
        .toBeBinomial(0.5);
    chance.count("pairs-far", alike(every(far, 0, 2), every(far, 1, 2)), 1_000).toBeBinomial(0.5);
  }

  @Test
  void the_input_stays_as_it_was(Subject dropout, RandomKey key) {
    float[][] x = example();

    dropout.forward(x, 0.4, true, key);

    expect("x", x)
        .remark("after", "forward(x, 0.4, true, key)")
        .diagnoseIf("IN_PLACE", true)
        .toBe(example());
  }

  @Test
  void with_p_0_every_value_stays(Subject dropout, RandomKey key) {
    expect("forward(x, 0, true, key)", dropout.forward(example(), 0, true, key))
        .toBeExactly(example());
  }

  @Test
  void with_p_0_the_values_are_copied(Subject dropout, RandomKey key) {
    float[][] x = example();

    float[][] y = dropout.forward(x, 0, true, key);

    expectThat(y != x && y[0] != x[0] && y[1] != x[1], "is-new").orFail();
  }

  @Test
  void with_p_1_every_value_becomes_plus_zero(Subject dropout, RandomKey key) {
    float[][] x = {{1, -2}, {Float.NaN, Float.POSITIVE_INFINITY}};

    float[][] y = dropout.forward(copy(x), 1, true, key);

    expect("forward(x, 1, true, key)", y)
        .given("x", x)
        .diagnoseIf("INFINITE_NOISE", Float.isInfinite(y[0][0]) && Float.isInfinite(y[0][1]))
        .toBeExactly(new float[2][2]);
  }

  @Test
  void nothing_is_dropped_not_even_nan(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(filled(2, 3, Float.NaN), 0.4, true, key);

    expect("forward(x, 0.4, true, key)", y).remark("x-is-nan").toBe(filled(2, 3, Float.NaN));
  }

  @Test
  void the_same_key_gives_the_same_values(Subject dropout, RandomKey key) {
    float[][] first = copy(dropout.forward(filled(2, 64, 1), 0.4, true, key));
    float[][] second = dropout.forward(filled(2, 64, 1), 0.4, true, key);

    expect("forward(x, 0.4, true, key)", second).remark("again").toBe(first);
  }

  @Test
  void a_later_call_leaves_an_earlier_result_as_it_was(Subject dropout, RandomKey key) {
    float[][] first = dropout.forward(filled(6, 6, 1), 0.4, true, key);
    float[][] before = copy(first);

    dropout.forward(filled(6, 6, 1), 0.4, true, key.split(1));

    expect("forward(x, 0.4, true, key)", first).remark("after-another-key").toBe(before);
  }

  @Test
  void a_large_input_meets_no_pattern(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, 2, 5_000, key, chance).toNeverRepeat();
  }

  @Test
  void without_rows_there_is_nothing_to_multiply(Subject dropout, RandomKey key) {
    for (boolean training : new boolean[] {true, false}) {
      float[][] y = dropout.forward(new float[0][], 0.4, training, key);

      expect("forward(new float[0][], 0.4, " + training + ", key)", y).toBe(new float[0][]);
    }
  }

  /** Which elements grow: half of them, as a coin would say, so that noise is judged like coins. */
  private static Draws draws(Subject dropout, int rows, int columns, RandomKey key, Chance chance) {
    return chance.draws(
        "max(0, forward(x, 0.4, true, key) - 1)",
        0.5,
        key,
        child -> {
          float[][] y = dropout.forward(filled(rows, columns, 1), 0.4, true, child);
          for (float[] row : y) {
            for (int j = 0; j < row.length; j++) {
              row[j] = Math.max(0, row[j] - 1);
            }
          }
          return y;
        });
  }

  /** By what each element was multiplied. */
  private static double[] factors(Subject dropout, double p, RandomKey key) {
    float[][] x = mixed();
    float[][] y = dropout.forward(mixed(), p, true, key);
    return IntStream.range(0, N).mapToDouble(n -> (double) y[0][n] / x[0][n]).toArray();
  }

  private static int below(double[] factors, double bound) {
    return (int) Arrays.stream(factors).filter(factor -> factor < bound).count();
  }

  /** Whether the factors are normal with this mean and deviation, at two rates far apart. */
  private static boolean isNormal(
      Subject dropout,
      DoubleUnaryOperator mean,
      DoubleUnaryOperator sd,
      RandomKey key,
      Chance chance) {
    return DoubleStream.of(0.1, 0.8)
        .allMatch(
            p -> {
              double[] factors = factors(dropout, p, key);
              double m = mean.applyAsDouble(p);
              double s = sd.applyAsDouble(p);
              return IntStream.range(0, AT.length)
                  .allMatch(i -> chance.accepts(below(factors, m + s * AT[i]), N, BELOW[i]));
            });
  }

  /** Whether the factors are those of the right noise, but 0 in the place of each negative one. */
  private static boolean isCutOffAtZero(Subject dropout, RandomKey key, Chance chance) {
    return DoubleStream.of(0.5, 0.8)
        .allMatch(
            p -> {
              double[] factors = factors(dropout, p, key);
              double spread = Math.sqrt(p / (1 - p));
              return below(factors, 0) == 0
                  && IntStream.range(0, AT.length)
                      .filter(i -> 1 + spread * AT[i] > -1e-9) // at 0, the zeros are counted
                      .allMatch(
                          i ->
                              chance.accepts(
                                  below(factors, 1 + spread * AT[i] + 1e-9), N, BELOW[i]));
            });
  }

  /** Whether the factors fill one interval around 1 evenly. */
  private static boolean isUniform(double[] factors, Chance chance) {
    double most = Arrays.stream(factors).map(factor -> Math.abs(factor - 1)).max().orElse(0);
    return DoubleStream.of(0.1, 0.25, 0.5, 0.75, 0.9)
        .allMatch(share -> chance.accepts(below(factors, 1 + most * (2 * share - 1)), N, share));
  }

  /** Whether an element becomes 0 or x/q, at two rates. */
  private static boolean drops(Subject dropout, RandomKey key) {
    return DoubleStream.of(0.4, 0.7)
        .allMatch(
            p -> {
              float[][] y = dropout.forward(mixed(), p, true, key);
              return same(y, times(where(mixed(), y), 1 / (1 - p)));
            });
  }

  /** Whether zeros and threes get the same noise on top, and some do. */
  private static boolean addsTheNoise(Subject dropout, RandomKey key) {
    return DoubleStream.of(0.1, 0.4)
        .allMatch(
            p -> {
              float[] zeros = dropout.forward(filled(1, 50, 0), p, true, key)[0];
              float[] threes = dropout.forward(filled(1, 50, 3), p, true, key)[0];
              return IntStream.range(0, 50)
                  .allMatch(j -> zeros[j] != 0 && Math.abs(threes[j] - zeros[j] - 3) < 1e-5);
            });
  }

  /** Whether evaluating gives what training gives, and not x. */
  private static boolean evaluatesAsItTrains(Subject dropout, RandomKey key) {
    float[][] evaluated = dropout.forward(mixed(), 0.4, false, key);
    return same(evaluated, dropout.forward(mixed(), 0.4, true, key)) && !same(evaluated, mixed());
  }

  /** A row of numbers of different sizes and signs, none of them 0. */
  private static float[][] mixed() {
    float[] values = {3, -2, 0.5f};
    float[][] x = new float[1][N];
    for (int n = 0; n < N; n++) {
      x[0][n] = values[n % 3];
    }
    return x;
  }
}
