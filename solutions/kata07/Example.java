package kata07;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 07. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] u = {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)};
    double[] y = DropoutMoments.sample(3, 0.6, 4, key);
    return new Object[] {
      new double[] {3, 0.6, 0.4},
      DropoutMoments.mean(3, 0.6),
      DropoutMoments.variance(3, 0.6),
      u,
      y,
      DropoutMoments.sampleMean(y),
      DropoutMoments.sampleVariance(y),
      estimates(100, key),
      estimates(10_000, key),
      estimates(1_000_000, key)
    };
  }

  private static double[] estimates(int n, RandomKey key) {
    double[] y = DropoutMoments.sample(3, 0.6, n, key);
    return new double[] {n, DropoutMoments.sampleMean(y), DropoutMoments.sampleVariance(y)};
  }
}
