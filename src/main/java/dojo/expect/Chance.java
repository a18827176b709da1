package dojo.expect;

import dojo.random.Binomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judges counts of random events with a stated false-alarm rate.
 *
 * <p>If each of n draws succeeds with probability π, independently, the number of successes is
 * binomial. A right solution leaves the exact bounds with probability at most α, here one in a
 * billion: a red is a mistake, not bad luck.
 *
 * @param alpha the false-alarm rate of one check
 * @param seed the seed of the run, stated in every message so that a student can repeat it
 */
public record Chance(double alpha, long seed) {

  /** The false-alarm rate of a check: one in a billion. */
  public static final double ALPHA = 1e-9;

  /**
   * Begins the check of a count.
   *
   * @param what what was counted, for example {@code "kept at p = 0.1"}
   * @param seen how many there were
   * @param n out of how many independent draws
   * @return the check, to be ended by {@link Count#toBeBinomial}
   */
  public Count count(String what, int seen, int n) {
    return new Count(this, what, seen, n);
  }

  private boolean accepts(int seen, int n, double probability) {
    return new Binomial(n, probability).accepts(seen, alpha);
  }

  private int lower(int n, double probability) {
    return new Binomial(n, probability).bounds(alpha).low();
  }

  private int upper(int n, double probability) {
    return new Binomial(n, probability).bounds(alpha).high();
  }

  /** A count that must be one of a right solution. */
  public static final class Count {
    private final Chance chance;
    private final String what;
    private final int seen;
    private final int n;
    private final List<Map.Entry<String, Double>> mistakes = new ArrayList<>();

    private Count(Chance chance, String what, int seen, int n) {
      this.chance = chance;
      this.what = what;
      this.seen = seen;
      this.n = n;
    }

    /**
     * Names the mistake that makes each draw succeed with this wrong probability.
     *
     * @param id the id of the mistake
     * @param probability the probability that it gives
     * @return this check
     */
    public Count diagnose(String id, double probability) {
      mistakes.add(Map.entry(id, probability));
      return this;
    }

    /**
     * Ends the check: the count must be within the bounds of Binomial(n, probability).
     *
     * @param probability the right probability of success of each draw
     */
    public void toBeBinomial(double probability) {
      if (chance.accepts(seen, n, probability)) {
        return;
      }
      Optional<String> id =
          mistakes.stream()
              .filter(mistake -> chance.accepts(seen, n, mistake.getValue()))
              .map(Map.Entry::getKey)
              .findFirst();
      throw new Misstep(
          id,
          String.format(
              Locale.ROOT,
              "%s\nexpected about %d, within the bound [%d, %d]\nbut was  %d of n = %d\n"
                  + "(exact binomial bound; false-alarm rate α = %s; seed = %d)",
              what,
              Math.round(n * probability),
              chance.lower(n, probability),
              chance.upper(n, probability),
              seen,
              n,
              String.valueOf(chance.alpha).replace(".0E", "e"),
              chance.seed));
    }
  }
}
