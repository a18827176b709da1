package kata07;

import dojo.random.RandomKey;

/** Kata 07: the mean and the variance of what dropout gives, by formula and by drawing. */
public final class DropoutMoments {
  private DropoutMoments() {}

  /**
   * Computes E[y], where y is what inverted dropout makes of x.
   *
   * @param x an element of the input, any finite number
   * @param p the drop probability, in [0, 1]; for p = 1, y is always 0
   * @return the mean of y over all draws
   */
  public static double mean(double x, double p) {
    throw new UnsupportedOperationException("TODO: the mean of y, by formula");
  }

  /**
   * Computes Var[y], where y is what inverted dropout makes of x.
   *
   * @param x an element of the input, any finite number
   * @param p the drop probability, in [0, 1]; for p = 1, y is always 0
   * @return the mean squared distance of y from its mean, over all draws
   */
  public static double variance(double x, double p) {
    throw new UnsupportedOperationException("TODO: the variance of y, by formula");
  }

  /**
   * Draws what inverted dropout makes of x, again and again.
   *
   * @param x an element of the input; what is dropped is exactly +0, whatever x is
   * @param p the drop probability, in [0, 1]
   * @param draws how many, 0 or more
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return a new array, [draws]
   */
  public static double[] sample(double x, double p, int draws, RandomKey key) {
    throw new UnsupportedOperationException("TODO: as in kata 03, so many times");
  }

  /**
   * Estimates the mean from draws.
   *
   * @param y the draws, [n], at least one; they stay as they are
   * @return their mean, of all of them
   */
  public static double sampleMean(double[] y) {
    throw new UnsupportedOperationException("TODO: the mean of all draws");
  }

  /**
   * Estimates the variance from draws, so that the estimate is right on average.
   *
   * @param y the draws, [n], at least two; they stay as they are
   * @return the sum of their squared distances from their mean, by n - 1
   */
  public static double sampleVariance(double[] y) {
    throw new UnsupportedOperationException("TODO: squared distances from the mean, by n - 1");
  }
}
