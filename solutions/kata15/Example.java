package kata15;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 15. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double p = 0.2;
    float[][] x = {{1, -2}, {3, 4}};
    float[][] w = {{1, 2}, {3, -1}};
    float[] b = {10, 20};
    float[][] dy = {{1, 1}, {1, -1}};
    return new Object[] {
      new Object[] {x, w, b, 1 - p},
      new Object[] {drawn(key.split(0)), DropConnect.mask(2, 2, p, key.split(0))},
      new Object[] {drawn(key.split(1)), DropConnect.mask(2, 2, p, key.split(1))},
      DropConnect.forward(x, w, b, p, key),
      dy,
      DropConnect.weightGradient(x, w, dy, p, key)
    };
  }

  private static double[] drawn(RandomKey key) {
    return new double[] {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
  }
}
