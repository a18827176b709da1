package dojo.words;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers written so that they read back as the same bits, with as few digits as that takes: the
 * same text on every JDK, whose own {@code Double.toString} wrote more digits before JDK 19.
 */
public final class ExactNumber {
  private static final int FEWEST = 15; // fewer digits are what is left of 15 without zeros
  private static final int MOST = 17;

  private ExactNumber() {}

  /**
   * Writes a number.
   *
   * @param value any number
   * @return for example {@code 0.1}, {@code 60}, {@code 25e-8}, {@code NaN}
   */
  public static String of(double value) {
    if (!Double.isFinite(value) || (value == 0 && 1 / value < 0)) {
      return String.valueOf(value); // -0.0 keeps its sign
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal digits = exact;
    for (int n = FEWEST; n <= MOST; n++) {
      digits = exact.round(new MathContext(n));
      if (digits.doubleValue() == value) {
        break;
      }
    }
    BigDecimal fewest = digits.stripTrailingZeros();
    int exponent = fewest.precision() - fewest.scale() - 1;
    if (exponent < -5 || exponent > MOST) {
      return fewest.unscaledValue() + "e" + -fewest.scale();
    }
    return fewest.toPlainString();
  }
}
