package dojo.plot;

import dojo.words.PlainNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.Function;

/**
 * From where to where an axis goes, and what stands beside its ticks.
 *
 * <p>XChart chooses round ticks only for numbers near 1: it takes points less than 0.0001 apart for
 * equally spaced, rounds steps to 10 decimals, and writes 4. So an axis of another magnitude is
 * drawn in units of a power of ten, and its ticks are labelled in the unit of the data.
 *
 * @param low where the axis starts
 * @param high where it ends, above the start
 * @param logarithmic whether equal distances are equal factors
 */
record Scale(double low, double high, boolean logarithmic) {
  /** Digits of a label: as many as XChart has room for. */
  private static final MathContext DIGITS = new MathContext(12);

  /** A label shows what is so many powers of ten smaller than the axis is long. */
  private static final int FINER = 3;

  /**
   * Returns the scale that fits numbers; with none of them it goes from 0 to 1.
   *
   * @param numbers the finite ones count
   * @throws IllegalArgumentException if one is not above 0 on a logarithmic axis
   */
  static Scale fitting(double[] numbers, boolean logarithmic) {
    double[] finite = Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
    if (finite.length == 0) {
      return new Scale(logarithmic ? 0.1 : 0, 1, logarithmic);
    }
    double low = finite[0];
    double high = finite[finite.length - 1];
    requireAbove0(low, logarithmic);
    if (low == high) { // a point, or a constant: in the middle
      return logarithmic
          ? new Scale(low / 2, low * 2, true)
          : new Scale(low - room(low), low + room(low), false);
    }
    return new Scale(low, high, logarithmic);
  }

  private static double room(double number) {
    return number == 0 ? 1 : Math.abs(number) / 2;
  }

  static void requireAbove0(double number, boolean logarithmic) {
    if (logarithmic && number <= 0) {
      throw new IllegalArgumentException(
          "a logarithmic axis shows numbers above 0, but one was "
              + number
              + ": leave it out, or use a linear axis");
    }
  }

  /** Returns the power of ten of the length of the axis. */
  private int magnitude() {
    BigDecimal length = new BigDecimal(high).subtract(new BigDecimal(low));
    return length.precision() - length.scale() - 1;
  }

  /** Returns by which power of ten numbers are multiplied before they are drawn. */
  private int shift() {
    int magnitude = magnitude();
    return logarithmic || (magnitude >= -1 && magnitude <= 5) ? 0 : -magnitude;
  }

  /** Returns a number as it is drawn. */
  double drawn(double number) {
    int shift = shift();
    return shift == 0 || !Double.isFinite(number) ? number : scaled(number, shift).doubleValue();
  }

  double[] drawn(double[] numbers) {
    return Arrays.stream(numbers).map(this::drawn).toArray();
  }

  /**
   * Returns where the axis is drawn from: a hair before the data. XChart puts its ticks on points
   * that are equally spaced, start included, instead of on round numbers.
   */
  double start() {
    return logarithmic ? low : drawn(low) - (drawn(high) - drawn(low)) / 2048;
  }

  double end() {
    return drawn(high);
  }

  /** Returns what stands beside the ticks. */
  Function<Double, String> labels() {
    return logarithmic ? this::ofPower : this::label;
  }

  private String label(double drawn) {
    BigDecimal value =
        scaled(drawn, -shift()).setScale(FINER - magnitude(), RoundingMode.HALF_EVEN);
    return text(value.round(DIGITS));
  }

  /** On a short axis 1, 2 and 5 have labels, on a longer one the powers of ten alone. */
  private String ofPower(double value) {
    BigDecimal round = new BigDecimal(value).round(new MathContext(1));
    int digit = round.unscaledValue().abs().intValue();
    double decades = Math.log10(high / low);
    boolean shown = decades < 1 || digit == 1 || (decades < 3 && (digit == 2 || digit == 5));
    return shown ? text(round) : " ";
  }

  private String text(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal digits = value.stripTrailingZeros();
    return isPlain() ? digits.toPlainString() : PlainNumber.scientific(digits);
  }

  /** Returns whether labels are written out: all of them or none. */
  private boolean isPlain() {
    double largest = Math.max(Math.abs(low), Math.abs(high));
    double smallest = logarithmic ? low : largest;
    boolean shortly = largest < 1e7 || (largest < 1e12 && largest > 1e4 * (high - low));
    return smallest > 9.9e-5 && shortly;
  }

  private static BigDecimal scaled(double number, int shift) {
    return new BigDecimal(number).scaleByPowerOfTen(shift);
  }
}
