package dojo.experiment;

/**
 * A range of numbers, both ends included.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {

  /**
   * Returns whether a number lies in this range.
   *
   * @param value the number
   * @return whether it does; never for NaN
   */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** Writes both ends with some digits. */
  String text(Digits digits) {
    return "[" + digits.text(low) + ", " + digits.text(high) + "]";
  }

  /** Returns both ends, as exactly as the width allows: it is about four standard errors. */
  @Override
  public String toString() {
    return text(Digits.of((high - low) / 4, high));
  }
}
