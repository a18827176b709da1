package dojo.expect;

import dojo.kata.Value;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far two numbers may be apart that count as the same.
 *
 * @param relative to the size of the right one
 * @param absolute in addition, for numbers near 0
 */
record Tolerance(double relative, double absolute) {

  /** Two float roundings apart is the same: x / q and x · (1 / q) are both right. */
  static final Tolerance ROUNDING = new Tolerance(1e-6, 0);

  /** To the bit: +0 and −0 are told apart, and every NaN is the same. */
  static final Tolerance NONE = new Tolerance(0, 0);

  /** Whether two values have one shape and are close everywhere. */
  boolean accepts(Object actual, Object right) {
    return sameShape(actual, right) && difference(actual, right).isEmpty();
  }

  static boolean sameShape(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Value.Pair p && b instanceof Value.Pair q) {
      return sameShape(p.first().content(), q.first().content())
          && sameShape(p.second().content(), q.second().content());
    }
    if (a == null || b == null) {
      return a == b; // rows that were never made
    }
    if (!a.getClass().isArray() || !b.getClass().isArray()) {
      return a.getClass() == b.getClass();
    }
    int length = Array.getLength(a);
    return length == Array.getLength(b)
        && (a.getClass().getComponentType().isPrimitive()
            || IntStream.range(0, length)
                .allMatch(i -> sameShape(Array.get(a, i), Array.get(b, i))));
  }

  /** The first place at which two values of one shape differ. */
  Optional<List<Integer>> difference(@Nullable Object actual, @Nullable Object right) {
    if (actual == null || right == null) {
      return Optional.empty();
    }
    if (actual instanceof Value.Pair p && right instanceof Value.Pair q) {
      return Stream.of(
              at(0, difference(p.first().content(), q.first().content())),
              at(1, difference(p.second().content(), q.second().content())))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (!actual.getClass().isArray()) {
      return close(actual, right) ? Optional.empty() : Optional.of(List.of());
    }
    return IntStream.range(0, Array.getLength(actual))
        .mapToObj(i -> at(i, difference(Array.get(actual, i), Array.get(right, i))))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<List<Integer>> at(int index, Optional<List<Integer>> within) {
    return within.map(place -> Stream.concat(Stream.of(index), place.stream()).toList());
  }

  private boolean close(Object actual, Object right) {
    boolean real = right instanceof Float || right instanceof Double;
    if (actual.equals(right) || !real) {
      return actual.equals(right);
    }
    double a = ((Number) actual).doubleValue();
    double b = ((Number) right).doubleValue();
    return (relative > 0 || absolute > 0)
        && Double.isFinite(b) // every number is as close to infinity as infinity allows
        && Math.abs(a - b) <= relative * Math.abs(b) + absolute;
  }
}
