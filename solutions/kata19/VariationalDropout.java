package kata19;

import dojo.random.RandomKey;

/** Kata 19: variational dropout, one mask for all steps of a sequence. */
public final class VariationalDropout {
  private VariationalDropout() {}

  /** Given: one step of a recurrent net. */
  public interface Cell {

    /**
     * Computes the next state.
     *
     * @param x the input of this step, [in]
     * @param h the state before this step, [units]: what the cell remembers
     * @param seen the same state after dropout, [units]: what its weights see
     * @return the state after this step, [units], a new array
     */
    float[] next(float[] x, float[] h, float[] seen);
  }

  /**
   * Runs a recurrent net over each sequence of a batch. A sequence begins with a state of zeros,
   * and all its steps have one mask.
   *
   * @param cell one step of the net
   * @param x the input, [batch, steps, in]; sequences may differ in length; it stays as it is
   * @param units how many units the state has
   * @param p the drop probability, in [0, 1]
   * @param key the randomness
   * @return the states that the cell gives, [batch, steps, units], as the cell gives them
   */
  public static float[][][] forward(Cell cell, float[][][] x, int units, double p, RandomKey key) {
    // BEGIN SOLUTION one mask a sequence; drop what the cell sees
    double q = 1 - p;
    float[][] m = mask(x.length, units, p, key); // decisive
    float[][][] y = new float[x.length][][];
    for (int n = 0; n < x.length; n++) {
      y[n] = new float[x[n].length][];
      float[] h = new float[units];
      for (int t = 0; t < x[n].length; t++) {
        float[] seen = new float[units];
        for (int j = 0; j < units; j++) {
          seen[j] = m[n][j] == 1 ? (float) (h[j] / q) : 0;
        }
        h = cell.next(x[n][t], h, seen); // decisive
        y[n][t] = h;
      }
    }
    return y;
    // END SOLUTION
  }

  /** Given, as in kata 02: [rows, columns] of 1 with probability 1 - p, otherwise 0. */
  static float[][] mask(int rows, int columns, double p, RandomKey key) {
    float[][] m = new float[rows][columns];
    for (int n = 0; n < rows * columns; n++) {
      m[n / columns][n % columns] = key.uniform(n) < 1 - p ? 1 : 0;
    }
    return m;
  }
}
