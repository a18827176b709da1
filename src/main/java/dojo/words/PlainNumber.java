package dojo.words;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as one reads them aloud: four significant digits, and none that says nothing; powers of
 * ten where there would be more than a few zeros.
 */
public final class PlainNumber {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /** From here on numbers have a power of ten. */
  private static final double MOST = 1e15;

  private PlainNumber() {}

  /**
   * Writes a number.
   *
   * @param value any number; a whole one below 10¹⁵ keeps all its digits
   * @return for example {@code 0.02}, {@code 3823}, {@code 2.5e-7}, {@code NaN}
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal exact = new BigDecimal(value);
    boolean small = Math.abs(value) < MOST;
    boolean whole = small && value == Math.rint(value);
    BigDecimal round = whole ? exact : exact.round(FOUR_DIGITS);
    if (round.signum() == 0) {
      return "0";
    }
    BigDecimal digits = round.stripTrailingZeros();
    boolean plain = small && Math.abs(value) > 9.9e-7;
    return plain ? digits.toPlainString() : scientific(digits);
  }

  /**
   * Returns whether a number is so large that it is written with a power of ten.
   *
   * @param value any number
   * @return whether it is finite, and 10¹⁵ or more from 0
   */
  public static boolean isHuge(double value) {
    return Double.isFinite(value) && Math.abs(value) >= MOST;
  }

  /**
   * Writes a number with a power of ten.
   *
   * @param digits the number
   * @return for example {@code 2.5e-7}
   */
  public static String scientific(BigDecimal digits) {
    int exponent = digits.precision() - digits.scale() - 1;
    return digits.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}
