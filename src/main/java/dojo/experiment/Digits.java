package dojo.experiment;

import dojo.words.PlainNumber;
import java.util.Locale;

/**
 * How exactly to print a number that is known with an uncertainty: to the second digit of the
 * uncertainty, since further digits would say nothing.
 *
 * @param decimals how many digits behind the point; below 0 for a number that is known exactly
 */
record Digits(int decimals) {
  private static final int MOST = 12;
  private static final double ROUNDING = 1e-9;

  /**
   * Returns the digits that an uncertainty leaves of a value.
   *
   * @param uncertainty for example a standard error; all digits if it is 0, NaN or an error of
   *     rounding
   */
  static Digits of(double uncertainty, double value) {
    if (!(uncertainty > ROUNDING * Math.abs(value))) {
      return new Digits(-1);
    }
    int leading = (int) Math.floor(StrictMath.log10(uncertainty));
    return new Digits(Math.min(Math.max(0, 1 - leading), MOST));
  }

  /** Returns these digits, but no more than some number of decimals. */
  Digits atMost(int most) {
    return new Digits(Math.min(decimals, most));
  }

  /** Writes a number. */
  String text(double value) {
    if (decimals < 0 || PlainNumber.isHuge(value)) {
      return PlainNumber.of(value);
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-[0.]+") ? text.substring(1) : text; // −0.00 is no number
  }
}
