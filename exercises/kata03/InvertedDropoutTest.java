package kata03;

import static dojo.expect.Expect.expect;

import dojo.expect.Chance;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
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

    expect("forward(x, 0.6, key), where x is 2 × 3 zeros", y).toBe(new float[2][3]);
  }

  @Test
  void each_element_is_dropped_with_probability_p(Subject dropout, RandomKey key, Chance chance) {
    float[][] y = dropout.forward(filled(1, 10_000, 1), 0.1, key);

    chance
        .count("zeros in forward(x, 0.1, key), where x is 1 × 10,000 ones", zeros(y), 10_000)
        .diagnose("P_IS_KEEP", 0.9)
        .diagnose("NEVER_DROPS", 0.0)
        .toBeBinomial(0.1);
  }

  @Test
  void each_value_becomes_zero_or_x_over_q(Subject dropout, RandomKey key) {
    for (int i = 0; i < 50; i++) {
      float[][] y = dropout.forward(example(), 0.6, key.split(i));
      float[][] kept = where(y, example());

      expect("forward(x, 0.6, key.split(" + i + "))", y)
          .given("x", example())
          .diagnose("NO_SCALE", kept)
          .diagnose("SCALE_P", times(kept, 1 / 0.6))
          .diagnose("INT_DIV", times(kept, 2))
          .toBe(times(kept, 1 / 0.4));
    }
  }

  @Test
  void the_input_stays_as_it_was(Subject dropout, RandomKey key) {
    float[][] x = example();

    dropout.forward(x, 0.6, key);

    expect("x after forward(x, 0.6, key)", x).diagnose("IN_PLACE", true).toBe(example());
  }

  @Test
  void each_row_has_a_mask_of_its_own(Subject dropout, RandomKey key, Chance chance) {
    float[][] y = dropout.forward(filled(2, 1_000, 1), 0.4, key);

    int alike = 0;
    for (int j = 0; j < 1_000; j++) {
      alike += (y[0][j] == 0) == (y[1][j] == 0) ? 1 : 0;
    }

    chance
        .count("columns in which both rows are dropped or both are kept, p = 0.4", alike, 1_000)
        .diagnose("SAME_ROWS", 1.0)
        .toBeBinomial(0.4 * 0.4 + 0.6 * 0.6);
  }

  @Test
  void with_p_0_every_value_stays(Subject dropout, RandomKey key) {
    float[][] y = dropout.forward(example(), 0, key);

    expect("forward(x, 0, key)", y).toBeExactly(example());
  }

  @Test
  void with_p_1_every_value_becomes_plus_zero(Subject dropout, RandomKey key) {
    float[][] x = {{1, -2}, {Float.NaN, Float.POSITIVE_INFINITY}};

    float[][] y = dropout.forward(x, 1, key);

    expect("forward(x, 1, key)", y)
        .given("x", x)
        .diagnose("MULTIPLIES", hasNanOrMinusZero(y))
        .toBeExactly(new float[2][2]);
  }

  @Test
  void a_dropped_nan_becomes_zero(Subject dropout, RandomKey key, Chance chance) {
    float[][] x = filled(20, 20, Float.NaN);

    float[][] y = dropout.forward(x, 0.6, key);

    chance
        .count("zeros in forward(x, 0.6, key), where all 400 elements of x are NaN", zeros(y), 400)
        .diagnose("MULTIPLIES", 0.0)
        .toBeBinomial(0.6);
  }

  @Test
  void the_same_key_gives_the_same_values(Subject dropout, RandomKey key) {
    float[][] first = dropout.forward(filled(2, 64, 1), 0.6, key);
    float[][] second = dropout.forward(filled(2, 64, 1), 0.6, key);

    expect("forward(x, 0.6, key), a second time", second).toBe(first);
  }

  /** Returns x where y is not zero: what survived. */
  private static float[][] where(float[][] y, float[][] x) {
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        boolean kept = i < y.length && j < y[i].length && y[i][j] != 0;
        x[i][j] = kept ? x[i][j] : 0;
      }
    }
    return x;
  }

  private static float[][] times(float[][] x, double factor) {
    float[][] y = new float[x.length][];
    for (int i = 0; i < x.length; i++) {
      y[i] = new float[x[i].length];
      for (int j = 0; j < x[i].length; j++) {
        y[i][j] = (float) (x[i][j] * factor);
      }
    }
    return y;
  }

  private static float[][] filled(int rows, int columns, float value) {
    float[][] x = new float[rows][columns];
    for (float[] row : x) {
      Arrays.fill(row, value);
    }
    return x;
  }

  private static int zeros(float[][] y) {
    int zeros = 0;
    for (float[] row : y) {
      for (float value : row) {
        zeros += value == 0 ? 1 : 0;
      }
    }
    return zeros;
  }

  private static boolean hasNanOrMinusZero(float[][] y) {
    for (float[] row : y) {
      for (float value : row) {
        if (Float.isNaN(value) || Float.compare(value, -0f) == 0) {
          return true;
        }
      }
    }
    return false;
  }
}
