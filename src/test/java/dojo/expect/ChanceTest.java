package dojo.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {
  private static final Chance CHANCE = new Chance(Chance.ALPHA, 42);

  @ParameterizedTest
  @CsvSource({"400, 0.6", "1000, 0.52", "10000, 0.1", "10, 0.5", "50, 0", "50, 1"})
  void a_right_solution_is_refused_with_at_most_the_stated_probability(int n, double q) {
    BinomialDistribution right = BinomialDistribution.of(n, q);
    double refused =
        IntStream.rangeClosed(0, n)
            .filter(seen -> !accepted(seen, n, q))
            .mapToDouble(right::probability)
            .sum();
    assertTrue(refused <= Chance.ALPHA, "refused with probability " + refused);
  }

  @Test
  void the_bound_in_the_message_is_the_bound_that_is_applied() {
    int n = 10_000;
    int lowest = IntStream.rangeClosed(0, n).filter(k -> accepted(k, n, 0.9)).min().orElseThrow();
    int highest = IntStream.rangeClosed(0, n).filter(k -> accepted(k, n, 0.9)).max().orElseThrow();
    String message =
        assertThrows(Misstep.class, () -> CHANCE.count("kept", lowest - 1, n).toBeBinomial(0.9))
            .getMessage();
    assertTrue(message.contains("within the bound [" + lowest + ", " + highest + "]"), message);
    assertTrue(message.contains("but was  " + (lowest - 1) + " of n = 10000"), message);
    assertTrue(message.contains("false-alarm rate α = 1e-9; seed = 42"), message);
  }

  @Test
  void the_first_mistake_that_explains_the_count_is_named() {
    Misstep half =
        assertThrows(
            Misstep.class,
            () ->
                CHANCE
                    .count("kept", 5_003, 10_000)
                    .diagnose("P_IS_KEEP", 0.1)
                    .diagnose("NEXT_BOOLEAN", 0.5)
                    .toBeBinomial(0.9));
    assertEquals("NEXT_BOOLEAN", half.diagnosis());
  }

  @Test
  void a_count_that_no_mistake_explains_has_no_diagnosis() {
    Misstep odd =
        assertThrows(
            Misstep.class,
            () -> CHANCE.count("kept", 7_000, 10_000).diagnose("HALF", 0.5).toBeBinomial(0.9));
    assertEquals("", odd.diagnosis());
  }

  private static boolean accepted(int seen, int n, double q) {
    try {
      CHANCE.count("kept", seen, n).toBeBinomial(q);
      return true;
    } catch (Misstep refused) {
      return false;
    }
  }
}
