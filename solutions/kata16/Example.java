package kata16;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 16. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double p = 0.2;
    double low = -AlphaDropout.LAMBDA * AlphaDropout.ALPHA;
    double variance = (1 - p) * (1 + p * low * low);
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    float[][] x = {{1, -2}, {3, 4}};
    float b = AlphaDropout.forward(new float[][] {{0}}, p, key)[0][0]; // both are kept
    float a = AlphaDropout.forward(new float[][] {{1}}, p, key)[0][0] - b;
    return new Object[] {
      new double[] {p, 1 - p, low, -low, low * low, variance},
      a,
      b,
      x,
      u,
      AlphaDropout.forward(x, p, key)
    };
  }
}
