package kata26;

import dojo.random.RandomKey;

/** Kata 26: masks from bytes, so that one random number decides about eight elements. */
public final class ByteMask {
  private ByteMask() {}

  /**
   * Draws a mask by the rule of kata 01, with uniform numbers that are multiples of 1/256.
   *
   * @param n the number of elements, at least 0
   * @param p the drop probability, in [0, 1]
   * @param key the randomness: byte i % 8 of key.bits(i / 8), from the lowest, is for element i
   * @return 1 where the element is kept, 0 where it is dropped, [n]
   * @throws IllegalArgumentException if p is not in [0, 1], for example NaN
   */
  public static float[] mask(int n, double p, RandomKey key) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1], but was " + p);
    }
    float[] mask = new float[n];
    for (int i = 0; i < n; i++) {
      long eight = key.bits(i / 8);
      int drawn = (int) (eight >>> 8 * (i % 8)) & 0xFF;
      double u = drawn / 256.0;
      mask[i] = u > p ? 1 : 0;
    }
    return mask;
  }
}
