package dojo.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as one reads them aloud: four significant digits, and none that says nothing. */
final class PlainNumber {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private PlainNumber() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal exact = new BigDecimal(value);
    boolean whole = value == Math.rint(value);
    BigDecimal round = whole ? exact : exact.round(FOUR_DIGITS);
    return round.signum() == 0 ? "0" : round.stripTrailingZeros().toPlainString();
  }
}
