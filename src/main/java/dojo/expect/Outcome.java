package dojo.expect;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which elements of an array are zero, counted in reading order.
 *
 * @param array an array of any shape
 * @param zeros the numbers of the elements that are zero
 * @param size how many elements there are
 */
record Outcome(Object array, BitSet zeros, int size) {

  static Outcome of(Object array) {
    BitSet zeros = new BitSet();
    return new Outcome(array, zeros, fill(array, 0, zeros));
  }

  /**
   * Goes through an array whose first element has this number; returns the number after its last.
   */
  private static int fill(Object at, int from, BitSet zeros) {
    if (at instanceof float[] row) { // the usual case, without a box for each element
      for (int j = 0; j < row.length; j++) {
        zeros.set(from + j, row[j] == 0);
      }
      return from + row.length;
    }
    if (!at.getClass().isArray()) {
      zeros.set(from, ((Number) at).doubleValue() == 0);
      return from + 1;
    }
    int next = from;
    for (int i = 0; i < Array.getLength(at); i++) {
      next = fill(Array.get(at, i), next, zeros);
    }
    return next;
  }

  /** The indices of the element with this number, the outermost first. */
  List<Integer> place(int number) {
    List<Integer> place = new ArrayList<>();
    Object at = array;
    int left = number;
    while (at.getClass().isArray()) {
      int i = 0;
      for (int size = count(Array.get(at, 0)); left >= size; size = count(Array.get(at, i))) {
        left -= size;
        i++;
      }
      place.add(i);
      at = Array.get(at, i);
    }
    return List.copyOf(place);
  }

  private static int count(Object at) {
    if (!at.getClass().isArray()) {
      return 1;
    }
    if (at.getClass().getComponentType().isPrimitive()) {
      return Array.getLength(at);
    }
    int count = 0;
    for (int i = 0; i < Array.getLength(at); i++) {
      count += count(Array.get(at, i));
    }
    return count;
  }
}
