package kata03;

import dojo.random.RandomKey;

/** Kata 03: inverted dropout, the forward pass while training. */
public final class InvertedDropout {
  private InvertedDropout() {}

  /**
   * Drops each element of x with probability p and divides the others by q = 1 - p.
   *
   * @param x the input, [rows, columns]; there may be no rows; it stays as it is
   * @param p the drop probability, in [0, 1]
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return a new array of the same shape; a dropped element is exactly +0, whatever it was
   */
  public static float[][] forward(float[][] x, double p, RandomKey key) {
    // BEGIN SOLUTION drop some, divide the others by q = 1 - p
    double q = 1 - p;
    float[][] y = new float[x.length][];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] = new float[x[i].length];
      for (int j = 0; j < x[i].length; j++) {
        boolean keep = key.uniform(n++) < q;
        y[i][j] = keep ? (float) (x[i][j] / q) : 0; // decisive
      }
    }
    return y;
    // END SOLUTION
  }
}
