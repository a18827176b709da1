package kata12;

/** Kata 12: the max-norm constraint, which keeps the incoming weights of every unit short. */
public final class MaxNorm {
  private MaxNorm() {}

  /**
   * Measures the incoming weights of every unit.
   *
   * @param w weights, [in, out], of which column j goes into unit j; at least one row; they stay as
   *     they are
   * @return the length of each column, [out], a new array; right even where the square of a weight
   *     is too large or too small for a float
   */
  public static double[] norms(float[][] w) {
    // BEGIN SOLUTION the root of the sum of squares, for each unit
    double[] norms = new double[w[0].length];
    for (float[] row : w) {
      for (int j = 0; j < row.length; j++) {
        norms[j] += (double) row[j] * row[j]; // decisive
      }
    }
    for (int j = 0; j < norms.length; j++) {
      norms[j] = Math.sqrt(norms[j]);
    }
    return norms;
    // END SOLUTION
  }

  /**
   * Shortens the incoming weights of every unit that are longer than c, and keeps their direction.
   *
   * @param w weights, [in, out], at least one row; they stay as they are
   * @param c the largest length, above 0; infinite for no limit
   * @return a new array of the same shape; columns that are short enough are as they were
   * @throws IllegalArgumentException if c is not above 0, for example NaN
   */
  public static float[][] project(float[][] w, double c) {
    // BEGIN SOLUTION refuse a bad c; shorten each unit that is too long
    if (!(c > 0)) {
      throw new IllegalArgumentException("c must be above 0, but was " + c);
    }
    double[] norms = norms(w);
    float[][] projected = new float[w.length][norms.length];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < norms.length; j++) {
        projected[i][j] = norms[j] > c ? (float) (w[i][j] * c / norms[j]) : w[i][j]; // decisive
      }
    }
    return projected;
    // END SOLUTION
  }
}
