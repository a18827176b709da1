package kata03;

import dojo.random.RandomKey;

/** Mistake: nothing is dropped, as if this were evaluation. */
public final class InvertedDropout {
  private InvertedDropout() {}

  /**
   * Drops each element of x with probability p and divides the others by q = 1 - p.
   *
   * @param x the input, [rows, columns]; it stays as it is
   * @param p the drop probability, in [0, 1]
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return a new array of the same shape; a dropped element is exactly +0, whatever it was
   */
  public static float[][] forward(float[][] x, double p, RandomKey key) {
    float[][] y = new float[x.length][];
    for (int i = 0; i < x.length; i++) {
      y[i] = new float[x[i].length];
      for (int j = 0; j < x[i].length; j++) {
        y[i][j] = x[i][j];
      }
    }
    return y;
  }
}
