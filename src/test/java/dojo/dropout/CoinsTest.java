package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.support.CraftedKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the inner loops to the law, to the bit, for every unit, and layers of any length. */
class CoinsTest {
  private static final RandomKey KEY = RandomKey.of(401);

  /** Lengths around the blocks that loops compute: the layer itself computes the rest. */
  private static final int[] LENGTHS = {0, 1, 3, 100, 255, 256, 257, 511, 513, 4099, 1 << 16};

  @ParameterizedTest
  @ValueSource(doubles = {0, 0x1p-53, 0.1, 0.3, 0.5, 0.9, 0x1.fffffffffffffp-1, 1})
  void a_number_stays_exactly_when_its_coin_is_below_1_minus_p(double p) {
    double scale = new DropRate(p).scale();
    for (int blocks : new int[] {0, 1, 2, 17}) {
      RandomKey key = KEY.split(blocks);
      float[] in = Tensor.normal(key.split("x"), blocks * RandomKey.BLOCK).toArray();
      assertLaw(key, p, in, scale, law(key, p, in, scale));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0x1p-53, 0.1, 0.3, 0.5, 0.9, 0x1.fffffffffffffp-1, 1})
  void whole_blocks_are_computed_and_the_rest_is_left_to_the_caller(double p) {
    double scale = new DropRate(p).scale();
    for (int length : LENGTHS) {
      float[] in = Tensor.normal(KEY.split(length), length).toArray();
      float[] expected = law(KEY, p, in, scale);
      int whole = length / RandomKey.BLOCK * RandomKey.BLOCK;
      Arrays.fill(expected, whole, length, -1);
      float[] out = new float[length];
      Arrays.fill(out, -1);
      assertEquals(whole, Coins.selectBlocks(KEY, 1 - p, in, scale, out));
      assertArrayEquals(expected, out, "length " + length);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0x1p-53, 0.1, 0.3, 0.5, 0.9, 0x1.fffffffffffffp-1, 1})
  void layers_of_every_length_follow_the_law(double p) {
    for (int length : LENGTHS) {
      Tensor x = Tensor.normal(KEY.split(length), length);
      assertArrayEquals(
          law(KEY, p, x.toArray(), new DropRate(p).scale()),
          Dropout.of(p).apply(x, Mode.train(KEY)).toArray());
      assertArrayEquals(
          law(KEY, p, x.toArray(), 1), StandardDropout.of(p).apply(x, Mode.train(KEY)).toArray());
    }
  }

  /** m·x·scale, unit by unit. */
  private static float[] law(RandomKey key, double p, float[] x, double scale) {
    float[] y = new float[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = key.uniform(i) < 1 - p ? (float) (x[i] * scale) : 0f;
    }
    return y;
  }

  /** As cores share them: each starts at a block of its own. */
  @Test
  void a_part_has_the_coins_it_has_in_the_whole_and_the_rest_is_left() {
    float[] in = Tensor.ones(4 * RandomKey.BLOCK).toArray();
    int from = RandomKey.BLOCK;
    int to = 3 * RandomKey.BLOCK;
    for (double scale : new double[] {2, 1 / 0.9}) {
      float[] whole = new float[in.length];
      Coins.select(KEY, 1L << 52, in, 0, in.length, scale, whole);
      float[] part = new float[in.length];
      Coins.select(KEY, 1L << 52, in, from, to, scale, part);
      float[] expected = new float[in.length];
      System.arraycopy(whole, from, expected, from, to - from);
      assertArrayEquals(expected, part, "scale " + scale);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75})
  void special_numbers_stay_or_become_positive_zero(double p) {
    float[] special = {
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      -0f,
      0f,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      Float.MIN_NORMAL,
      -1e-44f
    };
    float[] in = new float[4 * RandomKey.BLOCK];
    double scale = new DropRate(p).scale();
    for (int i = 0; i < in.length; i++) {
      in[i] = special[KEY.below(i, special.length)];
    }
    assertLaw(KEY, p, in, scale, law(KEY, p, in, scale));
  }

  /** The one coin that makes a difference between {@code <} and {@code ≤}. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-53, 0.1, 0.5, 0.9})
  void the_rule_is_exact_at_its_edge(double p) {
    long edge = (long) ((1 - p) * 0x1p53);
    assertFirst(0, CraftedKey.withUniform(edge), p);
    assertFirst(1, CraftedKey.withUniform(edge - 1), p);
  }

  /** In a whole block, where loops decide, and alone, where the layer does. */
  private static void assertFirst(float expected, RandomKey key, double p) {
    float[] in = Tensor.ones(RandomKey.BLOCK).toArray();
    float[] out = new float[in.length];
    Coins.select(key, Coins.threshold(1 - p), in, 0, in.length, 1, out);
    assertEquals(expected, out[0], "p = " + p);
    Tensor one = Tensor.ones(1);
    assertEquals(expected, StandardDropout.of(p).apply(one, Mode.train(key)).get(0));
  }

  private static void assertLaw(
      RandomKey key, double p, float[] in, double scale, float[] expected) {
    float[] before = in.clone();
    float[] out = new float[in.length];
    Coins.select(key, Coins.threshold(1 - p), in, 0, in.length, scale, out);
    assertArrayEquals(expected, out, "p = " + p);
    assertArrayEquals(before, in);
  }
}
