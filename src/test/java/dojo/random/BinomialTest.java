package dojo.random;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinomialTest {

  @Test
  void bounds_of_another_library() {
    // scipy.stats.binom.ppf(5e-10, 1000, 0.4) = 307, scipy.stats.binom.isf(5e-10, 1000, 0.4) = 496
    assertEquals(new Binomial.Bounds(307, 496), new Binomial(1000, 0.4).bounds(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 0.6, 1e-9",
    "10000, 0.1, 1e-9",
    "10, 0.5, 1e-9",
    "9, 0, 1e-9",
    "9, 1, 1e-9",
    "0, 0.5, 1e-9",
    "1, 0.5, 0.9",
    "10, 0.5, 0.3"
  })
  void a_count_is_accepted_within_the_bounds_and_refused_with_at_most_alpha(
      int n, double probability, double alpha) {
    Binomial law = new Binomial(n, probability);
    Binomial.Bounds bounds = law.bounds(alpha);
    BinomialDistribution exact = BinomialDistribution.of(n, probability);
    double refused = 0;
    for (int count = 0; count <= n; count++) {
      boolean within = bounds.low() <= count && count <= bounds.high();
      assertEquals(within, law.accepts(count, alpha), "count " + count);
      refused += within ? 0 : exact.probability(count);
    }
    assertTrue(refused <= alpha, "refused with probability " + refused);
  }

  @Test
  void the_bounds_are_the_narrowest_ones() {
    Binomial.Bounds bounds = new Binomial(400, 0.6).bounds(1e-9);
    BinomialDistribution exact = BinomialDistribution.of(400, 0.6);
    assertTrue(
        IntStream.rangeClosed(0, bounds.low()).mapToDouble(exact::probability).sum() >= 5e-10);
    assertTrue(
        IntStream.rangeClosed(bounds.high(), 400).mapToDouble(exact::probability).sum() > 5e-10);
  }

  @Test
  void a_rate_of_2_refuses_every_count() {
    for (int count = 0; count <= 9; count++) {
      assertFalse(new Binomial(9, 0.4).accepts(count, 2), "count " + count);
    }
    assertEquals(new Binomial.Bounds(9, 0), new Binomial(9, 0.4).bounds(2)); // none lies between
  }

  @Test
  void coins_without_chance_have_one_count() {
    assertEquals(new Binomial.Bounds(0, 0), new Binomial(9, 0).bounds(1e-9));
    assertEquals(new Binomial.Bounds(9, 9), new Binomial(9, 1).bounds(1e-9));
  }

  @Test
  void a_count_that_n_coins_cannot_give_is_refused() {
    for (long count : new long[] {-1, 11, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertFalse(new Binomial(10, 0.5).accepts(count, 1e-9), "count " + count);
    }
  }

  @Test
  void a_law_that_is_none_is_refused() {
    assertRejected(
        "the number of coins must be at least 0, but was -1", () -> new Binomial(-1, .5));
    for (double p : new double[] {-0.1, 1.5, Double.NaN}) {
      assertRejected("probability must be in [0, 1], but was " + p, () -> new Binomial(9, p));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2.1, -1e-9, Double.NaN})
  void a_rate_of_false_alarms_that_is_none_is_refused(double alpha) {
    String message = "alpha must be in (0, 2], but was " + alpha;
    assertRejected(message, () -> new Binomial(9, .5).bounds(alpha));
    assertRejected(message, () -> new Binomial(9, .5).accepts(4, alpha));
  }
}
