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

  private final int first;
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Integer, Object> arrays = new HashMap<>();
  private final Map<Integer, List<Object>> known = new HashMap<>();
  private final Map<Integer, float[]> copies = new HashMap<>();

  SharedArrays(int first) {
    this.first = first;
  }

  int number(Object array) {
    return numbers.get(array);
  }

  Object array(int number) {
    return arrays.get(number);
  }

  /** Sends what the other side does not know of all shared arrays, these new ones included. */
  void write(List<Object> values, DataOutputStream out) throws IOException {
    values.forEach(this::share);
    List.copyOf(arrays.values()).forEach(this::shareRows);
    Map<Integer, List<Object>> news = new HashMap<>();
    arrays.forEach(
        (number, array) -> {
          if (!sameFloats(array, copies.get(number))) {
            List<Object> now = elements(array);
            if (!now.equals(known.get(number))) {
              news.put(number, now);
            }
          }
        });
    out.writeInt(news.size());
    for (int number : news.keySet()) {
      out.writeInt(number);
      out.writeUTF(arrays.get(number).getClass().getName());
      out.writeInt(Array.getLength(arrays.get(number)));
    }
    for (var changed : news.entrySet()) {
      out.writeInt(changed.getKey());
      for (Object element : changed.getValue()) {
        out.writeUTF(element.toString());
      }
    }
    news.forEach(this::know);
  }

  /** Receives it: first the arrays themselves, then what is in them. */
  void read(DataInputStream in) throws IOException {
    int news = in.readInt();
    for (int i = 0; i < news; i++) {
      int number = in.readInt();
      Class<?> element = type(in.readUTF()).getComponentType();
      int length = in.readInt();
      if (!arrays.containsKey(number)) {
        put(number, Array.newInstance(element, length));
      }
    }
    for (int i = 0; i < news; i++) {
      int number = in.readInt();
      Object array = arrays.get(number);
      for (int j = 0; j < Array.getLength(array); j++) {
        Array.set(array, j, element(array.getClass().getComponentType(), in.readUTF()));
      }
      know(number, elements(array));
    }
  }

  private void know(int number, List<Object> elements) {
    known.put(number, elements);
    if (arrays.get(number) instanceof float[] row) {
      copies.put(number, row.clone());
    }
  }

  /** The usual case, without a box for each element: thousands of rows are looked at each time. */
  private static boolean sameFloats(Object array, Object copy) {
    return array instanceof float[] row
        && copy instanceof float[] before
        && Arrays.equals(row, before);
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
    arrays.put(number, array);
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
        ? arrays.get(Integer.valueOf(text))
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

  private static Class<?> type(String name) throws IOException {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
