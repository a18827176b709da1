package dojo.expect;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;

/**
 * The type of an array as two small numbers, so that nobody looks up a class by a name that was
 * sent.
 *
 * @param leaf which type of element: a place in {@link #LEAVES}
 * @param axes how many axes
 */
record ArrayKind(int leaf, int axes) {
  private static final List<Class<?>> LEAVES =
      List.of(
          float.class,
          double.class,
          int.class,
          long.class,
          boolean.class,
          byte.class,
          short.class,
          char.class,
          String.class);

  /** More axes than a kata has. */
  private static final int MOST_AXES = 6;

  /**
   * Refuses what no array is.
   *
   * @throws WireException if there is no such type
   */
  ArrayKind {
    if (leaf < 0 || leaf >= LEAVES.size() || axes < 1 || axes > MOST_AXES) {
      throw new WireException("no array: " + leaf + ", " + axes);
    }
  }

  static ArrayKind of(Object array) {
    Class<?> type = array.getClass();
    int axes = 0;
    while (type.isArray()) {
      type = type.getComponentType();
      axes++;
    }
    return new ArrayKind(LEAVES.indexOf(type), axes);
  }

  /** The type itself. */
  Class<?> type() {
    Class<?> type = LEAVES.get(leaf);
    for (int axis = 0; axis < axes; axis++) {
      type = type.arrayType();
    }
    return type;
  }

  /** A new array; without its rows, if it has any. */
  Object make(int length) {
    return Array.newInstance(Objects.requireNonNull(type().getComponentType()), length);
  }
}
