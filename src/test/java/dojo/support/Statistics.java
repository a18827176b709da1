package dojo.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.Binomial;
import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Bounds for what is random, with one false-alarm rate for all: a right implementation under a key
 * chosen blindly fails one check in a billion. So whoever changes a key need not fear a red test,
 * and whoever sees one has found a mistake.
 */
public final class Statistics {
  /** The false-alarm rate of each check, both sides together: about 6.1 standard deviations. */
  public static final double ALPHA = 1e-9;

  private Statistics() {}

  /** Fails if a count is not what n independent coins of this probability give. Exact. */
  public static void assertCoins(
      String what, long count, int n, double probability, RandomKey key) {
    Binomial law = new Binomial(n, probability);
    assertTrue(
        law.accepts(count, ALPHA),
        () ->
            String.format(
                "%s: %d of n = %d, but with probability %s it lies in %s (α = %s, key %s)",
                what, count, n, probability, law.bounds(ALPHA), ALPHA, key));
  }

  /**
   * Fails if a number is too far from 0 to be standard normal. For sums of n ≥ 10,000 independent
   * terms, where the normal law is near enough even this far out.
   */
  public static void assertStandardNormal(String what, double z, int n, RandomKey key) {
    double bound = NormalDistribution.of(0, 1).inverseSurvivalProbability(ALPHA / 2);
    assertTrue(
        Math.abs(z) <= bound, // false for NaN too
        () ->
            String.format(
                "%s: z = %s from n = %d, but |z| ≤ %s (α = %s, key %s)",
                what, z, n, bound, ALPHA, key));
  }

  /** Fails if these counts are not spread evenly over their cells: neither too far nor too near. */
  public static void assertEven(String what, long[] counts, RandomKey key) {
    long n = Arrays.stream(counts).sum();
    double expected = (double) n / counts.length;
    double chi = 0;
    for (long count : counts) {
      chi += (count - expected) * (count - expected) / expected;
    }
    assertChiSquared(what, chi, counts.length - 1, n, key);
  }

  /** Fails if a number is not what chi-squared with these degrees of freedom gives. */
  public static void assertChiSquared(String what, double chi, int degrees, long n, RandomKey key) {
    ChiSquaredDistribution law = ChiSquaredDistribution.of(degrees);
    double low = law.inverseCumulativeProbability(ALPHA / 2);
    double high = law.inverseSurvivalProbability(ALPHA / 2);
    assertTrue(
        low <= chi && chi <= high,
        () ->
            String.format(
                "%s: χ²(%d) = %s from n = %d, but it lies in [%s, %s] (α = %s, key %s)",
                what, degrees, chi, n, low, high, ALPHA, key));
  }

  /**
   * Fails if numbers do not follow a law, by the largest distance between the two distribution
   * functions. The bound 2·exp(−2nε²) of Dvoretzky, Kiefer, Wolfowitz and Massart holds for every
   * n.
   *
   * @param cumulative turns a number into the probability of a smaller one
   */
  public static void assertLaw(
      String what, double[] numbers, DoubleUnaryOperator cumulative, RandomKey key) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double distance = 0;
    for (int i = 0; i < n; i++) {
      double expected = cumulative.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.max(expected - (double) i / n, (i + 1.0) / n - expected));
    }
    double bound = Math.sqrt(Math.log(2 / ALPHA) / (2 * n));
    double found = distance;
    assertTrue(
        found <= bound,
        () ->
            String.format(
                "%s: distance %s from n = %d, but it is at most %s (α = %s, key %s)",
                what, found, n, bound, ALPHA, key));
  }

  /** Fails if two sequences, each uniform in [0, 1), are correlated. */
  public static void assertUncorrelated(
      String what, LongToDoubleFunction a, LongToDoubleFunction b, int n, RandomKey key) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += 12 * (a.applyAsDouble(i) - 0.5) * (b.applyAsDouble(i) - 0.5); // 12: variance 1/12 each
    }
    assertStandardNormal(what, sum / Math.sqrt(n), n, key);
  }
}
