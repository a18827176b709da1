package dojo.expect;

import dojo.kata.Seen;
import dojo.random.RandomKey;
import java.lang.reflect.Array;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A call under many keys, which shows how it draws.
 *
 * <p>Each element is zero or not under each key, which gives it a signature. Two elements with a
 * draw of their own have the same one with probability (p² + q²)ᵏ for k keys, and k is chosen so
 * large that this happens to a right solution with the false-alarm rate at most. So one check finds
 * every way to give one draw to two elements: rows or columns that share a mask, i + j, a wrong
 * stride, a short period.
 *
 * @param chance the false-alarm rate, and the seed of the run
 * @param call the call as the student would write it
 * @param p the probability that an element is dropped, or that it is kept
 * @param key the key whose children are handed to the call
 * @param draw the call itself: an array of any shape in which what was dropped is zero
 * @param diagnosis the id of the mistake that is named if a check fails; empty for none
 */
public record Draws(
    Chance chance,
    String call,
    double p,
    RandomKey key,
    Function<RandomKey, ?> draw,
    String diagnosis) {

  /**
   * Checks the range of p.
   *
   * @param chance the false-alarm rate, and the seed of the run
   * @param call the call as the student would write it
   * @param p the probability that an element is dropped, or that it is kept
   * @param key the key whose children are handed to the call
   * @param draw the call itself
   * @param diagnosis the id of the mistake that is named; empty for none
   * @throws IllegalArgumentException if p is not between 0 and 1, where nothing is left to chance
   */
  public Draws {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p must be between 0 and 1, but was " + p);
    }
  }

  /**
   * Names the mistake that makes the check fail.
   *
   * @param id the id of the mistake
   * @return the check
   */
  public Draws diagnose(String id) {
    return new Draws(chance, call, p, key, draw, id);
  }

  /** Ends the check: no two elements may share a draw. */
  public void toBeOnePerElement() {
    int n = zeros(key).size();
    double alike = p * p + (1 - p) * (1 - p);
    double pairs = Math.max(1, 0.5 * n * (n - 1));
    int keys =
        chance.alpha() < 1
            ? (int) Math.ceil(Math.log(chance.alpha() / pairs) / Math.log(alike))
            : 0;
    Map<List<Integer>, BitSet> signatures = new LinkedHashMap<>();
    zeros(key).keySet().forEach(place -> signatures.put(place, new BitSet(keys)));
    for (int k = 0; k < keys; k++) {
      int position = k;
      zeros(key.split(k))
          .forEach(
              (place, zero) ->
                  signatures.computeIfAbsent(place, late -> new BitSet(keys)).set(position, zero));
    }
    Map<BitSet, List<Integer>> owners = new HashMap<>();
    signatures.forEach(
        (place, signature) -> {
          List<Integer> other = owners.putIfAbsent(signature, place);
          if (other != null) {
            throw new Misstep(
                new Seen.SharedDraw(call, other, place, keys, n, chance.alpha(), chance.seed()),
                diagnosis);
          }
        });
  }

  /** Ends the check: another key must give other zeros. */
  public void toDependOnTheKey() {
    Map<List<Integer>, Boolean> first = zeros(key.split(0));
    int keys = 1;
    boolean same = true;
    while (same && falseAlarm(keys, first.size()) > chance.alpha()) {
      same = zeros(key.split(keys)).equals(first);
      keys++;
    }
    if (same) {
      throw new Misstep(
          new Seen.IgnoredKey(call, keys, first.size(), chance.alpha(), chance.seed()), diagnosis);
    }
  }

  /** The probability that all elements fall alike under all of so many keys. */
  private double falseAlarm(int keys, int elements) {
    return Math.pow(Math.pow(p, keys) + Math.pow(1 - p, keys), elements);
  }

  /** Which elements are zero under a key, by their places. */
  private Map<List<Integer>, Boolean> zeros(RandomKey child) {
    Map<List<Integer>, Boolean> zeros = new LinkedHashMap<>();
    collect(List.of(), draw.apply(child), zeros);
    return zeros;
  }

  private static void collect(List<Integer> place, Object at, Map<List<Integer>, Boolean> zeros) {
    if (!at.getClass().isArray()) {
      zeros.put(place, ((Number) at).doubleValue() == 0);
      return;
    }
    for (int i = 0; i < Array.getLength(at); i++) {
      collect(Stream.concat(place.stream(), Stream.of(i)).toList(), Array.get(at, i), zeros);
    }
  }
}
