package kata16;

import dojo.random.RandomKey;

/** Kata 16: alpha dropout, for nets whose units keep mean 0 and variance 1 by themselves. */
public final class AlphaDropout {
  /** λ of the SELU, which is λ·x for x above 0 and λ·α·(eˣ − 1) elsewhere. */
  static final double LAMBDA = 1.0507009873554805;

  /** α of the SELU. */
  static final double ALPHA = 1.6732632423543772;

  private AlphaDropout() {}

  /**
   * Drops each element of x with probability p to the lowest value of a SELU, then stretches and
   * shifts them all, so that mean 0 and variance 1 stay what they are.
   *
   * @param x the input, [rows, columns]; there may be no rows; it stays as it is
   * @param p the drop probability, in [0, 1]; with p = 1, where nothing is left to stretch, every
   *     element becomes exactly +0
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return a new array of the same shape; a dropped element has one value, whatever it was
   */
  public static float[][] forward(float[][] x, double p, RandomKey key) {
    // BEGIN SOLUTION drop to the lowest value, then a·z + b for all
    double q = 1 - p;
    double low = -LAMBDA * ALPHA;
    double a = p == 1 ? 0 : 1 / Math.sqrt(q * (1 + p * low * low)); // decisive
    double b = -a * p * low; // decisive
    float[][] y = new float[x.length][];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] = new float[x[i].length];
      for (int j = 0; j < x[i].length; j++) {
        double z = key.uniform(n++) < q ? x[i][j] : low;
        y[i][j] = (float) (a * z + b);
      }
    }
    return y;
    // END SOLUTION
  }
}
