package kata18;

import dojo.random.RandomKey;
import java.util.Arrays;

/** Kata 18: dropout before batch normalisation, which then evaluates by the wrong variance. */
public final class VarianceShift {
  private VarianceShift() {}

  /**
   * Computes the variance that batch normalisation meets in training, behind inverted dropout.
   *
   * @param mean the mean of the unit without dropout
   * @param variance its variance without dropout, 0 or more
   * @param p the drop probability, in [0, 1]; for p = 1, everything is 0
   * @return the variance of x·m/q, over inputs and masks
   */
  public static double trainVariance(double mean, double variance, double p) {
    throw new UnsupportedOperationException("TODO: the mean square behind dropout, less mean²");
  }

  /**
   * Computes the variance shift: the variance at test time by the one that was met in training.
   *
   * @param mean the mean of the unit without dropout
   * @param variance its variance without dropout, 0 or more
   * @param p the drop probability, in [0, 1]
   * @return 1 if both are the same, even 0; infinite if only that of training is 0
   */
  public static double ratio(double mean, double variance, double p) {
    throw new UnsupportedOperationException("TODO: test by train; 1 if they are the same");
  }

  /**
   * Measures the variance shift on one batch of a unit, with one mask.
   *
   * @param x the batch, [n], at least one; it stays as it is
   * @param p the drop probability, in [0, 1]
   * @param key the key that dropped takes
   * @return as ratio does
   */
  public static double measured(double[] x, double p, RandomKey key) {
    throw new UnsupportedOperationException("TODO: the same, of a batch and of what is kept of it");
  }

  /**
   * Makes a training pass of the repaired block, in which normalisation sees no dropout.
   *
   * @param x the batch of a unit, [n], at least one; it stays as it is
   * @param p the drop probability, in [0, 1]
   * @param key the key that dropped takes
   * @return a new array, [n], whose mean over all masks is normalised(x)
   */
  public static double[] block(double[] x, double p, RandomKey key) {
    throw new UnsupportedOperationException("TODO: both steps, in the order without a shift");
  }

  /** Given: inverted dropout, a new array; element i is kept where key.uniform(i) < 1 - p. */
  static double[] dropped(double[] x, double p, RandomKey key) {
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> key.uniform(i) < 1 - p ? x[i] / (1 - p) : 0);
    return y;
  }

  /** Given: batch normalisation as in training, by the mean and variance of x; a new array. */
  static double[] normalised(double[] x) {
    double mean = mean(x);
    double sd = Math.sqrt(variance(x) + 1e-5); // so that no batch divides by 0
    return Arrays.stream(x).map(value -> (value - mean) / sd).toArray();
  }

  /** Given: the variance of a batch as batch normalisation takes it, by n. */
  static double variance(double[] x) {
    double mean = mean(x);
    return Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum() / x.length;
  }

  /** Given: the mean of a batch. */
  static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }
}
