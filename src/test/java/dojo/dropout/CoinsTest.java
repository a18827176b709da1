package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dojo.CraftedKey;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import dojo.tensor.VectorKernel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds both inner loops to the law, to the bit: about every unit, in lengths of many remainders.
 */
class CoinsTest {
  private static final RandomKey KEY = RandomKey.of(401);
  private static final Optional<Coins> VECTORS = VectorKernel.find(Coins.class, Coins.VECTORS);
  private static final List<Coins> ALL =
      Stream.concat(Stream.of(new PlainCoins()), VECTORS.stream()).toList();

  /** One length within the first vector, others around the blocks in which words are drawn. */
  private static final int[] LENGTHS = {0, 1, 3, 7, 8, 9, 100, 255, 256, 257, 511, 513, 4099};

  @Test
  void vectors_are_found_where_there_are_vectors() {
    assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    assertEquals("VectorCoins", VECTORS.orElseThrow().getClass().getSimpleName());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0x1p-53, 0.1, 0.3, 0.5, 0.9, 0x1.fffffffffffffp-1, 1})
  void a_number_stays_exactly_when_its_coin_is_below_1_minus_p(double p) {
    double scale = new DropRate(p).scale();
    for (int length : LENGTHS) {
      RandomKey key = KEY.split(length);
      float[] in = Tensor.normal(key.split("x"), length).toArray();
      float[] expected = new float[length];
      for (int i = 0; i < length; i++) {
        expected[i] = key.uniform(i) < 1 - p ? (float) (in[i] * scale) : 0f;
      }
      assertAll(key, p, in, scale, expected);
    }
  }

  /** As cores share them: each starts at a block of its own. */
  @Test
  void a_part_has_the_coins_it_has_in_the_whole_and_the_rest_is_left() {
    float[] in = Tensor.ones(4 * RandomKey.BLOCK).toArray();
    int from = RandomKey.BLOCK;
    int to = 3 * RandomKey.BLOCK;
    for (Coins coins : ALL) {
      float[] whole = new float[in.length];
      coins.select(KEY, 1L << 52, in, 0, in.length, 2, whole);
      float[] part = new float[in.length];
      coins.select(KEY, 1L << 52, in, from, to, 2, part);
      float[] expected = new float[in.length];
      System.arraycopy(whole, from, expected, from, to - from);
      assertArrayEquals(expected, part, coins.getClass().getSimpleName());
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
    float[] in = new float[1001];
    float[] expected = new float[in.length];
    double scale = new DropRate(p).scale();
    for (int i = 0; i < in.length; i++) {
      in[i] = special[KEY.below(i, special.length)];
      expected[i] = KEY.uniform(i) < 1 - p ? (float) (in[i] * scale) : 0f;
    }
    assertAll(KEY, p, in, scale, expected);
  }

  /** The one coin that makes a difference between {@code <} and {@code ≤}. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-53, 0.1, 0.5, 0.9})
  void the_rule_is_exact_at_its_edge(double p) {
    long edge = (long) ((1 - p) * 0x1p53);
    assertAll(CraftedKey.withUniform(edge), p, new float[] {1}, 1, new float[] {0});
    assertAll(CraftedKey.withUniform(edge - 1), p, new float[] {1}, 1, new float[] {1});
  }

  private static void assertAll(
      RandomKey key, double p, float[] in, double scale, float[] expected) {
    float[] before = in.clone();
    for (Coins coins : ALL) {
      float[] out = new float[in.length];
      coins.select(key, (long) ((1 - p) * 0x1p53), in, 0, in.length, scale, out);
      assertArrayEquals(expected, out, coins.getClass().getSimpleName() + " at p = " + p);
      assertArrayEquals(before, in);
    }
  }
}
