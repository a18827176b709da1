package dojo.expect;

import java.lang.reflect.Array;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many elements arrays have, each array looked through once however often it stands in others.
 */
final class ArraySizes {
  /** So many elements an array may have, its rows counted as often as they stand in it. */
  static final int LARGEST = 1 << 20;

  private final IdentityHashMap<Object, Long> sizes = new IdentityHashMap<>();

  /** How many elements an array has, its rows counted as often as they stand in it. */
  long size(@Nullable Object array) {
    if (array == null) {
      throw new WireException("null in an array");
    }
    if (!(array instanceof Object[] rows)) {
      return array instanceof String ? 1 : Array.getLength(array);
    }
    Long known = sizes.get(array);
    if (known != null) {
      return known;
    }
    long size = 0;
    for (Object row : rows) {
      size += row instanceof String ? 1 : size(row); // at most 2^20 rows of 2^20 at a time
    }
    size = Math.min(Math.max(size, rows.length), LARGEST + 1L);
    sizes.put(array, size);
    return size;
  }
}
