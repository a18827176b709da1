package kata08;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 08. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    float[][] x = {{1, -2}, {3, 4}};
    float[][] w = {{2, -1}, {0.5f, 3}};
    float[] b = {10, 20};
    float[][] one = {{1, 0}, {0, 1}};
    return new Object[] {
      new double[] {0.6, 0.4},
      x,
      w,
      b,
      new double[] {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)},
      StandardDropout.train(x, one, new float[2], 0.6, key),
      StandardDropout.train(x, w, b, 0.6, key),
      StandardDropout.inferenceWeights(w, 0.6),
      StandardDropout.evaluate(x, w, b, 0.6)
    };
  }
}
