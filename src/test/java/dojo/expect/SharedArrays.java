package dojo.expect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The arrays that both sides of a {@link Seam} know, each by its number; a row of an array is an
 * array of its own.
 *
 * <p>One side runs at a time, so it is enough to send what was written into arrays whenever the
 * other side gets its turn. Then both see one memory: what was written, which array came back,
 * which rows two arrays share.
 */
final class SharedArrays {
  private static final int NOTHING = -1;

  /** An array, and what the other side knows to be in it. */
  private static final class Shared {
    private final int number;
    private final Object array;
    private Object known;

    Shared(int number, Object array) {
      this.number = number;
      this.array = array;
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

    void know() {
      int length = Array.getLength(array);
      known = Array.newInstance(array.getClass().getComponentType(), length);
      System.arraycopy(array, 0, known, 0, length);
    }
  }

  private final int first;
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Integer, Shared> byNumber = new HashMap<>();
  private final List<Shared> all = new ArrayList<>();

  SharedArrays(int first) {
    this.first = first;
  }

  int number(Object array) {
    return numbers.get(array);
  }

  Object array(int number) {
    return byNumber.get(number).array;
  }

  /** Sends what the other side does not know of all shared arrays, these new ones included. */
  void write(List<Object> values, DataOutputStream out) throws IOException {
    values.forEach(this::share);
    List<Shared> news = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) { // by index, for new rows join the list meanwhile
      Shared shared = all.get(i);
      if (!shared.isKnown()) {
        shareRows(shared.array);
        news.add(shared);
      }
    }
    out.writeInt(news.size());
    for (Shared shared : news) {
      out.writeInt(shared.number);
      out.writeUTF(shared.array.getClass().getName());
      out.writeInt(Array.getLength(shared.array));
    }
    for (Shared shared : news) {
      out.writeInt(shared.number);
      for (Object element : elements(shared.array)) {
        out.writeUTF(element.toString());
      }
      shared.know();
    }
  }

  /** Receives it: first the arrays themselves, then what is in them. */
  void read(DataInputStream in) throws IOException {
    int news = in.readInt();
    for (int i = 0; i < news; i++) {
      int number = in.readInt();
      Class<?> element = type(in.readUTF()).getComponentType();
      int length = in.readInt();
      if (!byNumber.containsKey(number)) {
        put(number, Array.newInstance(element, length));
      }
    }
    for (int i = 0; i < news; i++) {
      Shared shared = byNumber.get(in.readInt());
      Object array = shared.array;
      for (int j = 0; j < Array.getLength(array); j++) {
        Array.set(array, j, element(array.getClass().getComponentType(), in.readUTF()));
      }
      shared.know();
    }
  }

  private void share(Object value) {
    if (value != null && value.getClass().isArray() && !numbers.containsKey(value)) {
      put(first + 2 * numbers.size(), value);
      shareRows(value);
    }
  }

  private void shareRows(Object array) {
    if (array.getClass().getComponentType().isArray()) {
      for (Object row : (Object[]) array) {
        share(row);
      }
    }
  }

  private void put(int number, Object array) {
    numbers.put(array, number);
    Shared shared = new Shared(number, array);
    byNumber.put(number, shared);
    all.add(shared);
  }

  /** What is in an array; of its rows, their numbers. */
  private List<Object> elements(Object array) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      boolean row = array.getClass().getComponentType().isArray();
      elements.add(row ? (element == null ? NOTHING : numbers.get(element)) : element);
    }
    return elements;
  }

  private Object element(Class<?> type, String text) {
    return type.isArray()
        ? row(Integer.parseInt(text))
        : type == float.class
            ? Float.valueOf(text)
            : type == double.class
                ? Double.valueOf(text)
                : type == int.class
                    ? Integer.valueOf(text)
                    : type == long.class
                        ? Long.valueOf(text)
                        : type == byte.class
                            ? Byte.valueOf(text)
                            : type == boolean.class ? Boolean.valueOf(text) : text;
  }

  private Object row(int number) {
    return number == NOTHING ? null : byNumber.get(number).array;
  }

  private static Class<?> type(String name) throws IOException {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
