package dojo.playground;

/** The fused multiply-add for a place that cannot look at the bits of a number without pain. */
final class Fused {
  /** The next number or the one after it, away from zero or towards it. */
  private static final double AWAY = 1 + Math.ulp(1.0);

  private static final double TOWARDS_ZERO = 1 - Math.ulp(1.0);

  private Fused() {}

  /**
   * Returns a·b + c, rounded once.
   *
   * <p>The product of two float32 is exact in float64, the sum is rounded there, and a second
   * rounding to float32 errs only if the first one ended half-way between two of them: where what
   * the second one took off, added once more, is a float32 too. There the error of the first
   * rounding, which is exact, says to which side the sum belongs.
   *
   * @see <a href="https://doi.org/10.1007/BF01397083">Dekker (1971), A floating-point technique for
   *     extending the available precision</a>
   */
  static float fma(float a, float b, float c) {
    double product = (double) a * b;
    double sum = product + c;
    float near = (float) sum;
    double off = sum - near;
    double other = sum + off;
    if (off == 0 || (float) other != other) {
      return near;
    }
    double ofC = sum - product;
    double ofProduct = sum - ofC;
    double error = (product - ofProduct) + (c - ofC);
    if (error == 0) {
      return near;
    }
    return (float) (sum * ((error > 0) == (sum > 0) ? AWAY : TOWARDS_ZERO));
  }
}
