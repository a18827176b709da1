package kata18;

import dojo.random.RandomKey;

/** The numbers of the worked example on the page of kata 18. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RandomKey key = RandomKey.of(42);
    double[] x = {6, 1, 0, 3};
    double mean = VarianceShift.mean(x);
    double variance = VarianceShift.variance(x);
    double[] dropped = VarianceShift.dropped(x, 0.6, key);
    return new Object[] {
      new double[] {0.6, 0.4},
      x,
      mean,
      variance,
      VarianceShift.trainVariance(mean, variance, 0.6),
      VarianceShift.ratio(mean, variance, 0.6),
      new double[] {key.uniform(0), key.uniform(1), key.uniform(2), key.uniform(3)},
      dropped,
      VarianceShift.variance(dropped),
      VarianceShift.measured(x, 0.6, key),
      VarianceShift.normalised(x),
      VarianceShift.block(x, 0.6, key)
    };
  }
}
