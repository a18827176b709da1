package dojo.experiment;

import dojo.words.Words;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.inference.TTest;

/**
 * Student's paired t-test: do two settings differ under the same seeds by more than chance
 * explains?
 *
 * <p>If the settings never differ, t is 0 and chance explains it: p = 1. If they differ by the same
 * under every seed, t is infinite and p is 0. A seed with NaN leaves the test without a result:
 * NaN.
 *
 * @param differences first setting minus second, by seed
 * @param t the mean difference in units of its standard error
 * @param pValue how often chance alone gives a difference at least this large, in either direction
 * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908)</a>
 */
public record PairedTest(Sample differences, double t, double pValue) {

  /**
   * Makes the test.
   *
   * @param a one setting, at least two seeds
   * @param b another setting, under the same seeds
   * @return what was found
   * @throws IllegalArgumentException if the sizes differ or are below 2
   */
  public static PairedTest of(Sample a, Sample b) {
    Sample differences = a.minus(b);
    if (differences.size() < 2) {
      throw new IllegalArgumentException(
          "a paired test needs at least 2 seeds, but had " + differences.size());
    }
    if (Arrays.stream(differences.values()).allMatch(d -> d == 0)) {
      return new PairedTest(differences, 0, 1);
    }
    TTest.Result result = TTest.withDefaults().pairedTest(a.values(), b.values());
    return new PairedTest(differences, result.getStatistic(), result.getPValue());
  }

  /**
   * Returns under how many seeds the first setting was lower.
   *
   * @return from 0 to the number of seeds
   */
  public long wins() {
    return Arrays.stream(differences.values()).filter(d -> d < 0).count();
  }

  /**
   * Returns what was found, in words.
   *
   * @param language of the words
   * @return difference, interval, t, p-value and wins, in a line
   */
  public String text(Locale language) {
    Digits digits = differences.digits();
    return Words.of(PairedTest.class, language)
        .say(
            "paired-test",
            digits.text(differences.mean()),
            differences.interval(0.95).text(digits),
            differences.size() - 1,
            t,
            pValue,
            wins(),
            differences.size());
  }

  /** Returns what was found, in the language of this program's surroundings. */
  @Override
  public String toString() {
    return text(Words.surroundings());
  }
}
