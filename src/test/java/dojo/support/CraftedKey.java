package dojo.support;

import dojo.random.RandomKey;

/** Keys whose number 0 is chosen, so that tests reach the edges that chance never finds. */
public final class CraftedKey {
  private CraftedKey() {}

  /** Returns a key with {@code key.bits(0) == bits}: the finaliser of SplitMix64, undone. */
  public static RandomKey withBits(long bits) {
    long z = unshift(bits, 31) * 0x319642B2D24D8EC3L; // the inverses of its odd factors mod 2^64
    z = unshift(z, 27) * 0x96DE1B173F119089L;
    return new RandomKey(unshift(z, 30) - 0x9E3779B97F4A7C15L);
  }

  /** Returns a key with {@code key.uniform(0) == numerator·2^-53}. */
  public static RandomKey withUniform(long numerator) {
    return withBits(numerator << 11);
  }

  private static long unshift(long z, int by) {
    return z ^ (z >>> by) ^ (z >>> 2 * by); // 3·by > 64, so the series ends here
  }
}
