package dojo.grade;

import dojo.kata.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Points, in hundredths: they add up to the same sum in any order, and read well.
 *
 * <p>NaN stands for "no grade". It is the result of everything that it takes part in, so whoever
 * forgets to ask for it shows no number instead of a wrong one.
 */
public final class Points {
  private static final int DIGITS = 2;

  /** From the mildest; the state of a whole is the last of those of its parts. */
  private static final List<State> ORDER =
      List.of(State.GREEN, State.SKIPPED, State.TODO, State.RED, State.ERROR);

  private Points() {}

  /**
   * Returns what some of the tests of a group are worth, rounded down: full marks are for whoever
   * passed all.
   */
  static double share(double worth, long passed, long tests) {
    return BigDecimal.valueOf(worth)
        .multiply(BigDecimal.valueOf(passed))
        .divide(BigDecimal.valueOf(tests), DIGITS, RoundingMode.DOWN)
        .doubleValue();
  }

  static double sum(DoubleStream points) {
    double[] parts = points.toArray();
    BigDecimal sum = BigDecimal.ZERO;
    for (double part : parts) {
      if (Double.isNaN(part)) {
        return Double.NaN;
      }
      sum = sum.add(BigDecimal.valueOf(part));
    }
    return sum.doubleValue();
  }

  /**
   * Writes points: without zeros that say nothing, and never as 1E3.
   *
   * @param points a number of at most two decimals
   * @return for example {@code 7.5}; empty for NaN, since where there is no grade there is no
   *     number
   */
  public static String text(double points) {
    if (Double.isNaN(points)) {
      return "";
    }
    BigDecimal digits = BigDecimal.valueOf(points).stripTrailingZeros();
    return digits.setScale(Math.max(0, digits.scale()), RoundingMode.UNNECESSARY).toPlainString();
  }

  /**
   * Returns points on another scale, in hundredths and rounded down: full marks are for whoever has
   * all.
   *
   * @param points what somebody got
   * @param outOf what there is to get, more than 0
   * @param scale what there is to get on the other scale
   * @return from 0 to the scale; NaN for NaN
   */
  public static double scaled(double points, double outOf, double scale) {
    if (Double.isNaN(points)) {
      return Double.NaN;
    }
    return BigDecimal.valueOf(points)
        .multiply(BigDecimal.valueOf(scale))
        .divide(BigDecimal.valueOf(outOf), DIGITS, RoundingMode.DOWN)
        .doubleValue();
  }

  /** Returns how a whole stands: an error of the kit says more than all else. */
  static State worst(List<State> parts) {
    return parts.stream()
        .max((a, b) -> Integer.compare(ORDER.indexOf(a), ORDER.indexOf(b)))
        .orElse(State.ERROR); // nothing was graded
  }
}
