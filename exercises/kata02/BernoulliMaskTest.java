package kata02;

import static dojo.expect.Expect.expect;
import static dojo.expect.Grids.alike;
import static dojo.expect.Grids.copy;
import static dojo.expect.Grids.every;
import static dojo.expect.Grids.filled;
import static dojo.expect.Grids.ones;

import dojo.expect.Chance;
import dojo.expect.Drawn;
import dojo.expect.Draws;
import dojo.expect.KataTest;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.stream.IntStream;
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
    float[][] first = copy(coins.mask(8, 8, 0.4, key));
    float[][] second = coins.mask(8, 8, 0.4, key);

    expect("mask(8, 8, 0.4, key)", second)
        .remark("again")
        .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.4, second))
        .toBe(first);
  }

  @Test
  void another_key_gives_another_mask(Subject coins, RandomKey key, Chance chance) {
    chance
        .draws("mask(1, 2000, 0.4, key)", 0.4, key, child -> coins.mask(1, 2_000, 0.4, child))
        .diagnoseOneSeed("RESEEDS")
        .toDependOnTheKey();
  }

  @Test
  void each_element_is_dropped_with_probability_p(Subject coins, RandomKey key, Chance chance) {
    smallMasks(coins, 0.1, key, chance)
        .diagnoseIf(
            "NEXT_BOOLEAN",
            () ->
                smallMasks(coins, 0.1, key, chance).areZeroWith(0.5)
                    && smallMasks(coins, 0.3, key, chance).areZeroWith(0.5))
        .diagnoseIf(
            "P_IS_KEEP",
            () ->
                smallMasks(coins, 0.1, key, chance).areZeroWith(0.9)
                    && smallMasks(coins, 0.3, key, chance).areZeroWith(0.7))
        .diagnoseIf(
            "NORMAL_DRAW", // a standard normal number is above 0.9, or above 0.7, so often
            () ->
                smallMasks(coins, 0.1, key, chance).areZeroWith(0.18406)
                    && smallMasks(coins, 0.3, key, chance).areZeroWith(0.24196))
        .toBeZeroWith(0.1);
  }

  private static Draws smallMasks(Subject coins, double p, RandomKey key, Chance chance) {
    String call = "mask(2, 5, " + p + ", key)";
    return chance.draws(call, p, key, child -> coins.mask(2, 5, p, child));
  }

  @Test
  void with_p_0_everything_is_kept(Subject coins, RandomKey key) {
    expect("mask(2, 3, 0, key)", coins.mask(2, 3, 0, key)).toBe(filled(2, 3, 1));
  }

  @Test
  void with_p_1_everything_is_dropped(Subject coins, RandomKey key) {
    expect("mask(2, 3, 1, key)", coins.mask(2, 3, 1, key)).toBe(filled(2, 3, 0));
  }

  @Test
  void every_element_has_a_draw_of_its_own(Subject coins, RandomKey key, Chance chance) {
    for (int rows : new int[] {3, 40}) {
      int columns = 120 / rows;
      String call = "mask(" + rows + ", " + columns + ", 0.4, key)";
      chance
          .draws(call, 0.4, key, child -> coins.mask(rows, columns, 0.4, child))
          .diagnoseSharing("ROW_DRAW", at -> at.get(0))
          .diagnoseSharing("SAME_ROWS", at -> at.get(1))
          .diagnoseCollisions("INDEX_COLLIDES")
          .diagnoseIf("REPEATS", () -> repeats(coins, key))
          .toBeOnePerElement();
    }
  }

  @Test
  void neighbours_are_independent(Subject coins, RandomKey key, Chance chance) {
    float[] row = coins.mask(1, 2_000, 0.4, key)[0];

    chance
        .count("pairs-in-row", alike(every(row, 0, 2), every(row, 1, 2)), 1_000)
        .toBeBinomial(ALIKE);
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
  void a_large_mask_has_no_pattern(Subject coins, RandomKey key, Chance chance) {
    chance
        .draws("mask(2, 33000, 0.4, key)", 0.4, key, child -> coins.mask(2, 33_000, 0.4, child))
        .diagnoseIf("REPEATS", () -> repeats(coins, key))
        .toNeverRepeat();
    int kept = ones(coins.mask(100, 100, 0.1, key));
    chance.count("ones", kept, 10_000).toBeBinomial(0.9);
  }

  @Test
  void p_need_not_be_a_tenth(Subject coins, RandomKey key, Chance chance) {
    int rarely = ones(coins.mask(100, 100, 0.03, key));
    chance.count("ones-at-003", rarely, 10_000).toBeBinomial(0.97);
    int often = ones(coins.mask(100, 100, 0.25, key));
    chance.count("ones-at-025", often, 10_000).toBeBinomial(0.75);
    int mostly = ones(coins.mask(100, 100, 0.85, key));
    chance.count("ones-at-085", mostly, 10_000).toBeBinomial(0.15);
  }

  @Test
  void a_later_mask_leaves_an_earlier_one_as_it_was(Subject coins, RandomKey key) {
    float[][] first = coins.mask(6, 6, 0.4, key);
    float[][] before = copy(first);

    coins.mask(6, 6, 0.4, key.split(1));

    expect("mask(6, 6, 0.4, key)", first).remark("after-another-key").toBe(before);
  }

  @Test
  void without_rows_there_is_nothing_to_draw(Subject coins, RandomKey key) {
    expect("mask(0, 3, 0.4, key)", coins.mask(0, 3, 0.4, key)).toBe(new float[0][]);
  }

  /** Whether a long row says the same again and again, after two elements or more. */
  private static boolean repeats(Subject coins, RandomKey key) {
    float[] row = coins.mask(1, 6_000, 0.4, key)[0];
    boolean constant = ones(new float[][] {row}) % row.length == 0;
    return !constant
        && IntStream.range(2, 3_000)
            .anyMatch(n -> Arrays.equals(row, 0, row.length - n, row, n, row.length));
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
