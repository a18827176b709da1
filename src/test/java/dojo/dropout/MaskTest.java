package dojo.dropout;

import static dojo.support.Statistics.assertChiSquared;
import static dojo.support.Statistics.assertCoins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import dojo.support.CraftedKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  private static final RandomKey KEY = RandomKey.of(400);

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        0x1p-53,
        1e-10,
        0.1,
        0.10000000000000002,
        0.4,
        0.5,
        0.9,
        0.9999,
        0x1.fffffffffffffp-1,
        1
      })
  void unit_i_is_kept_exactly_when_uniform_i_is_below_1_minus_p(double p) {
    Tensor m = Mask.sample(new DropRate(p), KEY, 20_000).toTensor();
    for (int i = 0; i < 20_000; i++) {
      assertEquals(KEY.uniform(i) < 1 - p ? 1f : 0f, m.get(i));
    }
  }

  /** The only numbers where {@code <} and {@code ≤}, or a rounded threshold, make a difference. */
  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        1e-300,
        0x1p-53,
        0x1.8p-53,
        0.1,
        0.10000000000000002,
        0.25,
        0.5,
        0.9,
        0x1.fffffffffffffp-1,
        1
      })
  void the_rule_is_exact_at_its_edge(double p) {
    long edge = (long) ((1 - p) * 0x1p53); // exact: 1 − p is a multiple of 2^-53 or rounds to one
    for (long k = Math.max(0, edge - 2); k <= Math.min(edge + 2, (1L << 53) - 1); k++) {
      RandomKey key = CraftedKey.withUniform(k);
      assertEquals(k * 0x1p-53, key.uniform(0));
      assertEquals(k * 0x1p-53 < 1 - p ? 1 : 0, Mask.sample(new DropRate(p), key, 1).kept());
    }
  }

  @Test
  void a_rate_of_0_keeps_even_the_largest_number_and_a_rate_of_1_drops_even_0() {
    assertEquals(1, Mask.sample(new DropRate(0), CraftedKey.withBits(-1), 1).kept());
    assertEquals(0, Mask.sample(new DropRate(1), CraftedKey.withBits(0), 1).kept());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void the_same_key_and_shape_give_the_same_mask(double p) {
    DropRate rate = new DropRate(p);
    Mask mask = Mask.sample(rate, KEY, 8, 25);
    Mask.sample(rate, KEY.split(1), 8, 25);
    assertEquals(mask, Mask.sample(rate, KEY, 8, 25));
    assertEquals(mask.hashCode(), Mask.sample(rate, KEY, 8, 25).hashCode());
    assertNotEquals(mask, Mask.sample(rate, KEY, 25, 8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void as_many_are_kept_as_coins_would_keep(double p) {
    int n = 200_000;
    int kept = Mask.sample(new DropRate(p), KEY, n).kept();
    assertCoins("kept at p = " + p, kept, n, 1 - p, KEY);
  }

  /** Not round(q·n) each time, and nothing like it: the counts of 400 masks vary as coins do. */
  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void the_number_kept_varies_from_mask_to_mask_as_coins_do(double p) {
    int n = 1000;
    double chi = 0;
    for (int call = 0; call < 400; call++) {
      double kept = Mask.sample(new DropRate(p), KEY.split(call), 10, 100).kept();
      chi += (kept - n * (1 - p)) * (kept - n * (1 - p)) / (n * p * (1 - p));
    }
    assertChiSquared("spread of 400 counts at p = " + p, chi, 400, 400L * n, KEY);
  }

  /**
   * Pairs of units i and i + lag, no unit in two pairs, so that both are kept with probability q²
   * exactly. Lags of 1 and 128 are neighbours in a row and in a column of {@code [512, 128]}.
   */
  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void units_are_independent_within_rows_and_columns(double p) {
    int n = 512 * 128;
    float[] m = Mask.sample(new DropRate(p), KEY, 512, 128).toTensor().toArray();
    for (int lag : new int[] {1, 2, 3, 4, 8, 16, 32, 64, 128, 256, 1024, n / 2}) {
      int both = 0;
      for (int i = 0; i < n; i++) {
        both += i / lag % 2 == 0 && i + lag < n && m[i] + m[i + lag] == 2 ? 1 : 0;
      }
      assertCoins("pairs kept at p = " + p + ", lag " + lag, both, pairs(n, lag), q2(p), KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void every_row_and_every_column_is_as_long_a_run_of_coins(double p) {
    int n = 256;
    Tensor m = Mask.sample(new DropRate(p), KEY, n, n).toTensor();
    for (int i = 0; i < n; i++) {
      int inRow = 0;
      int inColumn = 0;
      for (int j = 0; j < n; j++) {
        inRow += (int) m.get(i, j);
        inColumn += (int) m.get(j, i);
      }
      assertCoins("kept in row " + i + " at p = " + p, inRow, n, 1 - p, KEY);
      assertCoins("kept in column " + i + " at p = " + p, inColumn, n, 1 - p, KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void masks_of_two_keys_are_independent(double p) {
    int n = 100_000;
    DropRate rate = new DropRate(p);
    RandomKey[] others = {KEY.split(0), KEY.split(1), KEY.split(0).split(0), RandomKey.of(401)};
    Mask mask = Mask.sample(rate, KEY, n);
    for (RandomKey other : others) {
      Tensor both = mask.toTensor().times(Mask.sample(rate, other, n).toTensor());
      assertCoins("kept by both at p = " + p, (long) both.sum(), n, q2(p), other);
    }
  }

  @Test
  void a_mask_made_by_hand_keeps_what_is_not_0() {
    Mask mask = Mask.of(Tensor.of(new float[] {1, 0, -2, -0f, 0.5f, Float.NaN}, 2, 3));
    assertEquals(Tensor.of(new float[] {1, 0, 1, 0, 1, 1}, 2, 3), mask.toTensor());
    assertEquals(4, mask.kept());
    assertEquals(mask, Mask.of(mask.toTensor()));
  }

  @Test
  void selecting_gives_exactly_plus_zero_where_a_unit_is_dropped_whatever_it_was() {
    float infinity = Float.POSITIVE_INFINITY;
    float[] any = {1, -1, -0f, Float.NaN, infinity, -infinity, Float.MAX_VALUE, Float.MIN_VALUE};
    for (double scale : new double[] {0, 1, 2, 1 / 0.6, infinity, Double.NaN}) {
      // a tensor is equal to the bit, and so tells 0.0 from −0.0
      assertEquals(Tensor.zeros(8), Mask.of(Tensor.zeros(8)).select(Tensor.of(any, 8), scale));
    }
    Tensor kept = Mask.of(Tensor.ones(8)).select(Tensor.of(any, 8), 1);
    assertEquals(Tensor.of(any, 8), kept);
  }

  @Test
  void a_product_is_rounded_once() {
    double scale = 1 / 0.6;
    for (int i = 0; i < 1000; i++) {
      float x = (float) KEY.normal(i);
      float y = Mask.of(Tensor.ones(1)).select(Tensor.full(x, 1), scale).get(0);
      assertEquals((float) (x * scale), y);
    }
  }

  @Test
  void a_mask_cannot_be_changed_through_the_shape_it_was_given() {
    int[] shape = {2, 3};
    Mask mask = Mask.sample(new DropRate(.4), KEY, shape);
    shape[0] = 9;
    assertEquals(mask, Mask.sample(new DropRate(.4), KEY, 2, 3));
  }

  @Test
  void a_mask_of_nothing_is_empty() {
    Mask mask = Mask.sample(new DropRate(.4), KEY, 3, 0);
    assertEquals(0, mask.kept());
    assertEquals(Tensor.zeros(3, 0), mask.select(Tensor.zeros(3, 0), 2));
  }

  @Test
  void printing_shows_ones_and_zeros() {
    assertEquals(
        """
        Mask[2, 2]
        [[1., 0.],
         [0., 1.]]""",
        Mask.of(Tensor.of(new float[] {1, 0, 0, 3}, 2, 2)).toString());
  }

  @Test
  void a_mask_is_repeated_along_its_axes_of_length_1() {
    Mask narrow = Mask.of(Tensor.of(new float[] {1, 0, 0, 1}, 2, 1, 2));
    Mask wide = Mask.of(Tensor.of(new float[] {1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1}, 2, 3, 2));
    assertEquals(wide, narrow.expand(2, 3, 2));
    assertEquals(narrow, narrow.expand(2, 1, 2));
    assertEquals(Mask.of(Tensor.ones(2, 3)), Mask.of(Tensor.ones(1, 1)).expand(2, 3));
    assertEquals(Mask.of(Tensor.zeros(2, 0)), Mask.of(Tensor.zeros(2, 1)).expand(2, 0));
  }

  @Test
  void a_mask_is_not_repeated_along_longer_axes() {
    Mask mask = Mask.of(Tensor.ones(2, 3));
    for (int[] wide : new int[][] {{2, 6}, {2, 3, 1}, {2}, {2, 1}}) {
      var e = assertThrows(IllegalArgumentException.class, () -> mask.expand(wide));
      assertEquals(
          "a mask of shape [2, 3] cannot be repeated to fill the shape " + Arrays.toString(wide),
          e.getMessage());
    }
  }

  @Test
  void the_lengths_a_mask_is_repeated_to_cannot_be_changed_later() {
    int[] wide = {2, 3};
    Mask mask = Mask.of(Tensor.ones(2, 1)).expand(wide);
    wide[0] = 7;
    assertEquals(Mask.of(Tensor.ones(2, 3)), mask);
  }

  @Test
  void a_mask_of_more_coins_than_an_array_can_hold_is_refused() {
    Mask one = Mask.of(Tensor.ones(1, 1));
    var e = assertThrows(IllegalArgumentException.class, () -> one.expand(1 << 16, 1 << 16));
    assertEquals(
        "a tensor holds at most 2147483392 numbers, but the shape was [65536, 65536]: make it"
            + " smaller, or compute it in parts",
        e.getMessage());
  }

  @Test
  void units_of_another_shape_are_rejected() {
    Mask mask = Mask.of(Tensor.ones(2, 3));
    var e = assertThrows(IllegalArgumentException.class, () -> mask.select(Tensor.ones(3, 2), 1));
    assertEquals("a mask of shape [2, 3] does not fit units of shape [3, 2]", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> Mask.sample(new DropRate(.4), KEY, 2, -1));
    assertEquals("a shape has no negative lengths, but was [2, -1]", e.getMessage());
  }

  private static double q2(double p) {
    return (1 - p) * (1 - p);
  }

  private static int pairs(int n, int lag) {
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      pairs += i / lag % 2 == 0 && i + lag < n ? 1 : 0;
    }
    return pairs;
  }
}
