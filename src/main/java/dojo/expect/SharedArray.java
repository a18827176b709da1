package dojo.expect;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An array, and what the other side knows to be in it. */
final class SharedArray {
  private final int number;
  private final Object array;
  private @Nullable Object known;
  private int turn;

  SharedArray(int number, Object array, int turn) {
    this.number = number;
    this.array = array;
    this.turn = turn;
  }

  int number() {
    return number;
  }

  Object array() {
    return array;
  }

  int turn() {
    return turn;
  }

  /** It takes part in this turn. */
  void takesPart(int now) {
    turn = now;
  }

  /** Compares without a box for each element: thousands of arrays are looked at each time. */
  boolean isKnown() {
    if (known == null) {
      return false;
    }
    if (array instanceof float[] row) {
      return Arrays.equals(row, (float[]) known);
    }
    if (array instanceof Object[] rows) {
      Object[] before = (Object[]) known;
      for (int i = 0; i < rows.length; i++) {
        if (rows[i] instanceof String ? !rows[i].equals(before[i]) : rows[i] != before[i]) {
          return false;
        }
      }
      return true;
    }
    return Objects.deepEquals(array, known);
  }

  /** The other side knows what is in it now. */
  void know() {
    int length = Array.getLength(array);
    known = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, known, 0, length);
  }

  long weight() {
    return weight(array.getClass(), Array.getLength(array));
  }

  /** How many elements an array counts as: a text takes as much room as many numbers. */
  static long weight(Class<?> type, int length) {
    return 1 + (long) length * (type == String[].class ? Elements.LONGEST_TEXT : 1);
  }
}
