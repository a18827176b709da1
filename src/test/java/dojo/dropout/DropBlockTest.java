package dojo.dropout;

import static dojo.support.Rejection.assertRejected;
import static dojo.support.Statistics.assertCoins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of DropBlock; see also {@link FamilyTest}. */
class DropBlockTest {
  private static final RandomKey KEY = RandomKey.of(2018);

  @ParameterizedTest
  @CsvSource({
    "0.1, 7, 28, 28, 0.0033057851239669425", // .1·784/49 / 22²
    "0.5, 3, 7, 7, 0.10888888888888888", // .5·49/9 / 5²
    "0.3, 1, 5, 9, 0.3", // single units: γ = p
    "0.4, 6, 6, 6, 0.4", // one place for one block: γ = p
    "0.5, 2, 3, 5, 0.234375" // .5·15/4 / (2·4)
  })
  void gamma_is_that_of_the_paper(double p, int size, int height, int width, double gamma) {
    assertEquals(gamma, DropBlock.of(p, size).gamma(height, width), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({"6, 6", "3, 3", "7, 6", "6, 28", "0, 0"})
  void there_is_no_gamma_where_no_block_fits(int height, int width) {
    for (double p : new double[] {0, .5, 1}) {
      assertRejected(
          "a block of 7 × 7 must fit into [batch, channels, H, W], but the shape was ["
              + height
              + ", "
              + width
              + "]",
          () -> DropBlock.of(p, 7).gamma(height, width));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void a_unit_is_dropped_exactly_when_a_block_with_a_seed_covers_it(double p) {
    DropBlock layer = DropBlock.of(p, 3);
    Tensor y = layer.apply(Tensor.ones(2, 3, 5, 6), Mode.train(KEY));
    double gamma = layer.gamma(5, 6);
    for (int map = 0; map < 6; map++) {
      for (int i = 0; i < 5; i++) {
        for (int j = 0; j < 6; j++) {
          boolean kept = true;
          for (int top = Math.max(0, i - 2); top <= Math.min(2, i); top++) {
            for (int left = Math.max(0, j - 2); left <= Math.min(3, j); left++) {
              kept &= KEY.uniform((map * 3 + top) * 4 + left) < 1 - gamma;
            }
          }
          assertEquals(kept, y.get(map / 3, map % 3, i, j) != 0);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9, 1})
  void what_is_kept_is_scaled_so_that_the_mean_of_the_mask_is_1(double p) {
    Tensor ones = Tensor.ones(8, 4, 7, 7);
    Tensor y = DropBlock.of(p, 3).apply(ones, Mode.train(KEY));
    double kept = y.map(v -> v == 0 ? 0 : 1).sum();
    float scale = (float) (kept == 0 ? 0 : ones.size() / kept);
    assertEquals(y.map(v -> v == 0 ? 0 : scale), y);
    assertEquals(p == 1 ? 0 : 1, y.mean(), 1e-6);
  }

  /** Units that one, two or four places can cover, in maps that are independent of each other. */
  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void a_unit_that_n_places_cover_is_kept_with_probability_1_minus_gamma_to_the_n(double p) {
    int n = 50_000;
    DropBlock layer = DropBlock.of(p, 2);
    double seedless = 1 - layer.gamma(3, 3);
    float[] y = layer.apply(Tensor.ones(n, 1, 3, 3), Mode.train(KEY)).toArray();
    int[] places = {1, 2, 1, 2, 4, 2, 1, 2, 1};
    for (int unit = 0; unit < 9; unit++) {
      int kept = 0;
      for (int map = 0; map < n; map++) {
        kept += y[map * 9 + unit] == 0 ? 0 : 1;
      }
      double expected = Math.pow(seedless, places[unit]);
      assertCoins("unit " + unit + " kept at p = " + p, kept, n, expected, KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.1, .4, .5, .9})
  void blocks_of_one_unit_are_the_mask_of_dropout(double p) {
    Tensor x = Tensor.ones(4, 3, 5, 5);
    assertEquals(
        Dropout.of(p).apply(x, Mode.train(KEY)).map(v -> v == 0 ? 0 : 1),
        DropBlock.of(p, 1).apply(x, Mode.train(KEY)).map(v -> v == 0 ? 0 : 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .1, .4, .5, .9, 1})
  void a_dropped_unit_is_plus_zero_whatever_it_was(double p) {
    Tensor y = DropBlock.of(p, 2).apply(Tensor.full(Double.NaN, 4, 2, 5, 5), Mode.train(KEY));
    for (float v : y.toArray()) {
      assertTrue(Float.isNaN(v) || Float.floatToIntBits(v) == 0);
    }
  }

  @Test
  void a_block_may_be_as_large_as_the_image() {
    Tensor x = Tensor.ones(2, 3, 4, 4);
    assertEquals(x, DropBlock.of(.5, 4).apply(x, Mode.eval()));
  }

  @Test
  void printing_tells_the_rate_and_the_blocks() {
    assertEquals("DropBlock(p = 0.1, blocks of 7 × 7)", DropBlock.of(.1, 7).toString());
  }

  @Test
  void what_does_not_fit_is_rejected_in_every_mode() {
    for (Mode mode : new Mode[] {Mode.train(KEY), Mode.eval()}) {
      for (int[] shape : new int[][] {{2, 3, 4, 7}, {2, 3, 7, 4}}) {
        var e =
            assertThrows(
                IllegalArgumentException.class,
                () -> DropBlock.of(.1, 5).apply(Tensor.ones(shape), mode));
        assertEquals(
            "a block of 5 × 5 must fit into [batch, channels, H, W], but the shape was "
                + Arrays.toString(shape),
            e.getMessage());
      }
      assertThrows(
          IllegalArgumentException.class,
          () -> DropBlock.of(.1, 1).apply(Tensor.ones(3, 4, 5), mode));
    }
    var e = assertThrows(IllegalArgumentException.class, () -> DropBlock.of(.1, 0));
    assertEquals("block size must be at least 1, but was 0", e.getMessage());
  }
}
