package dojo.experiment;

import java.util.Locale;

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

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "[%.4f, %.4f]", low, high);
  }
}
