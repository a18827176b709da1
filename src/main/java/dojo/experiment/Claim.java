package dojo.experiment;

import dojo.random.Binomial;
import dojo.words.PlainNumber;
import dojo.words.Words;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sentence of a notebook that is checked whenever the notebook runs.
 *
 * <p>A claim that holds prints itself with its statistic and with the fingerprint of all numbers
 * that it compared, to the bit; where these come from an {@link Experiment}, it names the seeds.
 * One that does not hold stops the notebook. So prose and numbers cannot drift apart:
 *
 * <pre>{@code
 * Claim.that("evaluation changes nothing").equal(x, dropout.apply(x, Mode.eval()));
 * }</pre>
 *
 * @param sentence what is claimed
 * @param language of the words around the sentence
 */
public record Claim(String sentence, Locale language) {

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
   * Returns a claim, still to be checked, in the language of this program's surroundings.
   *
   * @param sentence what is claimed
   * @return the claim
   */
  public static Claim that(String sentence) {
    return that(sentence, Words.surroundings());
  }

  /**
   * Returns a claim, still to be checked.
   *
   * @param sentence what is claimed
   * @param language of the words around the sentence
   * @return the claim
   */
  public static Claim that(String sentence, Locale language) {
    return new Claim(sentence, language);
  }

  /**
   * Claims that something is true. It has no fingerprint, for only its author knows what was
   * compared.
   *
   * @param condition whether it is
   * @param statistic the numbers it rests on
   * @throws Refuted if it is not
   */
  public void holds(boolean condition, String statistic) {
    if (!condition) {
      throw new Refuted(say("refuted", sentence, statistic));
    }
    System.out.println(say("holds", sentence, statistic));
  }

  /** What holds and what does not is told with the fingerprint of what was compared. */
  private void holds(boolean condition, String statistic, Object... compared) {
    holds(
        condition,
        Compared.fingerprint(compared)
            .map(fingerprint -> say("marked", statistic, fingerprint))
            .orElse(statistic));
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
    Object[] compared = same ? new Object[] {expected} : new Object[] {expected, actual};
    String found = small ? String.valueOf(expected) : say("equal-to-the-bit");
    holds(same, same ? found : say("expected-but-was", expected, actual), compared);
  }

  /**
   * Claims that a number lies near another.
   *
   * @param expected the number it should be
   * @param actual the number it is
   * @param tolerance the largest difference allowed, at least 0 and finite
   * @throws IllegalArgumentException if the tolerance is negative, infinite or NaN
   * @throws Refuted if they differ by more, or either is NaN
   */
  public void near(double expected, double actual, double tolerance) {
    requireSize("tolerance", tolerance, tolerance >= 0, "at least 0");
    boolean whole = actual == Math.rint(actual) && expected == Math.rint(expected);
    Digits digits = Digits.of(whole ? 0 : tolerance, expected);
    holds(
        actual == expected || Math.abs(actual - expected) <= tolerance, // ∞ − ∞ is NaN
        say("near", digits.text(actual), digits.text(expected), PlainNumber.of(tolerance)),
        expected,
        actual,
        tolerance);
  }

  /**
   * Claims that one number is below another.
   *
   * @param low the smaller number
   * @param high the larger number
   * @throws Refuted if it is not smaller
   */
  public void below(double low, double high) {
    boolean below = low < high;
    holds(
        below,
        say(below ? "below" : "not-below", PlainNumber.of(low), PlainNumber.of(high)),
        low,
        high);
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
        say("coins", count, n, luck.low(), luck.high()),
        count,
        n,
        probability);
  }

  /**
   * Claims that a number is lower under one setting than under another, by a paired t-test over
   * seeds.
   *
   * @param a the setting claimed to be lower
   * @param b the other setting
   * @param alpha the largest p-value allowed, in (0, 1)
   * @throws IllegalArgumentException if alpha is not in (0, 1)
   * @throws Refuted if it is not lower, or chance explains the difference
   */
  public void lower(Sample a, Sample b, double alpha) {
    requireAlpha(alpha, 1);
    PairedTest test = PairedTest.of(a, b);
    Digits digits = test.differences().digits();
    String statistic =
        say("lower", digits.text(a.mean()), digits.text(b.mean()), test.text(language));
    lower(test, alpha, statistic, a, b);
  }

  /** A statistic, and by what a reader compares all numbers behind it with those of an own run. */
  private String with(String statistic, Sample... samples) {
    String fingerprint = Compared.fingerprint(samples);
    boolean bySeed = Stream.of(samples).allMatch(sample -> sample.seeds() > 0);
    return bySeed
        ? say("origin", statistic, samples[0].size() - 1, fingerprint)
        : say("marked", statistic, fingerprint);
  }

  /** What does not hold is told with what it would need. */
  private void lower(PairedTest test, double alpha, String statistic, Sample... compared) {
    boolean holds = test.differences().mean() < 0 && test.pValue() < alpha;
    String told = holds ? statistic : say("needed", statistic, PlainNumber.of(alpha));
    holds(holds, with(told, compared));
  }

  /**
   * Claims that a number is lower than a bound under the seeds at large, by a t-test.
   *
   * @param a the number, by seed
   * @param bound what its mean is claimed to be below
   * @param alpha the largest p-value allowed, in (0, 1)
   * @throws IllegalArgumentException if alpha is not in (0, 1)
   * @throws Refuted if it is not below, or chance explains the difference
   */
  public void lower(Sample a, double bound, double alpha) {
    requireAlpha(alpha, 1);
    PairedTest test = PairedTest.of(a, a.times(0).plus(bound));
    lower(test, alpha, bounded("lower-than-bound", a, bound, test, test.t()), a);
  }

  /**
   * Claims that a number is higher than a bound under the seeds at large, by a t-test.
   *
   * @param bound what its mean is claimed to be above
   * @param b the number, by seed
   * @param alpha the largest p-value allowed, in (0, 1)
   * @throws IllegalArgumentException if alpha is not in (0, 1)
   * @throws Refuted if it is not above, or chance explains the difference
   */
  public void lower(double bound, Sample b, double alpha) {
    requireAlpha(alpha, 1);
    PairedTest test = PairedTest.of(b.times(0).plus(bound), b);
    lower(test, alpha, bounded("higher-than-bound", b, bound, test, 0 - test.t()), b);
  }

  /** The t of a sample minus its bound has the sign of what is claimed. */
  private String bounded(String key, Sample sample, double bound, PairedTest test, double t) {
    Digits digits = sample.digits();
    return say(
        key,
        digits.text(sample.mean()),
        PlainNumber.of(bound),
        sample.interval(0.95).text(digits),
        sample.size() - 1,
        t,
        test.pValue(),
        test.wins(),
        sample.size());
  }

  /**
   * Claims that a number is much the same under two settings: that a confidence interval of the
   * mean difference lies within a margin. That a test finds no difference would not show this; it
   * may only have too few seeds.
   *
   * @param a one setting
   * @param b another setting, under the same seeds
   * @param margin the largest difference that does not matter, above 0 and finite
   * @param alpha the largest rate at which a difference as large as the margin is overlooked: the
   *     interval has a confidence of 1 − 2·alpha, so alpha is in (0, 0.5)
   * @throws IllegalArgumentException if the margin or alpha is out of its range
   * @throws Refuted if the interval reaches beyond the margin
   * @see <a href="https://doi.org/10.1007/BF01068419">Schuirmann (1987), two one-sided tests</a>
   */
  public void alike(Sample a, Sample b, double margin, double alpha) {
    requireSize("margin", margin, margin > 0, "above 0");
    requireAlpha(alpha, 0.5);
    Sample differences = a.minus(b);
    Interval interval = differences.interval(1 - 2 * alpha);
    Digits digits = differences.digits();
    holds(
        interval.low() > -margin && interval.high() < margin,
        with(
            say(
                "alike",
                digits.text(a.mean()),
                digits.text(b.mean()),
                PlainNumber.of(100 * (1 - 2 * alpha)),
                interval.text(digits),
                PlainNumber.of(margin)),
            a,
            b));
  }

  /** A claim that every number or none would meet is no claim. */
  private static void requireSize(String name, double value, boolean inRange, String range) {
    if (!inRange || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " must be " + range + " and finite, but was " + value);
    }
  }

  private static void requireAlpha(double alpha, double limit) {
    if (!(alpha > 0 && alpha < limit)) {
      throw new IllegalArgumentException(
          "alpha must be in (0, " + PlainNumber.of(limit) + "), but was " + alpha);
    }
  }

  private String say(String key, Object... values) {
    return Words.of(Claim.class, language).say(key, values);
  }
}
