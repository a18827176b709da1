package dojo.expect;

import dojo.kata.Label;
import dojo.kata.Seen;
import dojo.random.Binomial;
import dojo.random.RandomKey;
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
   * @param p the probability that an element is dropped
   * @param key the key whose children are handed to the call
   * @param draw the call itself: an array of any shape in which what was dropped is zero
   * @return the check, to be ended by one of its methods that begin with {@code to}
   */
  public Draws draws(String call, double p, RandomKey key, Function<RandomKey, ?> draw) {
    return new Draws(this, call, p, key, draw);
  }

  /**
   * Says whether a count is one of so many independent draws with a probability.
   *
   * @param seen how many succeeded
   * @param n out of how many independent draws
   * @param probability that a draw succeeds
   * @return whether it is within the bounds
   */
  public boolean accepts(int seen, int n, double probability) {
    return alpha < 1 && new Binomial(n, probability).accepts(seen, alpha);
  }

  /** What is told of a count outside its bounds. */
  Seen.Count seen(Label what, int seen, int n, double probability) {
    Binomial.Bounds bounds = new Binomial(n, probability).bounds(alpha < 1 ? alpha : ALPHA);
    return new Seen.Count(what, seen, n, probability, alpha, bounds.low(), bounds.high(), seed);
  }

  /** A count that must be one of a right solution. */
  public static final class Count {
    private final Chance chance;
    private final Label what;
    private final int seen;
    private final int n;
    private final Signs signs = new Signs();

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
      return diagnoseIf(id, () -> chance.accepts(seen, n, probability));
    }

    /**
     * Names the mistake that is recognised by a sign of its own.
     *
     * @param id the id of the mistake
     * @param sign whether the sign is there; asked only if the check fails
     * @return this check
     */
    public Count diagnoseIf(String id, BooleanSupplier sign) {
      signs.add(id, sign);
      return this;
    }

    /**
     * Names the method at fault, to whose line the verdict points: that of the mistake that was
     * named last or, before any was named, that of the whole check.
     *
     * @param method its name; {@code new} for a constructor; without one, it is the method that the
     *     test called last
     * @return this check
     */
    public Count at(String method) {
      signs.at(method);
      return this;
    }

    /**
     * Ends the check: the count must be within the bounds of Binomial(n, probability).
     *
     * @param probability the right probability of success of each draw
     */
    public void toBeBinomial(double probability) {
      if (!chance.accepts(seen, n, probability)) {
        throw new Misstep(chance.seen(what, seen, n, probability), signs.first());
      }
    }
  }
}
