package kata20;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 20. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2)};
    float[][] x = {{1, -2}, {3, 4}, {0, 2}};
    float[][] fx = {turned(x[0]), turned(x[1]), turned(x[2])};
    float[][] y = StochasticDepth.forward(Example::turned, x, 0.2, key);
    double[] l = {1, 2, 3, 4};
    return new Object[] {l, StochasticDepth.survival(4, 0.4), x, u, fx, y};
  }

  private static float[] turned(float[] x) {
    return new float[] {x[1], -x[0]};
  }
}
