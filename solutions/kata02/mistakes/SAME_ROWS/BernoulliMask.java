package kata02;

import dojo.random.RandomKey;

/** Mistake: all rows share one mask. */
public final class BernoulliMask {
  private BernoulliMask() {}

  /**
   * Tosses a coin for each element; the same key always gives the same mask.
   *
   * @param rows the number of rows
   * @param columns the number of columns
   * @param p the drop probability, in [0, 1]
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return a mask, [rows, columns]: 1 with probability 1 - p, otherwise 0
   */
  public static float[][] mask(int rows, int columns, double p, RandomKey key) {
    double q = 1 - p;
    float[][] mask = new float[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        mask[i][j] = key.uniform(j) < q ? 1 : 0;
      }
    }
    return mask;
  }
}
