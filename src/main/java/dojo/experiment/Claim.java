package dojo.experiment;

import dojo.random.Binomial;
import java.util.Locale;

/**
 * A sentence of a notebook that is checked whenever the notebook runs.
 *
 * <p>A claim that holds prints itself with its statistic; one that does not stops the notebook. So
 * prose and numbers cannot drift apart:
 *
 * <pre>{@code
 * Claim.that("evaluation changes nothing").equal(x, dropout.apply(x, Mode.eval()));
 * }</pre>
 *
 * @param sentence what is claimed
 */
public record Claim(String sentence) {

  /** The false-alarm rate of claims about coins: one in a billion. */
  private static final double ALPHA = 1e-9;

  /** Thrown by a claim that does not hold. */
  public static final class Refuted extends AssertionError {
    private static final long serialVersionUID = 1;

    Refuted(String message) {
      super(message);
    }
  }

  /**
   * Returns a claim, still to be checked.
   *
   * @param sentence what is claimed
   * @return the claim
   */
  public static Claim that(String sentence) {
    return new Claim(sentence);
  }

  /**
   * Claims that something is true.
   *
   * @param condition whether it is
   * @param statistic the numbers it rests on
   * @throws Refuted if it is not
   */
  public void holds(boolean condition, String statistic) {
    if (!condition) {
      throw new Refuted(
          "claim refuted: "
              + sentence
              + "\n  found: "
              + statistic
              + "\n  If the notebook or the kit was changed on purpose, change the sentence with it;"
              + " if not, the change broke what the sentence says.");
    }
    System.out.println("✔ " + sentence + ": " + statistic);
  }

  /**
   * Claims that two values are equal, to the bit.
   *
   * @param expected one value
   * @param actual the other
   * @throws Refuted if they differ
   */
  public void equal(Object expected, Object actual) {
    boolean same = expected.equals(actual);
    boolean small = expected instanceof Number || expected instanceof String;
    String found = small ? String.valueOf(expected) : "equal to the bit";
    holds(same, same ? found : "expected " + expected + ", was " + actual);
  }

  /**
   * Claims that a number lies near another.
   *
   * @param expected the number it should be
   * @param actual the number it is
   * @param tolerance the largest difference allowed
   * @throws Refuted if they differ by more, or either is NaN
   */
  public void near(double expected, double actual, double tolerance) {
    holds(
        Math.abs(actual - expected) <= tolerance,
        number(actual) + ", expected " + number(expected) + " ± " + number(tolerance));
  }

  /**
   * Claims that one number is below another.
   *
   * @param low the smaller number
   * @param high the larger number
   * @throws Refuted if it is not smaller
   */
  public void below(double low, double high) {
    holds(low < high, number(low) + (low < high ? " < " : " is not below ") + number(high));
  }

  /**
   * Claims that a count is what n independent coins give, with a false-alarm rate of 1e-9.
   *
   * @param count how many coins fell on the side in question
   * @param n how many coins were thrown
   * @param probability of that side, in {@code [0, 1]}
   * @throws Refuted if the count lies outside the central 1 − 1e-9 of the binomial distribution
   */
  public void coins(int count, int n, double probability) {
    Binomial law = new Binomial(n, probability);
    Binomial.Bounds luck = law.bounds(ALPHA);
    holds(
        law.accepts(count, ALPHA),
        format(
            "%d of %d; luck stays between %d and %d except once in a billion",
            count, n, luck.low(), luck.high()));
  }

  /**
   * Claims that a number is lower under one setting than under another, by a paired t-test over
   * seeds.
   *
   * @param a the setting claimed to be lower
   * @param b the other setting
   * @param alpha the largest p-value allowed
   * @throws Refuted if it is not lower, or chance explains the difference
   */
  public void lower(Sample a, Sample b, double alpha) {
    PairedTest test = PairedTest.of(a, b);
    holds(
        test.differences().mean() < 0 && test.pValue() < alpha,
        format("%.4f against %.4f, %s", a.mean(), b.mean(), test));
  }

  /** Whole numbers as such, others to four digits. */
  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
    return whole ? String.valueOf((long) value) : format("%.4g", value);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
