package dojo.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  /** (1 + x)·(1 − x) is a little less than 1: so little that float64 loses it beside c. */
  @Test
  void it_rounds_once_where_two_roundings_differ() {
    int differ = 0;
    for (float x = 0x1p-15f; x >= 0x1p-23f; x /= 2) {
      for (int n = 0; n < 1000; n++) {
        for (float sign : new float[] {1, -1}) {
          float a = sign * (1 + x);
          float b = (1 - x) * 0x1p-24f;
          float c = 1 + n * Math.ulp(1f);
          check(a, b, c);
          check(a, b, -c);
          differ += (float) ((double) a * b + c) == Math.fma(a, b, c) ? 0 : 1;
        }
      }
    }
    assertTrue(differ > 1000, "two roundings differ in " + differ + " cases");
  }
}
