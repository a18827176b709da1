package kata14;

import dojo.random.RandomKey;

/** Kata 14: Gaussian dropout, which multiplies by noise and drops nothing. */
public final class GaussianDropout {
  private GaussianDropout() {}

  /**
   * While training, multiplies each element by noise of mean 1 and variance p / q, where q = 1 - p;
   * while evaluating, gives x as it is.
   *
   * @param x the input, [rows, columns]; there may be no rows; it stays as it is
   * @param p the drop probability whose variance the noise has, in [0, 1]; while training with p =
   *     1, where it has none, every element becomes exactly +0, whatever it was
   * @param training whether the net is being trained
   * @param key the randomness: key.normal(n) is number n, a sample of N(0, 1); not used to evaluate
   * @return while training a new array of the same shape; while evaluating x itself, or a copy
   */
  public static float[][] forward(float[][] x, double p, boolean training, RandomKey key) {
    throw new UnsupportedOperationException("TODO: evaluating: x as it is; training: x times noise");
  }
}
