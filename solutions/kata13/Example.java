package kata13;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 13. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double p = 0.6;
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    float[][][][] x = {{{{1, -2}}, {{3, 4}}}, {{{5, 6}}, {{7, 8}}}};
    return new Object[] {x, u, 1 - p, SpatialDropout.forward(x, p, key)};
  }
}
