package dojo.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import org.junit.jupiter.api.Test;

class FusedTest {
  private static final float[] EDGES = {
    0f,
    -0f,
    1f,
    -1f,
    3f,
    1f / 3,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Math.nextDown(Float.MIN_NORMAL),
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Math.nextDown(1f),
    Math.nextUp(1f),
    0x1p-24f,
    -0x1p-24f,
    0x1p-12f,
    0x1.000002p-25f,
    0x1p103f,
    0x1p-75f,
    0x1p-74f,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  private static void check(float a, float b, float c) {
    assertEquals(
        Float.floatToIntBits(Math.fma(a, b, c)),
        Float.floatToIntBits(Fused.fma(a, b, c)),
        () -> Float.toHexString(a) + " · " + Float.toHexString(b) + " + " + Float.toHexString(c));
  }

  @Test
  void it_rounds_once_at_the_edges_of_float32() {
    for (float a : EDGES) {
      for (float b : EDGES) {
        for (float c : EDGES) {
          check(a, b, c);
        }
      }
    }
  }

  @Test
  void it_rounds_once_whatever_the_bits() {
    RandomKey key = RandomKey.of(1);
    for (int i = 0; i < 300_000; i++) {
      check(
          Float.intBitsToFloat((int) key.bits(3 * i)),
          Float.intBitsToFloat((int) key.bits(3 * i + 1)),
          Float.intBitsToFloat((int) key.bits(3 * i + 2)));
    }
  }

  /** Half a unit in the last place of 1, and a product that is much smaller than that. */
  @Test
  void it_rounds_once_where_two_roundings_differ() {
    RandomKey key = RandomKey.of(2);
    for (int i = 0; i < 100_000; i++) {
      float few = 1 + (int) (key.uniform(2 * i) * 4096);
      float sum = (float) (key.uniform(2 * i + 1) - 0.5) * 0x1p-60f;
      check(few, 0x1p-24f, 1 + Math.ulp(1f) * i);
      check(few * 0x1p-24f, Math.nextUp(1f), 1 + Math.ulp(1f) * i);
      check(few, 0x1p-24f + sum, 1);
      check(0x1.000002p0f, few * 0x1p-25f, -1);
    }
  }
}
