package kata28;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 28. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    int[] examples = {2, 0, 1};
    double[] u = {
      key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3), key.uniform(4), key.uniform(5)
    };
    float[][] masks = ThreadedMasks.masks(examples, 2, 0.6, key, 3);
    return new Object[] {examples, new int[] {0, 1, 2, 3, 4, 5}, u, masks};
  }
}
