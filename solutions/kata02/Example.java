package kata02;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 02. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    return new Object[] {new int[] {0, 1, 2, 3}, u, 0.4, BernoulliMask.mask(2, 2, 0.6, key)};
  }
}
