package kata02;

import static dojo.expect.Expect.expect;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.column;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.ones;

import dojo.expect.Chance;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
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

    expect("mask(2, 3, 0.4, key)", mask).remark("zero-or-one").toBe(zeroOne(mask, 2, 3));
  }

  @Test
  void the_same_key_gives_the_same_mask(Subject coins, RandomKey key) {
    float[][] first = coins.mask(6, 6, 0.4, key);
    float[][] second = coins.mask(6, 6, 0.4, key);

    expect("mask(6, 6, 0.4, key)", second)
        .remark("again")
        .diagnoseIf("GLOBAL_RANDOM", true)
        .toBe(first);
  }

  @Test
  void neighbours_in_a_row_are_independent(Subject coins, RandomKey key, Chance chance) {
    float[] row = coins.mask(1, 2_000, 0.4, key)[0];

    chance
        .count("pairs-in-row", alike(every(row, 0, 2), every(row, 1, 2)), 1_000)
        .diagnose("ROW_DRAW", 1.0)
        .toBeBinomial(ALIKE);
  }

  @Test
  void neighbours_in_a_column_are_independent(Subject coins, RandomKey key, Chance chance) {
    float[] column = column(coins.mask(2_000, 1, 0.4, key), 0);

    chance
        .count("pairs-in-column", alike(every(column, 0, 2), every(column, 1, 2)), 1_000)
        .diagnose("SAME_ROWS", 1.0)
        .toBeBinomial(ALIKE);
  }

  @Test
  void neighbours_on_a_diagonal_are_independent(Subject coins, RandomKey key, Chance chance) {
    float[][] mask = coins.mask(2, 1_001, 0.4, key);
    float[] upper = Arrays.copyOfRange(mask[0], 1, 1_001);
    float[] lower = Arrays.copyOfRange(mask[1], 0, 1_000);

    chance
        .count("pairs-on-diagonal", alike(upper, lower), 1_000)
        .diagnose("INDEX_COLLIDES", 1.0)
        .toBeBinomial(ALIKE);
  }

  @Test
  void another_key_gives_another_mask(Subject coins, RandomKey key, Chance chance) {
    float[] one = coins.mask(1, 1_000, 0.4, key.split(1))[0];
    float[] two = coins.mask(1, 1_000, 0.4, key.split(2))[0];

    chance
        .count("alike-for-two-keys", alike(one, two), 1_000)
        .diagnose("RESEEDS", 1.0)
        .toBeBinomial(ALIKE);
  }

  @Test
  void each_element_is_kept_with_probability_q(Subject coins, RandomKey key, Chance chance) {
    chance
        .count("ones", ones(coins.mask(100, 100, 0.1, key)), 10_000)
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

    chance.count("exactly-six", six, 400).diagnose("EXACT_K", 1.0).toBeBinomial(sixOfTen);
  }

  @Test
  void every_element_has_a_draw_of_its_own(Subject coins, RandomKey key, Chance chance) {
    chance
        .draws("mask(3, 40, 0.4, key)", 0.4, key, child -> coins.mask(3, 40, 0.4, child))
        .toBeOnePerElement();
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
