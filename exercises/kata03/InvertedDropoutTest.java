package kata03;

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
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Inverted dropout drops each element with probability p and divides the others by q = 1 - p. */
@KataTest("kata03.InvertedDropout")
class InvertedDropoutTest {

  interface Subject {
    float[][] forward(float[][] x, double p, RandomKey key);
  }

  /** Neither 0 nor 1, and one value is negative: each mistake can be seen. */
  private static float[][] example() {
    return new float[][] {{1, -2}, {3, 4}};
  }

  @Test
  void the_shape_stays(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(new float[2][3], 0.6, key);

    expect("forward(x, 0.6, key)", y).remark("x-is-zeros").toBe(new float[2][3]);
  }

  @Test
  void another_key_gives_other_zeros(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, filled(20, 100, 1), 0.6, key, chance)
        .diagnoseIf("NEVER_DROPS", () -> changesNothing(dropout, key))
        .diagnoseOneSeed("RESEEDS")
        .toDependOnTheKey();
  }

  @Test
  void each_element_is_dropped_with_probability_p(Subject dropout, RandomKey key, Chance chance) {
    draws(dropout, example(), 0.1, key, chance)
        .diagnoseIf(
            "P_IS_KEEP",
            () ->
                draws(dropout, example(), 0.1, key, chance).areZeroWith(0.9)
                    && draws(dropout, example(), 0.3, key, chance).areZeroWith(0.7))
        .diagnoseIf(
            "ONLY_POSITIVE",
            () ->
                draws(dropout, filled(2, 2, 3), 0.1, key, chance).areZeroWith(0.1)
                    && zeros(dropout.forward(filled(40, 50, -2), 0.6, key)) == 0)
        .toBeZeroWith(0.1);
  }

  @Test
  void each_value_becomes_zero_or_x_over_q(Subject dropout, RandomKey key) {
    double[] rates = {0.6, 0.7, 0.25, 0.95};
    for (int i = 0; i < 80; i++) {
      double p = rates[i / 20];
      float[][] y = dropout.forward(example(), p, key.split(i));

      expect("forward(x, " + p + ", key.split(" + i + "))", y)
          .given("x", example())
          .diagnoseIf("NO_SCALE", () -> multipliesBy(rate -> 1, dropout, key))
          .diagnoseIf("SCALE_P", () -> multipliesBy(rate -> 1 / rate, dropout, key))
          .diagnoseIf("INT_DIV", () -> multipliesBy(rate -> (int) (1 / (1 - rate)), dropout, key))
          .diagnoseIf(
              "ROOT_SCALE", () -> multipliesBy(rate -> 1 / Math.sqrt(1 - rate), dropout, key))
          .diagnoseIf(
              "RENORMALISES", () -> scalesTo(kept -> 50.0 / (50 - zeros(kept)), dropout, key))
          .diagnoseIf("KEEPS_SUM", () -> scalesTo(kept -> sum(many()) / sum(kept), dropout, key))
          .toBe(times(where(example(), y), 1 / (1 - p)));
    }
  }

  @Test
  void the_input_stays_as_it_was(Subject dropout, RandomKey key) {
    float[][] x = example();

    dropout.forward(x, 0.6, key);

    expect("x", x)
        .remark("after", "forward(x, 0.6, key)")
        .diagnoseIf("IN_PLACE", true) // it was, whatever stands there now
        .toBe(example());
  }

  @Test
  void every_element_has_a_draw_of_its_own(Subject dropout, RandomKey key, Chance chance) {
    for (int rows : new int[] {3, 40}) {
      draws(dropout, filled(rows, 120 / rows, 1), 0.6, key, chance)
          .diagnoseSharing("ROW_DRAW", at -> at.get(0))
          .diagnoseSharing("SAME_ROWS", at -> at.get(1))
          .diagnoseCollisions("INDEX_COLLIDES")
          .toBeOnePerElement();
    }
  }

  @Test
  void neighbours_are_independent(Subject dropout, RandomKey key, Chance chance) {
    float[] row = dropout.forward(filled(1, 2_000, 1), 0.4, key)[0];

    chance
        .count("pairs-in-row", alike(every(row, 0, 2), every(row, 1, 2)), 1_000)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject dropout, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 400; i++) {
      four += zeros(dropout.forward(filled(2, 5, 1), 0.4, key.split(i))) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 400).toBeBinomial(fourOfTen);
  }

  @Test
  void with_p_0_every_value_stays(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(example(), 0, key);

    expect("forward(x, 0, key)", y).toBeExactly(example());
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

    expect("forward(x, 1, key)", dropout.forward(x, 1, key))
        .given("x", x)
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(dropout, key))
        .toBeExactly(new float[2][2]);
  }

  @Test
  void a_dropped_nan_becomes_zero(Subject dropout, RandomKey key, Chance chance) {
    float[][] y = dropout.forward(filled(20, 20, Float.NaN), 0.6, key);

    chance
        .count("zeros-among-nan", zeros(y), 400)
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(dropout, key))
        .toBeBinomial(0.6);
  }

  @Test
  void the_same_key_gives_the_same_values(Subject dropout, RandomKey key) {
    float[][] first = copy(dropout.forward(filled(2, 64, 1), 0.6, key));
    float[][] second = dropout.forward(filled(2, 64, 1), 0.6, key);

    expect("forward(x, 0.6, key)", second)
        .remark("again")
        .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.6, second))
        .toBe(first);
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
    draws(dropout, filled(2, 33_000, 1), 0.6, key, chance).toNeverRepeat();
    int dropped = zeros(dropout.forward(filled(100, 100, 1), 0.1, key));
    chance.count("zeros", dropped, 10_000).toBeBinomial(0.1);
  }

  @Test
  void p_need_not_be_a_tenth(Subject dropout, RandomKey key, Chance chance) {
    int some = zeros(dropout.forward(filled(100, 100, 1), 0.25, key));
    chance.count("zeros-at-025", some, 10_000).toBeBinomial(0.25);
    int most = zeros(dropout.forward(filled(100, 100, 1), 0.85, key));
    chance.count("zeros-at-085", most, 10_000).toBeBinomial(0.85);
  }

  @Test
  void without_rows_there_is_nothing_to_drop(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(new float[0][], 0.6, key);

    expect("forward(new float[0][], 0.6, key)", y).toBe(new float[0][]);
  }

  private static Draws draws(Subject dropout, float[][] x, double p, RandomKey key, Chance chance) {
    String call = "forward(x, " + p + ", key)";
    return chance.draws(call, p, key, child -> dropout.forward(copy(x), p, child));
  }

  private static boolean changesNothing(Subject dropout, RandomKey key) {
    return DoubleStream.of(0.1, 0.6, 0.9)
        .allMatch(p -> same(dropout.forward(many(), p, key), many()));
  }

  /** Whether what survives is x times this factor, at two rates, so that it is no coincidence. */
  private static boolean multipliesBy(DoubleUnaryOperator factor, Subject dropout, RandomKey key) {
    return DoubleStream.of(0.6, 0.7)
        .allMatch(
            p -> {
              float[][] y = dropout.forward(many(), p, key);
              return same(y, times(where(many(), y), factor.applyAsDouble(p)));
            });
  }

  /** Whether what survives is x times a factor that depends on what survives. */
  private static boolean scalesTo(
      ToDoubleFunction<float[][]> factor, Subject dropout, RandomKey key) {
    return DoubleStream.of(0.6, 0.7)
        .allMatch(
            p -> {
              float[][] y = dropout.forward(many(), p, key);
              float[][] kept = where(many(), y);
              return same(y, times(kept, factor.applyAsDouble(kept)));
            });
  }

  private static double sum(float[][] x) {
    double sum = 0;
    for (float[] row : x) {
      for (float value : row) {
        sum += value;
      }
    }
    return sum;
  }

  /** Whether what is dropped is x times 0: +0 for 1, but -0 for -2 and NaN for NaN. */
  private static boolean multipliesByZero(Subject dropout, RandomKey key) {
    float[] dropped = new float[3];
    for (int i = 0; i < 50; i++) {
      float[][] y = dropout.forward(new float[][] {{1, -2, Float.NaN}}, 0.6, key.split(i));
      for (int j = 0; j < 2; j++) {
        dropped[j] = y[0][j] == 0 ? 1 / y[0][j] : dropped[j];
      }
      dropped[2] += y[0][2] == 0 ? 1 : 0;
    }
    return dropped[0] == Float.POSITIVE_INFINITY
        && dropped[1] == Float.NEGATIVE_INFINITY
        && dropped[2] == 0;
  }

  /** Fifty values, of both signs and none of them 0. */
  private static float[][] many() {
    float[][] x = new float[5][10];
    for (int n = 0; n < 50; n++) {
      x[n / 10][n % 10] = n - 20.5f;
    }
    return x;
  }
}
