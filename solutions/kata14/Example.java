package kata14;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 14. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double p = 0.4;
    double[] normal = {key.normal(0), key.normal(1), key.normal(2), key.normal(3)};
    float[][] x = {{1, -2}, {3, 4}};
    float[][] ones = {{1, 1}, {1, 1}}; // what becomes of them is the noise
    double s = Math.sqrt(p / (1 - p));
    return new Object[] {
      p,
      1 - p,
      s,
      1 / s,
      x,
      normal,
      GaussianDropout.forward(ones, p, true, key),
      GaussianDropout.forward(x, p, true, key)
    };
  }
}
