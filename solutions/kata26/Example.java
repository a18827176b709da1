package kata26;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 26. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(375_843);
    int[] bytes = new int[8];
    double[] u = new double[8];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (int) (key.bits(0) >>> 8 * i) & 0xFF;
      u[i] = bytes[i] / 256.0;
    }
    return new Object[] {bytes, u, ByteMask.mask(8, 0.25, key)};
  }
}
