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
 * drawn in units of a power of ten, and its ticks are labelled in the unit of the data. Where
 * numbers are nearly equal, what they have in common is taken off first. A logarithmic axis of many
 * powers of ten is drawn as a linear one of logarithms, so that not every power has a label.
 *
 * @param low where the axis starts
 * @param high where it ends, above the start
 * @param logarithmic whether equal distances are equal factors
 */
record Scale(double low, double high, boolean logarithmic) {
  /** Digits of a label: as many as a double has. */
  private static final MathContext DIGITS = new MathContext(17);

  /** Numbers that are larger than the axis is long by more than this are nearly equal. */
  private static final double NEARLY_EQUAL = 1e9;

  /** So many powers of ten have a label each. */
  private static final int MOST_DECADES = 10;

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
          ? new Scale(Math.max(low / 2, Double.MIN_VALUE), finite(low * 2), true)
          : new Scale(finite(low - room(low)), finite(low + room(low)), false);
    }
    return new Scale(low, high, logarithmic);
  }

  private static double room(double number) {
    return number == 0 ? 1 : Math.max(Math.abs(number) / 2, Double.MIN_VALUE);
  }

  private static double finite(double end) {
    return Math.max(-Double.MAX_VALUE, Math.min(end, Double.MAX_VALUE));
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

  /** Returns what nearly equal numbers have in common, which is not drawn; 0 for others. */
  private BigDecimal common() {
    double largest = Math.max(Math.abs(low), Math.abs(high));
    return logarithmic || largest / NEARLY_EQUAL <= high - low
        ? BigDecimal.ZERO
        : new BigDecimal(low).setScale(-magnitude() - 1, RoundingMode.FLOOR);
  }

  /** Returns whether XChart draws powers of ten, beyond both ends too, and not their logarithms. */
  boolean byPowers() {
    return logarithmic && decades() <= MOST_DECADES && low > 1e-300 && high < 1e300;
  }

  private double decades() {
    return Math.log10(high) - Math.log10(low);
  }

  /** Returns a number as it is drawn. */
  double drawn(double number) {
    if (!Double.isFinite(number)) {
      return number;
    }
    if (logarithmic) {
      return byPowers() ? number : Math.log10(number);
    }
    BigDecimal common = common();
    int shift = shift();
    return shift == 0 && common.signum() == 0
        ? number
        : new BigDecimal(number).subtract(common).scaleByPowerOfTen(shift).doubleValue();
  }

  double[] drawn(double[] numbers) {
    return Arrays.stream(numbers).map(this::drawn).toArray();
  }

  /**
   * Returns where the axis is drawn from: a hair before the data. XChart puts its ticks on points
   * that are equally spaced, start included, instead of on round numbers.
   */
  double start() {
    return byPowers() ? low : drawn(low) - (drawn(high) - drawn(low)) / 2048;
  }

  double end() {
    return drawn(high);
  }

  /** Returns what stands beside the ticks. */
  Function<Double, String> labels() {
    if (byPowers()) {
      return this::ofPower;
    }
    return logarithmic ? this::ofLogarithm : this::label;
  }

  private String ofLogarithm(double drawn) {
    return drawn == Math.rint(drawn) ? text(BigDecimal.ONE.scaleByPowerOfTen((int) drawn)) : " ";
  }

  private String label(double drawn) {
    BigDecimal value =
        new BigDecimal(drawn)
            .scaleByPowerOfTen(-shift())
            .add(common())
            .setScale(FINER - magnitude(), RoundingMode.HALF_EVEN);
    return text(value.round(DIGITS));
  }

  /** On a short axis 1, 2 and 5 have labels, on a longer one the powers of ten alone. */
  private String ofPower(double value) {
    BigDecimal round = new BigDecimal(value).round(new MathContext(1));
    int digit = round.unscaledValue().abs().intValue();
    double decades = decades();
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
    boolean shortly = largest < 1e7 || (largest < 1e17 && largest > 1e4 * (high - low));
    return smallest > 9.9e-5 && shortly;
  }
}
