package dojo.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import org.junit.jupiter.api.Test;

/** The emulated fused multiply-add against {@link Math#fma}, to the bit. */
class EmulatedGemmTest {
  /**
   * A second in the build; {@code mvn test -Dtest=EmulatedGemmTest -Ddojo.fma=100000000} for more.
   */
  private static final long CASES = Long.getLong("dojo.fma", 2_000_000);

  private static final float[] SPECIAL = {
    0f,
    Float.MIN_VALUE, // the smallest subnormal
    2 * Float.MIN_VALUE,
    3 * Float.MIN_VALUE,
    0x0.fffffep-126f, // the largest subnormal
    Float.MIN_NORMAL,
    Math.nextUp(Float.MIN_NORMAL),
    0x1p-75f, // its square is half of the smallest subnormal
    0x1p-74f,
    Math.nextUp(0x1p-75f),
    0.5f,
    Math.nextDown(1f),
    1f,
    Math.nextUp(1f),
    1.5f,
    3f,
    0x1p12f,
    0x1.fffffep11f,
    0x1p24f,
    0x1p24f + 2,
    0x1p64f,
    Float.MAX_VALUE / 2,
    Math.nextDown(Float.MAX_VALUE),
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NaN
  };

  @Test
  void every_triple_of_special_numbers_is_equal_to_the_bit() {
    for (float a : SPECIAL) {
      for (float b : SPECIAL) {
        for (float c : SPECIAL) {
          for (int signs = 0; signs < 8; signs++) {
            check((signs & 1) == 0 ? a : -a, (signs & 2) == 0 ? b : -b, (signs & 4) == 0 ? c : -c);
          }
        }
      }
    }
  }

  @Test
  void random_bits_are_equal_to_the_bit() {
    RandomKey key = RandomKey.of(1);
    for (long i = 0; i < CASES; i++) {
      long bits = key.bits(2 * i);
      check(
          Float.intBitsToFloat((int) bits),
          Float.intBitsToFloat((int) (bits >>> 32)),
          Float.intBitsToFloat((int) key.bits(2 * i + 1)));
    }
  }

  /** Random bits rarely meet: here the sum is near the product, so that much is rounded away. */
  @Test
  void sums_that_nearly_cancel_are_equal_to_the_bit() {
    RandomKey key = RandomKey.of(2);
    for (long i = 0; i < CASES; i++) {
      float a = (float) (key.uniform(4 * i) + 0.5);
      float b = (float) (key.uniform(4 * i + 1) + 0.5);
      float c = -a * b;
      long bits = key.bits(4 * i + 2);
      int shift = (int) (bits & 31) - 4; // from the product itself to far below its last bit
      c = (bits & 32) == 0 ? Math.scalb(c, -shift) : c + Math.scalb(c, -20 - shift);
      check(a, b, c);
    }
  }

  private static void check(float a, float b, float c) {
    assertEquals(
        Math.fma(a, b, c),
        EmulatedGemm.fma(a, b, c),
        () -> a + " · " + b + " + " + c + " must be rounded once, as Math.fma does");
  }
}
