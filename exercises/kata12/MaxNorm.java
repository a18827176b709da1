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
    throw new UnsupportedOperationException("TODO: the root of the sum of squares, for each unit");
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
    throw new UnsupportedOperationException("TODO: refuse a bad c; shorten each unit that is too long");
  }
}
