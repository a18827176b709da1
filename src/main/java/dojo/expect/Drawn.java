package dojo.expect;

import dojo.random.RandomKey;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Whether zeros were drawn from a key: they are compared with the ways in which students ask it for
 * numbers.
 *
 * <p>As the sign of a mistake where the same key gave other zeros. A generator of the student's own
 * gives zeros that no way explains; a count that goes on from call to call still asks the key:
 *
 * <pre>{@code
 * expect("forward(x, 0.6, key)", second)
 *     .remark("again")
 *     .diagnoseIf("GLOBAL_RANDOM", () -> !Drawn.isFrom(key, 0.6, second))
 *     .toBe(first);
 * }</pre>
 */
public final class Drawn {
  private static final int POSITIONS = 300_000;
  private static final int CHILDREN = 100_000;

  private Drawn() {}

  /**
   * Says whether a key gives these zeros: by its numbers one after the other, from any of the first
   * positions on, in the order of rows or of columns; by those of one of its children; or by a
   * child for each row.
   *
   * @param key the key
   * @param p the probability that an element is dropped
   * @param array an array of any shape in which what was dropped is zero; a hundred elements or
   *     more, for a few may agree by chance
   * @return whether one of these ways gives exactly these zeros
   */
  public static boolean isFrom(RandomKey key, double p, Object array) {
    return isFrom(key, p, Outcome.of(array));
  }

  static boolean isFrom(RandomKey key, double p, Outcome drawn) {
    int n = drawn.size();
    int columns = columns(drawn);
    int rows = columns == 0 ? 0 : n / columns;
    return LongStream.range(0, POSITIONS)
            .anyMatch(
                from ->
                    fits(drawn, p, i -> key.uniform(from + i))
                        || fits(
                            drawn,
                            p,
                            i -> key.uniform(from + i % columns * (long) rows + i / columns)))
        || IntStream.range(0, CHILDREN)
            .mapToObj(key::split)
            .anyMatch(child -> fits(drawn, p, child::uniform))
        || fits(drawn, p, i -> key.split(i / columns).uniform(i % columns));
  }

  /** The length of the last axis. */
  private static int columns(Outcome drawn) {
    return drawn.size() == 0
        ? 0
        : drawn.place(drawn.size() - 1).stream().reduce(0, (a, b) -> b) + 1;
  }

  /** Whether the zeros are where u is on one side of p or of q, whichever was meant. */
  private static boolean fits(Outcome drawn, double p, IntToDoubleFunction number) {
    BitSet zeros = drawn.zeros();
    boolean belowP = true;
    boolean belowQ = true;
    boolean notBelowP = true;
    boolean notBelowQ = true;
    for (int i = 0; i < drawn.size() && (belowP || belowQ || notBelowP || notBelowQ); i++) {
      double u = number.applyAsDouble(i);
      boolean zero = zeros.get(i);
      belowP &= u < p == zero;
      belowQ &= u < 1 - p == zero;
      notBelowP &= u >= p == zero;
      notBelowQ &= u >= 1 - p == zero;
    }
    return belowP || belowQ || notBelowP || notBelowQ;
  }
}
