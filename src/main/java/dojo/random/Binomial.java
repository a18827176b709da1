package dojo.random;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The law of how many of n independent coins fall on one side.
 *
 * <p>It judges a random count with a stated false-alarm rate. Counts that are too rare, α/2 at
 * either end, are refused; the bounds are exact, not those of a normal approximation:
 *
 * <pre>{@code
 * new Binomial(1000, 0.4).bounds(1e-9);       // [307, 496]
 * new Binomial(1000, 0.4).accepts(409, 1e-9); // true
 * }</pre>
 *
 * @param n the number of coins, at least 0
 * @param probability of the side that is counted, in {@code [0, 1]}
 */
public record Binomial(int n, double probability) {

  /**
   * The smallest and the largest count that are accepted.
   *
   * @param low the smallest, at least 0
   * @param high the largest, at most n
   */
  public record Bounds(int low, int high) {}

  /**
   * Checks the ranges.
   *
   * @param n the number of coins, at least 0
   * @param probability of the side that is counted, in {@code [0, 1]}
   * @throws IllegalArgumentException if n is negative, or the probability outside {@code [0, 1]} or
   *     NaN
   */
  public Binomial {
    if (n < 0) {
      throw new IllegalArgumentException("the number of coins must be at least 0, but was " + n);
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1], but was " + probability);
    }
  }

  /**
   * Returns the counts that are accepted.
   *
   * @param alpha α, the largest probability with which a count of this law is refused, in {@code
   *     (0, 2]}; 2 refuses every count, to test what then happens
   * @return the smallest interval that leaves out at most the probability α/2 on either side
   * @throws IllegalArgumentException if alpha is outside {@code (0, 2]} or NaN
   */
  public Bounds bounds(double alpha) {
    requireRate(alpha);
    BinomialDistribution law = law();
    return new Bounds(
        law.inverseCumulativeProbability(alpha / 2), law.inverseSurvivalProbability(alpha / 2));
  }

  /**
   * Returns whether a count lies within the {@link #bounds}, without a search for them.
   *
   * @param count how many coins fell on the side that is counted, any number
   * @param alpha α, the largest probability with which a count of this law is refused, in {@code
   *     (0, 2]}; 2 refuses every count, to test what then happens
   * @return whether it is accepted
   * @throws IllegalArgumentException if alpha is outside {@code (0, 2]} or NaN
   */
  public boolean accepts(long count, double alpha) {
    requireRate(alpha);
    if (count < 0 || count > n) {
      return false;
    }
    int seen = (int) count;
    return law().cumulativeProbability(seen) >= alpha / 2
        && law().survivalProbability(seen - 1) > alpha / 2;
  }

  private BinomialDistribution law() {
    return BinomialDistribution.of(n, probability);
  }

  private static void requireRate(double alpha) {
    if (!(alpha > 0 && alpha <= 2)) {
      throw new IllegalArgumentException("alpha must be in (0, 2], but was " + alpha);
    }
  }
}
