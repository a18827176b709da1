package dojo.expect;

import dojo.random.RandomKey;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * So many keys, under each of which something is tried: how a test that a student wrote is judged.
 *
 * <pre>{@code
 * int accused = trials.n() - trials.count(key -> check.accepts(right, key));
 * }</pre>
 *
 * @param n how many keys, at least 1
 * @param key the key whose children they are
 */
public record Trials(int n, RandomKey key) {

  /** So many keys if nobody says otherwise: what goes wrong once in a hundred times is seen. */
  public static final int USUAL = 200;

  /**
   * Counts the keys under which something holds.
   *
   * @param holds what is tried
   * @return how many, from 0 to n
   */
  public int count(Predicate<RandomKey> holds) {
    return (int) IntStream.range(0, n).filter(k -> holds.test(key.split(k))).count();
  }
}
