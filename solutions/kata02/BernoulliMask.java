package kata02;

import dojo.random.RandomKey;

/** Kata 02: a mask of coin tosses, drawn from a key. */
public final class BernoulliMask {
  private BernoulliMask() {}

  /**
   * Tosses a coin for each element; the same key always gives the same mask.
   *
   * @param rows the number of rows; there may be none
   * @param columns the number of columns
   * @param p the drop probability, in [0, 1]
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return a new mask, [rows, columns]: 1 with probability 1 - p, otherwise 0
   */
  public static float[][] mask(int rows, int columns, double p, RandomKey key) {
    // BEGIN SOLUTION one draw for each element, kept if below q
    double q = 1 - p;
    float[][] mask = new float[rows][columns];
    int n = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        mask[i][j] = key.uniform(n++) < q ? 1 : 0; // decisive
      }
    }
    return mask;
    // END SOLUTION
  }
}
