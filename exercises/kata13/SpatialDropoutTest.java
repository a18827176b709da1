package kata13;

import static dojo.expect.Expect.expect;
import static dojo.expect.Expect.expectThat;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.same;
import static dojo.expect.Grids.times;
import static dojo.expect.Grids.where;
import static dojo.expect.Grids.zeros;

import dojo.expect.Chance;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Spatial dropout tosses one coin for each feature map of each example. */
@KataTest("kata13.SpatialDropout")
class SpatialDropoutTest {

  interface Subject {
    float[][][][] forward(float[][][][] x, double p, RandomKey key);
  }

  /** Two examples, three channels, 2 × 4 places: no two lengths alike, of both signs, no zero. */
  private static float[][][][] example() {
    float[][][][] x = new float[2][3][2][4];
    for (int i = 0; i < 48; i++) {
      x[i / 24][i / 8 % 3][i / 4 % 2][i % 4] = i - 20.5f;
    }
    return x;
  }

  @Test
  void the_shape_stays(Subject dropout, RandomKey key) {
    float[][][][] y = dropout.forward(new float[2][3][4][5], 0.6, key);

    expect("forward(x, 0.6, key)", y).remark("x-is-zeros").toBe(new float[2][3][4][5]);
  }

  @Test
  void where_one_element_is_dropped_its_whole_map_is(Subject dropout, RandomKey key) {
    for (int i = 0; i < 50; i++) {
      float[][][][] x = example();
      float[][][][] y = dropout.forward(example(), 0.6, key.split(i));
      for (int n = 0; n < 2; n++) {
        for (int c = 0; c < 3; c++) {
          float[][] whole = zeros(y[n][c]) == 0 ? y[n][c] : new float[2][4];
          String map = "[" + n + "][" + c + "]";
          expect("forward(x, 0.6, key.split(" + i + "))" + map, y[n][c])
              .given("x" + map, x[n][c])
              .diagnoseIf("PER_ELEMENT", () -> hasOwnCoins(dropout, key))
              .diagnoseIf(
                  "PER_PIXEL", () -> elements(dropout, key).areSharedBy(SpatialDropoutTest::pixel))
              .toBe(whole);
        }
      }
    }
  }

  @Test
  void another_key_drops_other_maps(Subject dropout, RandomKey key, Chance chance) {
    maps(dropout, 2, 3, 0.6, key, chance).toDependOnTheKey();
  }

  @Test
  void each_map_is_dropped_with_probability_p(Subject dropout, RandomKey key, Chance chance) {
    maps(dropout, 1, 2, 0.1, key, chance)
        .diagnoseIf(
            "P_IS_KEEP",
            () ->
                maps(dropout, 1, 2, 0.1, key, chance).areZeroWith(0.9)
                    && maps(dropout, 1, 2, 0.3, key, chance).areZeroWith(0.7))
        .toBeZeroWith(0.1);
  }

  @Test
  void a_kept_map_is_divided_by_q(Subject dropout, RandomKey key) {
    for (int i = 0; i < 40; i++) {
      double p = i < 10 ? 0.6 : i < 20 ? 0.7 : 0.95;
      float[][][][] x = example();
      float[][][][] y = dropout.forward(example(), p, key.split(i));
      for (int n = 0; n < 2; n++) {
        for (int c = 0; c < 3; c++) {
          String map = "[" + n + "][" + c + "]";
          expect("forward(x, " + p + ", key.split(" + i + "))" + map, y[n][c])
              .given("x" + map, x[n][c])
              .diagnoseIf("NO_SCALE", () -> multipliesBy(rate -> 1, dropout, key))
              .toBe(times(where(x[n][c], y[n][c]), 1 / (1 - p)));
        }
      }
    }
  }

  @Test
  void the_input_stays_as_it_was(Subject dropout, RandomKey key) {
    float[][][][] x = example();

    dropout.forward(x, 0.6, key);

    expect("x", x)
        .remark("after", "forward(x, 0.6, key)")
        .diagnoseIf("IN_PLACE", true)
        .toBe(example());
  }

  @Test
  void every_map_has_a_coin_of_its_own(Subject dropout, RandomKey key, Chance chance) {
    for (int examples : new int[] {3, 5}) {
      Draws draws =
          maps(dropout, examples, 15 / examples, 0.6, key, chance)
              .diagnoseSharing("SHARED_BATCH", at -> at.get(1))
              .diagnoseSharing("PER_EXAMPLE", at -> at.get(0));
      for (int i = 1; i <= 5; i++) {
        int factor = i;
        draws
            .diagnoseSharing("INDEX_COLLIDES", at -> at.get(0) * factor + at.get(1))
            .diagnoseSharing("INDEX_COLLIDES", at -> at.get(0) + at.get(1) * factor);
      }
      draws.toBeOnePerElement();
    }
  }

  @Test
  void neighbouring_channels_are_independent(Subject dropout, RandomKey key, Chance chance) {
    float[] row = drop(dropout, filled(1, 2_000, 1), 0.4, key)[0];

    chance
        .count("pairs-of-channels", alike(every(row, 0, 2), every(row, 1, 2)), 1_000)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void the_number_dropped_is_left_to_chance(Subject dropout, RandomKey key, Chance chance) {
    int four = 0;
    for (int i = 0; i < 200; i++) {
      four += zeros(drop(dropout, filled(2, 5, 1), 0.4, key.split(i))) == 4 ? 1 : 0;
    }
    double fourOfTen = 210 * Math.pow(0.4, 4) * Math.pow(0.6, 6); // 210 ways to choose them

    chance.count("exactly-four", four, 200).toBeBinomial(fourOfTen);
  }

  @Test
  void with_p_0_every_value_stays(Subject dropout, RandomKey key) {
    float[][][][] y = dropout.forward(example(), 0, key);

    expect("forward(x, 0, key)", y).toBeExactly(example());
  }

  @Test
  void with_p_0_the_values_are_copied(Subject dropout, RandomKey key) {
    float[][][][] x = example();
    float[][][][] y = dropout.forward(x, 0, key);
    boolean fresh = y != x;
    for (int n = 0; n < 2; n++) {
      fresh &= y[n] != x[n];
      for (int c = 0; c < 3; c++) {
        fresh &= y[n][c] != x[n][c] && y[n][c][0] != x[n][c][0] && y[n][c][1] != x[n][c][1];
      }
    }

    expectThat(fresh, "is-new").orFail();
  }

  @Test
  void with_p_1_every_value_becomes_plus_zero(Subject dropout, RandomKey key) {
    float[][][][] x = {{{{1, -2}}, {{Float.NaN, Float.POSITIVE_INFINITY}}}};

    expect("forward(x, 1, key)", dropout.forward(x, 1, key))
        .given("x", x)
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(dropout, key))
        .toBeExactly(new float[1][2][1][2]);
  }

  @Test
  void a_dropped_map_of_nan_becomes_zeros(Subject dropout, RandomKey key, Chance chance) {
    float[][] y = drop(dropout, filled(20, 20, Float.NaN), 0.6, key);

    chance
        .count("zeros-among-nan", zeros(y), 400)
        .diagnoseIf("MULTIPLIES", () -> multipliesByZero(dropout, key))
        .toBeBinomial(0.6);
  }

  @Test
  void the_same_key_gives_the_same_values(Subject dropout, RandomKey key) {
    float[][] first = drop(dropout, filled(2, 64, 1), 0.6, key);
    float[][] second = drop(dropout, filled(2, 64, 1), 0.6, key);

    expect("forward(x, 0.6, key)", second).remark("again").toBe(first);
  }

  @Test
  void a_later_call_leaves_an_earlier_result_as_it_was(Subject dropout, RandomKey key) {
    float[][][][] first = dropout.forward(example(), 0.6, key);
    float[][] before = kept(first);

    dropout.forward(example(), 0.6, key.split(1));

    expect("forward(x, 0.6, key)", kept(first)).remark("after-another-key").toBe(before);
  }

  @Test
  void many_maps_meet_no_pattern(Subject dropout, RandomKey key, Chance chance) {
    maps(dropout, 2, 5_000, 0.6, key, chance).toNeverRepeat();
    int dropped = zeros(drop(dropout, filled(100, 100, 1), 0.1, key));
    chance.count("zeros", dropped, 10_000).toBeBinomial(0.1);
  }

  @Test
  void where_there_is_nothing_there_is_nothing_to_drop(Subject dropout, RandomKey key) {
    float[][][][] noExample = dropout.forward(new float[0][][][], 0.6, key);
    float[][][][] noPlace = dropout.forward(new float[2][3][0][0], 0.6, key);

    expect("forward(new float[0][][][], 0.6, key)", noExample).toBe(new float[0][][][]);
    expect("forward(new float[2][3][0][0], 0.6, key)", noPlace).toBe(new float[2][3][0][0]);
  }

  /** How the maps fall, an element of this array for each: [batch, channels]. */
  private static Draws maps(
      Subject dropout, int batch, int channels, double p, RandomKey key, Chance chance) {
    String call = "forward(x, " + p + ", key)";
    return chance.draws(call, p, key, child -> drop(dropout, filled(batch, channels, 1), p, child));
  }

  /** Drops maps of one place each, [batch, channels]. */
  private static float[][] drop(Subject dropout, float[][] x, double p, RandomKey key) {
    float[][][][] maps = new float[x.length][x[0].length][][];
    for (int n = 0; n < x.length; n++) {
      for (int c = 0; c < x[n].length; c++) {
        maps[n][c] = new float[][] {{x[n][c]}};
      }
    }
    return kept(dropout.forward(maps, p, key));
  }

  /** The first element of each map, [batch, channels]. */
  private static float[][] kept(float[][][][] y) {
    float[][] first = new float[y.length][y[0].length];
    for (int n = 0; n < first.length; n++) {
      for (int c = 0; c < first[n].length; c++) {
        first[n][c] = y[n][c][0][0];
      }
    }
    return first;
  }

  private static boolean hasOwnCoins(Subject dropout, RandomKey key) {
    elements(dropout, key).toBeOnePerElement();
    return true;
  }

  /** How the elements of maps fall. Only a sign asks for it, so its seed is never told. */
  private static Draws elements(Subject dropout, RandomKey key) {
    return new Chance(Chance.ALPHA, 0)
        .draws("forward(x, 0.6, key)", 0.6, key, k -> dropout.forward(ones(), 0.6, k));
  }

  /** The number of an element's place in all pictures, whatever the channel. */
  private static int pixel(List<Integer> at) {
    return at.get(0) * 6 + at.get(2) * 2 + at.get(3);
  }

  /** Three examples, four channels, 3 × 2 places. */
  private static float[][][][] ones() {
    float[][][][] x = new float[3][4][][];
    for (float[][][] example : x) {
      Arrays.setAll(example, c -> filled(3, 2, 1));
    }
    return x;
  }

  /** Whether what survives is x times this factor, at two rates, so that it is no coincidence. */
  private static boolean multipliesBy(DoubleUnaryOperator factor, Subject dropout, RandomKey key) {
    return DoubleStream.of(0.6, 0.7)
        .allMatch(
            p -> {
              float[][] y = drop(dropout, many(), p, key);
              return same(y, times(where(many(), y), factor.applyAsDouble(p)));
            });
  }

  /** Whether what is dropped is x times 0: +0 for 1, but -0 for -2 and NaN for NaN. */
  private static boolean multipliesByZero(Subject dropout, RandomKey key) {
    float[] dropped = new float[3];
    for (int i = 0; i < 50; i++) {
      float[][] y = drop(dropout, new float[][] {{1, -2, Float.NaN}}, 0.6, key.split(i));
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
