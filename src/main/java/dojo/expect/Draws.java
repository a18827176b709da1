package dojo.expect;

import dojo.kata.Label;
import dojo.kata.Seen;
import dojo.random.RandomKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A call under many keys, which shows how it draws.
 *
 * <p>What is random is whether an element is zero. The checks build on each other, so ask in their
 * order: whether the key matters at all, how often each element is zero, whether each has a draw of
 * its own, whether a large array repeats itself.
 */
public final class Draws {
  /** So many keys that even a single coin does not fall alike under all of them. */
  private static final int KEYS = 100;

  /** Under so many keys a share is known to about a tenth; a large array shows it exactly. */
  private static final int MANY_KEYS = 500;

  /** How many elements in a row are compared with others. */
  private static final int RUN = 64;

  private final Chance chance;
  private final String call;
  private final double p;
  private final RandomKey key;
  private final Function<RandomKey, ?> draw;
  private final Signs signs = new Signs();

  /**
   * Begins a check.
   *
   * @throws IllegalArgumentException if p is not between 0 and 1, where nothing is left to chance
   */
  Draws(Chance chance, String call, double p, RandomKey key, Function<RandomKey, ?> draw) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("p must be between 0 and 1, but was " + p);
    }
    this.chance = chance;
    this.call = call;
    this.p = p;
    this.key = key;
    this.draw = draw;
  }

  /**
   * Names the mistake that makes the check fail, where no other one does.
   *
   * @param id the id of the mistake
   * @return this check
   */
  public Draws diagnose(String id) {
    return diagnoseIf(id, () -> true);
  }

  /**
   * Names the mistake that is recognised by a sign of its own.
   *
   * @param id the id of the mistake
   * @param sign whether the sign is there; asked only if the check fails
   * @return this check
   */
  public Draws diagnoseIf(String id, BooleanSupplier sign) {
    signs.add(id, sign);
    return this;
  }

  /**
   * Names the mistake that gives one draw to exactly those elements for which a number is the same.
   *
   * @param id the id of the mistake
   * @param number the number, for example {@code place -> place.get(0)} where rows share a draw
   * @return this check
   */
  public Draws diagnoseSharing(String id, Function<List<Integer>, Integer> number) {
    return diagnoseIf(id, () -> areSharedBy(number));
  }

  /**
   * Names the mistake that computes the number of an element's draw from its row and its column, so
   * that several elements have the same: i + j, a wrong stride, i · j and the like. Only for arrays
   * of two axes.
   *
   * @param id the id of the mistake
   * @return this check
   */
  public Draws diagnoseCollisions(String id) {
    return diagnoseIf(id, () -> Collisions.explain(signatures(), places()));
  }

  /**
   * Names the mistake that draws once for all keys, from a seed of its own or from the key of an
   * earlier call: what falls is the same under every key, and looks like fair draws. The array must
   * have a thousand elements or more.
   *
   * @param id the id of the mistake
   * @return this check
   */
  public Draws diagnoseOneSeed(String id) {
    return diagnoseIf(id, () -> new OneSeed(chance, p).explains(outcome(key)));
  }

  /**
   * Names the method at fault, to whose line the verdict points: that of the mistake that was named
   * last or, before any was named, that of the whole check.
   *
   * @param method its name; {@code new} for a constructor; without one, it is the method that the
   *     test called last
   * @return this check
   */
  public Draws at(String method) {
    signs.at(method);
    return this;
  }

  /** Ends the check: another key must give other zeros. */
  public void toDependOnTheKey() {
    Outcome first = outcome(key.split(0));
    int keys = 1;
    while (chance.alpha() < 1 && (keys < KEYS || allAlike(keys, first.size()) > chance.alpha())) {
      if (!outcome(key.split(keys)).zeros().equals(first.zeros())) {
        return;
      }
      keys++;
    }
    throw ignoresKey(keys, first.size());
  }

  /** The probability that n elements fall alike under all of so many keys. */
  private double allAlike(int keys, int n) {
    return Math.pow(Math.pow(p, keys) + Math.pow(1 - p, keys), n);
  }

  /**
   * Ends the check: each element must be zero as often as this probability says.
   *
   * @param probability that an element is zero
   */
  public void toBeZeroWith(double probability) {
    int[] zeros = zeros();
    Chance each = each(zeros.length);
    for (int i = 0; i < zeros.length; i++) {
      if (!each.accepts(zeros[i], MANY_KEYS, probability)) {
        List<Integer> place = outcome(key).place(i);
        throw new Misstep(
            each.seen(zerosAt(place, MANY_KEYS), zeros[i], MANY_KEYS, probability), signs.first());
      }
    }
  }

  /** One check of many shares their false-alarm rate. */
  private Chance each(int n) {
    return chance.alpha() < 1 ? new Chance(chance.alpha() / n, chance.seed()) : chance;
  }

  private Label zerosAt(List<Integer> place, int keys) {
    String text = place.stream().map(i -> "[" + i + "]").collect(Collectors.joining());
    return Label.of("zeros-at", text, call, keys);
  }

  /**
   * Says, as the sign of a mistake, whether each element is zero as often as a probability says,
   * and all together, too, as if they were independent.
   *
   * @param probability that an element is zero
   * @return whether no element is zero more rarely or more often
   */
  public boolean areZeroWith(double probability) {
    int[] zeros = zeros();
    Chance each = each(zeros.length);
    return IntStream.of(zeros).allMatch(seen -> each.accepts(seen, MANY_KEYS, probability))
        && chance.accepts(IntStream.of(zeros).sum(), zeros.length * MANY_KEYS, probability);
  }

  /**
   * Says, as the sign of a mistake, whether exactly those elements share a draw for which a number
   * is the same.
   *
   * @param number the number, for example {@code place -> place.get(0)} where rows share a draw
   * @return whether two elements share one, and only such
   */
  public boolean areSharedBy(Function<List<Integer>, Integer> number) {
    Outcome any = outcome(key);
    return signatures().areSharedBy(i -> number.apply(any.place(i)));
  }

  /**
   * Ends the check: no two elements may share a draw, and no two keys may give the same zeros.
   *
   * <p>Each element is zero or not under each key, which gives it a signature. Two elements with a
   * draw of their own have the same one with probability (p² + q²)ᵏ for k keys, and k is chosen so
   * large that this happens to a right solution with the false-alarm rate at most. So one check
   * finds every way to give one draw to two elements: rows or columns that share a mask, i + j, a
   * wrong stride, a short period.
   */
  public void toBeOnePerElement() {
    List<Outcome> outcomes = outcomes(chance.alpha() < 1 ? enough() : 1);
    Outcome any = outcomes.get(0);
    int keys = outcomes.size();
    Signatures signatures = Signatures.of(outcomes, any.size());
    OptionalInt fixed = chance.alpha() < 1 ? signatures.firstFixed(keys) : OptionalInt.empty();
    if (fixed.isPresent()) { // it shares no draw: it has none
      int zeros = signatures.elements().get(fixed.getAsInt()).cardinality();
      Label what = zerosAt(any.place(fixed.getAsInt()), keys);
      throw new Misstep(each(any.size()).seen(what, zeros, keys, p), signs.none());
    }
    Optional<Signatures.Pair> shared =
        chance.alpha() < 1 ? signatures.firstShared() : Optional.of(new Signatures.Pair(0, 0));
    if (shared.isPresent()) {
      throw new Misstep(
          new Seen.SharedDraw(
              call,
              any.place(shared.get().one()),
              any.place(shared.get().other()),
              keys,
              any.size(),
              chance.alpha(),
              chance.seed()),
          signs.first());
    }
    boolean tellable = 0.5 * keys * keys * Math.pow(alike(), any.size()) <= chance.alpha();
    if (tellable && outcomes.stream().map(Outcome::zeros).distinct().count() < keys) {
      throw ignoresKey(2, any.size());
    }
  }

  /**
   * Ends the check: in a large array, no {@value #RUN} elements in a row may fall as others did.
   *
   * <p>If that would happen to a right solution too often, the drawn array is of no use. It is the
   * student's class that says how large it is, so this is no error of the kit.
   */
  public void toNeverRepeat() {
    Outcome drawn = outcome(key);
    int n = drawn.size();
    if (chance.alpha() < 1 && (double) n * n / RUN * Math.pow(alike(), RUN) > chance.alpha()) {
      Exception useless =
          new IllegalArgumentException(
              "by chance, runs of " + RUN + " repeat too often among " + n + " with p = " + p);
      throw new Misstep(
          new Seen.Unusable(
              useless.getClass().getSimpleName(), String.valueOf(useless.getMessage())));
    }
    Map<Long, Integer> blocks = new HashMap<>();
    long run = 0;
    for (int end = 1; end <= n; end++) {
      run = (run << 1) | (drawn.zeros().get(end - 1) ? 1 : 0);
      if (end >= RUN) {
        int start = end - RUN;
        Integer before = start % RUN == 0 ? blocks.putIfAbsent(run, start) : blocks.get(run);
        if ((before != null && before != start) || chance.alpha() >= 1) {
          throw new Misstep(
              new Seen.RepeatedDraws(
                  call,
                  drawn.place(before == null ? 0 : before),
                  drawn.place(start),
                  RUN,
                  n,
                  chance.alpha(),
                  chance.seed()),
              signs.first());
        }
      }
    }
  }

  private Misstep ignoresKey(int keys, int n) {
    return new Misstep(
        new Seen.IgnoredKey(call, keys, n, chance.alpha(), chance.seed()), signs.first());
  }

  /** The probability that two elements fall alike. */
  private double alike() {
    return p * p + (1 - p) * (1 - p);
  }

  /** So many keys that by chance no element falls alike under all of them, nor two together. */
  private int enough() {
    int n = outcome(key.split(0)).size();
    double alpha = Math.min(1, chance.alpha());
    double pairs = Math.max(1, 0.5 * n * (n - 1));
    double forPairs = Math.log(alpha / pairs) / Math.log(alike());
    double forEach = Math.log(alpha / (2.0 * Math.max(1, n))) / Math.log(Math.max(p, 1 - p));
    return (int) Math.ceil(Math.max(forPairs, forEach));
  }

  private List<List<Integer>> places() {
    Outcome any = outcome(key);
    return IntStream.range(0, any.size()).mapToObj(any::place).toList();
  }

  private Signatures signatures() {
    List<Outcome> outcomes = outcomes(enough());
    return Signatures.of(outcomes, outcomes.get(0).size());
  }

  private List<Outcome> outcomes(int keys) {
    return IntStream.range(0, keys).mapToObj(k -> outcome(key.split(k))).toList();
  }

  /** For each element, under how many keys it is zero. */
  private int[] zeros() {
    int[] counts = new int[outcome(key).size()];
    for (Outcome outcome : outcomes(MANY_KEYS)) {
      outcome.zeros().stream().filter(i -> i < counts.length).forEach(i -> counts[i]++);
    }
    return counts;
  }

  private Outcome outcome(RandomKey child) {
    return Outcome.of(draw.apply(child));
  }
}
