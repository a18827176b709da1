package dojo.playground;

/**
 * Short decimal numbers as text, such as {@code 0.35}: written and read here, because not every
 * platform rounds the last digit as Java does.
 *
 * <p>A number with few digits is a whole number divided by a power of ten. Both are exact in
 * float64, so their quotient is the number that Java means by the same text.
 */
final class Decimal {
  /** As many places as the settings have at most. */
  private static final int PLACES = 4;

  /** So many digits that every whole number of them is exact in float64. */
  private static final int DIGITS = 15;

  private Decimal() {}

  /** Returns the number that a text of digits means; NaN if it means none. */
  static double number(String text) {
    boolean negative = text.startsWith("-");
    long digits = 0;
    int count = 0;
    double divisor = 0; // 0 until the point
    for (int i = negative ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && divisor == 0) {
        divisor = 1;
      } else if (c >= '0' && c <= '9' && count < DIGITS) {
        digits = 10 * digits + (c - '0');
        count++;
        divisor *= 10;
      } else {
        return Double.NaN;
      }
    }
    double number = digits / (divisor == 0 ? 1 : divisor);
    return count == 0 ? Double.NaN : negative ? -number : number;
  }

  /** Returns a number with at most four decimal places. */
  static String text(double number) {
    long scale = 10_000;
    long all = (long) Math.floor(Math.abs(number) * scale + 0.5);
    String text = (number < 0 && all > 0 ? "-" : "") + all / scale;
    String places = Long.toString(scale + all % scale).substring(1);
    int length = PLACES;
    while (length > 0 && places.charAt(length - 1) == '0') {
      length--;
    }
    return length == 0 ? text : text + "." + places.substring(0, length);
  }
}
