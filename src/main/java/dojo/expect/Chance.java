package dojo.expect;

import dojo.kata.Label;
import dojo.kata.Seen;
import dojo.random.Binomial;
import dojo.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Judges random events with a stated false-alarm rate.
 *
 * <p>If each of n draws succeeds with probability π, independently, the number of successes is
 * binomial. A right solution leaves the exact bounds with probability at most α, here one in a
 * billion: a red is a mistake, not bad luck.
 *
 * @param alpha the false-alarm rate α of one check; with 1 or more, every check fails
 * @param seed the seed of the run, stated with every result so that a student can repeat it
 */
public record Chance(double alpha, long seed) {

  /** The false-alarm rate of a check: one in a billion. */
  public static final double ALPHA = 1e-9;

  /**
   * Begins the check of a count.
   *
   * @param key the sentence that says what was counted: {@code check.<key>} in the kata's {@code
   *     messages.properties}
   * @param seen how many there were
   * @param n out of how many independent draws
   * @return the check, to be ended by {@link Count#toBeBinomial}
   */
  public Count count(String key, int seen, int n) {
    return new Count(this, Label.of(key), seen, n);
  }

  /**
   * Begins the check of how a method draws.
   *
   * @param call the call as the student would write it, for example {@code mask(3, 40, 0.4, key)}
   * @param p the probability that an element is dropped, or that it is kept
   * @param key the key whose children are handed to the call
   * @param draw the call itself: an array of any shape in which what was dropped is zero
   * @return the check, to be ended by its {@code toBeOnePerElement} or {@code toDependOnTheKey}
   */
  public Draws draws(String call, double p, RandomKey key, Function<RandomKey, ?> draw) {
    return new Draws(this, call, p, key, draw, "");
  }

  private boolean accepts(int seen, int n, double probability) {
    return alpha < 1 && new Binomial(n, probability).accepts(seen, alpha);
  }

  /** A count that must be one of a right solution. */
  public static final class Count {
    private final Chance chance;
    private final Label what;
    private final int seen;
    private final int n;
    private final List<Sign> signs = new ArrayList<>();

    /** How a mistake is recognised. */
    private record Sign(String id, BooleanSupplier there) {}

    private Count(Chance chance, Label what, int seen, int n) {
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
      signs.add(new Sign(id, () -> chance.accepts(seen, n, probability)));
      return this;
    }

    /**
     * Names the mistake that is recognised by a sign of its own.
     *
     * @param id the id of the mistake
     * @param sign whether the sign is there; asked only if the check fails
     * @return this check
     */
    public Count diagnoseIf(String id, BooleanSupplier sign) {
      signs.add(new Sign(id, sign));
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
      String id =
          signs.stream()
              .filter(sign -> sign.there().getAsBoolean())
              .map(Sign::id)
              .findFirst()
              .orElse("");
      double alpha = chance.alpha;
      Binomial.Bounds bounds = new Binomial(n, probability).bounds(alpha < 1 ? alpha : ALPHA);
      throw new Misstep(
          new Seen.Count(
              what, seen, n, probability, alpha, bounds.low(), bounds.high(), chance.seed),
          id);
    }
  }
}
