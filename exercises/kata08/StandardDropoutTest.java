package kata08;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.column;
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
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Standard dropout scales nothing while training, and the weights, but not the bias, after it. */
@KataTest("kata08.StandardDropout")
class StandardDropoutTest {

  interface Subject {
    float[][] train(float[][] x, float[][] w, float[] b, double p, RandomKey key);

    float[][] inferenceWeights(float[][] w, double p);

    float[][] evaluate(float[][] x, float[][] w, float[] b, double p);
  }

  /** Two examples of three inputs, and two outputs. */
  private static float[][] x() {
    return new float[][] {{1, -2, 3}, {4, 0.5f, -1}};
  }

  private static float[][] w() {
    return new float[][] {{0.5f, -1}, {2, 0.25f}, {-0.75f, 1.5f}};
  }

  private static float[] b() {
    return new float[] {7, -20};
  }

  @Test
  void another_key_drops_other_inputs(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, 50, 20, 0.6, key, chance)
        .diagnoseIf("NEVER_DROPS", () -> zeros(masked(dropout, filled(9, 9, 1), 0.6, key)) == 0)
        .diagnoseOneSeed("RESEEDS")
        .toDependOnTheKey();
  }

  @Test
  void each_input_is_dropped_with_probability_p(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, 2, 2, 0.1, key, chance)
        .diagnoseIf(
            "P_IS_KEEP",
            () ->
                draws(dropout, 2, 2, 0.1, key, chance).areZeroWith(0.9)
                    && draws(dropout, 2, 2, 0.3, key, chance).areZeroWith(0.7))
        .toBeZeroWith(0.1);
  }

  @Test
  void what_survives_keeps_its_size(Subject dropout, RandomKey key) {
    for (int i = 0; i < 40; i++) {
      double p = i < 20 ? 0.6 : 0.7;
      float[][] y = masked(dropout, x(), p, key.split(i));

      expect("train(x, w, b, " + p + ", key.split(" + i + "))", y)
          .remark("survivors")
          .given("x", x())
          .diagnoseIf("BOTH_ENDS", () -> survivorsAre(rate -> 1 / (1 - rate), dropout, key))
          .toBe(where(x(), y));
    }
  }

  @Test
  void the_bias_is_never_dropped(Subject dropout, RandomKey key) {
    for (int i = 0; i < 20; i++) {
      float[][] y = dropout.train(new float[2][3], w(), b(), 0.6, key.split(i));

      expect("train(x, w, b, 0.6, key.split(" + i + "))", y)
          .given("x", new float[2][3])
          .given("b", b())
          .diagnoseIf("DROPS_BIAS", () -> areSome(dropout, new float[2][3], 0, key))
          .toBe(new float[][] {b(), b()});
    }
  }

  @Test
  void the_same_key_drops_the_same_inputs(Subject dropout, RandomKey key) {
    float[][] first = copy(masked(dropout, filled(8, 16, 1), 0.6, key));
    float[][] second = masked(dropout, filled(8, 16, 1), 0.6, key);

    expect("train(x, w, b, 0.6, key)", second)
        .remark("again")
        .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.6, second))
        .toBe(first);
  }

  @Test
  void each_output_adds_up_what_survives(Subject dropout, RandomKey key) {
    for (int i = 0; i < 40; i++) {
      double p = i < 20 ? 0.6 : 0.7;
      float[][] kept = masked(dropout, x(), p, key.split(i));

      expect(
              "train(x, w, b, " + p + ", key.split(" + i + "))",
              dropout.train(x(), w(), b(), p, key.split(i)))
          .given("x", x())
          .given("w", w())
          .given("b", b())
          .diagnoseIf("DROPS_OUTPUTS", () -> areSome(dropout, x(), 1, key))
          .toBeWithin(1e-5, 1e-5, linear(kept, w(), b()));
    }
  }

  @Test
  void every_input_has_a_coin_of_its_own(Subject dropout, RandomKey key, Chance chance) {
    for (int rows : new int[] {3, 40}) {
      draws(dropout, rows, 120 / rows, 0.6, key, chance)
          .diagnoseSharing("ROW_DRAW", at -> at.get(0))
          .diagnoseSharing("SAME_ROWS", at -> at.get(1))
          .diagnoseCollisions("INDEX_COLLIDES")
          .toBeOnePerElement();
    }
  }

  @Test
  void neighbours_are_independent(Subject dropout, RandomKey key, Chance chance) {
    float[] y = column(masked(dropout, filled(2_000, 1, 1), 0.4, key), 0);

    chance
        .count("pairs-in-column", alike(every(y, 0, 2), every(y, 1, 2)), 1_000)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject dropout, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 400; i++) {
      four += zeros(masked(dropout, filled(2, 5, 1), 0.4, key.split(i))) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 400).toBeBinomial(fourOfTen);
  }

  @Test
  void a_large_batch_meets_no_pattern(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, 22_000, 3, 0.6, key, chance).toNeverRepeat();
  }

  @Test
  void with_p_0_nothing_is_dropped(Subject dropout, RandomKey key) {
    expect("train(x, w, b, 0, key)", dropout.train(x(), w(), b(), 0, key))
        .given("x", x())
        .given("w", w())
        .given("b", b())
        .toBe(linear(x(), w(), b()));
  }

  @Test
  void with_p_1_only_the_bias_is_left(Subject dropout, RandomKey key) {
    float[][] x = {{1, Float.NaN, -2}, {Float.NEGATIVE_INFINITY, 3, 4}};

    expect("train(x, w, b, 1, key)", dropout.train(copy(x), w(), b(), 1, key))
        .given("x", x)
        .given("b", b())
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(dropout, key))
        .toBeExactly(new float[][] {b(), b()});
  }

  @Test
  void a_dropped_nan_becomes_zero(Subject dropout, RandomKey key, Chance chance) {
    chance
        .count("zeros-among-nan", zeros(one(dropout, Float.NaN, key)), 400)
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(dropout, key))
        .toBeBinomial(0.6);
  }

  @Test
  void a_later_pass_leaves_an_earlier_one_as_it_was(Subject dropout, RandomKey key) {
    float[][] first = dropout.train(x(), w(), b(), 0.6, key);
    float[][] before = copy(first);

    dropout.train(x(), w(), b(), 0.6, key.split(1));

    expect("train(x, w, b, 0.6, key)", first).remark("after-another-key").toBe(before);
  }

  @Test
  void training_leaves_what_is_given_as_it_was(Subject dropout, RandomKey key) {
    float[][] x = x();
    float[][] w = w();
    float[] b = b();

    dropout.train(x, w, b, 0.6, key);
    dropout.train(x, w, b, 0.6, key.split(1));

    String call = "train(x, w, b, 0.6, key)";
    expect("x", x).remark("after", call).toBe(x());
    expect("w", w).remark("after", call).toBe(w());
    expect("b", b).remark("after", call).toBe(b());
  }

  @Test
  void the_weights_for_inference_are_q_times_as_large(Subject dropout) {
    for (double p : new double[] {0.6, 0.1, 0.8, 0.975, 0}) {
      expect("inferenceWeights(w, " + p + ")", dropout.inferenceWeights(w(), p))
          .given("w", w())
          .diagnoseIf("BY_P", () -> weightsAre(rate -> times(w(), rate), dropout))
          .diagnoseIf("DIVIDES_BY_Q", () -> weightsAre(rate -> times(w(), 1 / (1 - rate)), dropout))
          .diagnoseIf("NOT_SCALED", () -> weightsAre(rate -> w(), dropout))
          .toBe(times(w(), 1 - p));
    }
    expect("inferenceWeights(w, 1)", dropout.inferenceWeights(w(), 1)).toBe(new float[3][2]);
  }

  @Test
  void the_weights_of_training_stay_as_they_were(Subject dropout) {
    float[][] w = w();

    float[][] scaled = dropout.inferenceWeights(w, 0.6);

    expect("w", w)
        .remark("after", "inferenceWeights(w, 0.6)")
        .diagnoseIf("SCALES_FOR_GOOD", same(w, scaled))
        .toBe(w());
    float[][] unscaled = dropout.inferenceWeights(w, 0);
    expectThat(unscaled != w && unscaled[0] != w[0] && unscaled[2] != w[2], "is-new").orFail();
  }

  @Test
  void evaluating_adds_the_bias_as_it_is(Subject dropout) {
    for (double p : new double[] {0.6, 0.1, 0.8, 0.975, 0, 1}) {
      expect("evaluate(x, w, b, " + p + ")", dropout.evaluate(x(), w(), b(), p))
          .given("x", x())
          .given("w", w())
          .given("b", b())
          .diagnoseIf("SCALES_BIAS", () -> evaluates(q -> sums(q, q), dropout))
          .diagnoseIf("NOT_SCALED", () -> evaluates(q -> sums(1, 1), dropout))
          .diagnoseIf("BY_P", () -> evaluates(q -> sums(1 - q, 1), dropout))
          .diagnoseIf("DIVIDES_BY_Q", () -> evaluates(q -> sums(1 / q, 1), dropout))
          .diagnoseIf("SCALES_TWICE", () -> evaluates(q -> sums(q * q, 1), dropout))
          .diagnoseIf("SCALES_TWICE", () -> evaluates(q -> sums(q * q, q), dropout))
          .toBeWithin(1e-5, 1e-5, sums(1 - p, 1));
    }
  }

  @Test
  void evaluating_leaves_what_is_given_as_it_was(Subject dropout) {
    float[][] x = x();
    float[][] w = w();
    float[] b = b();

    float[][] first = copy(dropout.evaluate(x, w, b, 0.6));
    float[][] second = dropout.evaluate(x, w, b, 0.6);

    String call = "evaluate(x, w, b, 0.6)";
    expect("w", w)
        .remark("after", call)
        .diagnoseIf("SCALES_FOR_GOOD", () -> !same(w, w()) && !same(first, second))
        .toBe(w());
    expect("x", x).remark("after", call).toBe(x());
    expect("b", b).remark("after", call).toBe(b());
    expect(call, second).remark("again").toBe(first);
  }

  @Test
  void the_mean_of_training_is_what_evaluating_gives(
      Subject dropout, RandomKey key, Chance chance) {
    float[][] x = filled(1, 1_000, 1);
    float[][] w = filled(1_000, 1, 1);
    float[] b = {-300};

    float trained = dropout.train(copy(x), copy(w), b.clone(), 0.6, key)[0][0];
    float evaluated = dropout.evaluate(x, w, b, 0.6)[0][0];

    chance
        .count("mean-of-training", Math.round(trained + 300), 1_000)
        .toBeBinomial((evaluated + 300) / 1_000);
  }

  @Test
  void without_rows_there_is_nothing_to_drop(Subject dropout, RandomKey key) {
    float[][] none = new float[0][];

    expect("train(new float[0][], w, b, 0.6, key)", dropout.train(none, w(), b(), 0.6, key))
        .toBe(none);
    expect("evaluate(new float[0][], w, b, 0.6)", dropout.evaluate(none, w(), b(), 0.6)).toBe(none);
  }

  /** How the inputs fall, read from a layer that changes nothing. */
  private static Draws draws(
      Subject dropout, int rows, int columns, double p, RandomKey key, Chance chance) {
    return chance.draws(
        "m(train(x, w, b, " + p + ", key))",
        p,
        key,
        child -> masked(dropout, filled(rows, columns, 1), p, child));
  }

  /** What a layer makes of x whose weights are the unit matrix and whose bias is zeros: m∘x. */
  private static float[][] masked(Subject dropout, float[][] x, double p, RandomKey key) {
    float[][] unit = new float[x[0].length][x[0].length];
    for (int i = 0; i < unit.length; i++) {
      unit[i][i] = 1;
    }
    return dropout.train(x, unit, new float[unit.length], p, key);
  }

  /** 400 examples of one input of this value. */
  private static float[][] one(Subject dropout, float value, RandomKey key) {
    return masked(dropout, filled(400, 1, value), 0.6, key);
  }

  private static float[][] linear(float[][] x, float[][] w, float[] b) {
    float[][] y = new float[x.length][b.length];
    for (int n = 0; n < x.length; n++) {
      for (int j = 0; j < b.length; j++) {
        double sum = b[j];
        for (int i = 0; i < w.length; i++) {
          sum += (double) x[n][i] * w[i][j];
        }
        y[n][j] = (float) sum;
      }
    }
    return y;
  }

  /** x·W and b, each times a factor of its own. */
  private static float[][] sums(double ofWeights, double ofBias) {
    float[] bias = times(new float[][] {b()}, ofBias)[0];
    return linear(x(), times(w(), ofWeights), bias);
  }

  /** Whether at two rates each survivor is x times this factor, and some are there. */
  private static boolean survivorsAre(DoubleUnaryOperator factor, Subject dropout, RandomKey key) {
    return IntStream.range(0, 40)
        .allMatch(
            i -> {
              double p = i < 20 ? 0.6 : 0.7;
              float[][] y = masked(dropout, x(), p, key.split(i));
              return same(y, times(where(x(), y), factor.applyAsDouble(p)));
            });
  }

  /** Whether each output is its sum or the bias times this, and both are there. */
  private static boolean areSome(Subject dropout, float[][] x, double bias, RandomKey key) {
    float[][] all = linear(x, w(), b());
    int kept = 0;
    int dropped = 0;
    for (int i = 0; i < 40; i++) {
      float[][] y = dropout.train(copy(x), w(), b(), 0.6, key.split(i));
      for (int n = 0; n < 4; n++) {
        double value = y[n / 2][n % 2];
        kept += Math.abs(value - all[n / 2][n % 2]) < 1e-4 ? 1 : 0;
        dropped += Math.abs(value - bias * b()[n % 2]) < 1e-4 ? 1 : 0;
      }
    }
    return kept > 0 && dropped > 0 && kept + dropped == 160;
  }

  private static boolean weightsAre(DoubleFunction<float[][]> mistaken, Subject dropout) {
    return DoubleStream.of(0.6, 0.1, 0.8)
        .allMatch(p -> same(dropout.inferenceWeights(w(), p), mistaken.apply(p)));
  }

  private static boolean evaluates(DoubleFunction<float[][]> mistakenOfQ, Subject dropout) {
    return DoubleStream.of(0.6, 0.1, 0.8)
        .allMatch(p -> near(dropout.evaluate(x(), w(), b(), p), mistakenOfQ.apply(1 - p)));
  }

  private static boolean near(float[][] a, float[][] b) {
    return IntStream.range(0, 4).allMatch(n -> Math.abs(a[n / 2][n % 2] - b[n / 2][n % 2]) < 1e-4);
  }

  /** What is dropped is 0 times its input: NaN for NaN, and for infinity, too. */
  private static boolean multipliesByZero(Subject dropout, RandomKey key) {
    float[] ofNan = column(one(dropout, Float.NaN, key), 0);
    float[] ofInfinity = column(one(dropout, Float.POSITIVE_INFINITY, key), 0);
    return IntStream.range(0, 400)
        .allMatch(
            j ->
                Float.isNaN(ofNan[j])
                    && (Float.isNaN(ofInfinity[j]) || ofInfinity[j] == Float.POSITIVE_INFINITY));
  }
}
