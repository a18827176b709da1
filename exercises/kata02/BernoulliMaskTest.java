package kata02;

import static dojo.expect.Expect.expect;

import dojo.expect.Chance;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import org.junit.jupiter.api.Test;

/** A Bernoulli mask tosses one coin for each element, and a key decides how the coins fall. */
@KataTest("kata02.BernoulliMask")
class BernoulliMaskTest {

  interface Subject {
    float[][] mask(int rows, int columns, double p, RandomKey key);
  }

  /** Two independent elements are both kept or both dropped with this probability at p = 0.4. */
  private static final double ALIKE = 0.6 * 0.6 + 0.4 * 0.4;

  @Test
  void the_mask_is_zero_or_one_for_each_element(Subject coins, RandomKey key) {
    float[][] mask = coins.mask(2, 3, 0.4, key);

    expect("mask(2, 3, 0.4, key), each value 0 or 1", mask).toBe(zeroOne(mask, 2, 3));
  }

  @Test
  void the_same_key_gives_the_same_mask(Subject coins, RandomKey key) {
    float[][] first = coins.mask(6, 6, 0.4, key);
    float[][] second = coins.mask(6, 6, 0.4, key);

    expect("mask(6, 6, 0.4, key), a second time", second)
        .diagnose("GLOBAL_RANDOM", true)
        .toBe(first);
  }

  @Test
  void neighbours_in_a_row_are_independent(Subject coins, RandomKey key, Chance chance) {
    float[] row = coins.mask(1, 2_000, 0.4, key)[0];

    int alike = 0;
    for (int j = 0; j < 2_000; j += 2) {
      alike += row[j] == row[j + 1] ? 1 : 0;
    }

    chance
        .count("pairs alike in mask(1, 2000, 0.4, key): 1st and 2nd, 3rd and 4th, …", alike, 1_000)
        .diagnose("ROW_DRAW", 1.0)
        .toBeBinomial(ALIKE);
  }

  @Test
  void neighbours_in_a_column_are_independent(Subject coins, RandomKey key, Chance chance) {
    float[][] column = coins.mask(2_000, 1, 0.4, key);

    int alike = 0;
    for (int i = 0; i < 2_000; i += 2) {
      alike += column[i][0] == column[i + 1][0] ? 1 : 0;
    }

    chance
        .count("pairs alike in mask(2000, 1, 0.4, key): 1st and 2nd, 3rd and 4th, …", alike, 1_000)
        .diagnose("SAME_ROWS", 1.0)
        .toBeBinomial(ALIKE);
  }

  @Test
  void neighbours_on_a_diagonal_are_independent(Subject coins, RandomKey key, Chance chance) {
    float[][] mask = coins.mask(2, 1_001, 0.4, key);

    int alike = 0;
    for (int j = 0; j < 1_000; j++) {
      alike += mask[0][j + 1] == mask[1][j] ? 1 : 0;
    }

    chance
        .count("pairs alike in mask(2, 1001, 0.4, key): [0][j + 1] and [1][j]", alike, 1_000)
        .diagnose("INDEX_COLLIDES", 1.0)
        .toBeBinomial(ALIKE);
  }

  @Test
  void another_key_gives_another_mask(Subject coins, RandomKey key, Chance chance) {
    float[] one = coins.mask(1, 1_000, 0.4, key.split(1))[0];
    float[] two = coins.mask(1, 1_000, 0.4, key.split(2))[0];

    int alike = 0;
    for (int j = 0; j < 1_000; j++) {
      alike += one[j] == two[j] ? 1 : 0;
    }

    chance
        .count("elements alike in the masks of two keys, 1 × 1000, p = 0.4", alike, 1_000)
        .diagnose("RESEEDS", 1.0)
        .toBeBinomial(ALIKE);
  }

  @Test
  void each_element_is_kept_with_probability_q(Subject coins, RandomKey key, Chance chance) {
    chance
        .count("ones in mask(100, 100, 0.1, key)", ones(coins.mask(100, 100, 0.1, key)), 10_000)
        .diagnose("NEXT_BOOLEAN", 0.5)
        .diagnose("P_IS_KEEP", 0.1)
        .toBeBinomial(0.9);
  }

  @Test
  void the_number_kept_is_left_to_chance(Subject coins, RandomKey key, Chance chance) {
    int six = 0;
    for (int i = 0; i < 400; i++) {
      six += ones(coins.mask(2, 5, 0.4, key.split(i))) == 6 ? 1 : 0;
    }
    double sixOfTen = 210 * Math.pow(0.6, 6) * Math.pow(0.4, 4); // 210 ways to choose them

    chance
        .count("masks of 10 elements, of 400 keys, that keep exactly 6 at p = 0.4", six, 400)
        .diagnose("EXACT_K", 1.0)
        .toBeBinomial(sixOfTen);
  }

  private static int ones(float[][] mask) {
    int ones = 0;
    for (float[] row : mask) {
      for (float value : row) {
        ones += value == 1 ? 1 : 0;
      }
    }
    return ones;
  }

  /** Returns the mask of this shape that is 1 where the other one is 1. */
  private static float[][] zeroOne(float[][] mask, int rows, int columns) {
    float[][] clean = new float[rows][columns];
    for (int i = 0; i < Math.min(rows, mask.length); i++) {
      for (int j = 0; j < Math.min(columns, mask[i].length); j++) {
        clean[i][j] = mask[i][j] == 1 ? 1 : 0;
      }
    }
    return clean;
  }
}
