package dojo.expect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arrays that both sides of a {@link Seam} know, each by its number; a row of an array is an
 * array of its own.
 *
 * <p>One side runs at a time, so it is enough to send what was written into arrays whenever the
 * other side gets its turn. Then both see one memory: what was written, which array came back,
 * which rows two arrays share.
 *
 * <p>Looking through all of them takes time. So if there are many, those that took no part in the
 * last calls are forgotten: whoever still has such an array, has it for itself from then on.
 */
final class SharedArrays {

  /** So many elements in so many arrays are never too many to look through. */
  private static final int FEW_ELEMENTS = 50_000;

  private static final int FEW_ARRAYS = 200;

  /** Turns of the test after which an array that took no part in them may be forgotten. */
  private static final int TURNS = 8;

  /** So many elements may be shared at a time: what a hostile class sends must have an end. */
  static final int MOST_ELEMENTS = 1 << 22;

  private static final int MOST_ARRAYS = 1 << 17;

  private final int first;
  private final IdentityHashMap<Object, SharedArray> byArray = new IdentityHashMap<>();
  private final Map<Integer, SharedArray> byNumber = new HashMap<>();
  private final List<SharedArray> all = new ArrayList<>();
  private final List<Integer> forgotten = new ArrayList<>();
  private int numbered;
  private int turn;
  private long elements;

  /** The two sides number their arrays from 0 and from 1, in steps of 2. */
  SharedArrays(int first) {
    this.first = first;
  }

  /** The number of an array that {@link #write} has sent. */
  int number(Object array) {
    return Objects.requireNonNull(byArray.get(array)).number();
  }

  /** The array of a number. */
  Object array(int number) {
    return shared(number).array();
  }

  private SharedArray shared(int number) {
    SharedArray shared = byNumber.get(number);
    if (shared == null) {
      throw new WireException("no array " + number);
    }
    return shared;
  }

  /**
   * The side of the test has its turn: it decides what is forgotten, and the other one is told.
   *
   * @param active what takes part in calls that have not ended yet
   */
  void nextTurn(List<Object> active) {
    turn++;
    if (elements <= FEW_ELEMENTS && all.size() <= FEW_ARRAYS) {
      return;
    }
    for (Object value : active) {
      SharedArray shared = byArray.get(value);
      if (shared != null) {
        shared.takesPart(turn);
      }
    }
    all.stream().filter(shared -> turn - shared.turn() <= TURNS).forEach(this::keepRows);
    List<Integer> old =
        all.stream()
            .filter(shared -> turn - shared.turn() > TURNS)
            .map(shared -> shared.number())
            .toList();
    old.forEach(this::forget);
    all.removeIf(shared -> turn - shared.turn() > TURNS);
    forgotten.addAll(old);
  }

  /** A row lives as long as an array that it stands in. */
  private void keepRows(SharedArray shared) {
    if (shared.array() instanceof Object[] rows) {
      for (Object row : rows) {
        SharedArray known = byArray.get(row);
        if (known != null && known.turn() < shared.turn()) {
          known.takesPart(shared.turn());
          keepRows(known);
        }
      }
    }
  }

  private void forget(int number) {
    SharedArray old = shared(number);
    byNumber.remove(number);
    byArray.remove(old.array());
    elements -= old.weight();
  }

  /** Sends what the other side does not know of all shared arrays, these new ones included. */
  void write(List<Object> values, DataOutputStream out) throws IOException {
    int before = all.size();
    for (Object value : values) {
      share(value);
    }
    List<SharedArray> changed = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) { // by index, for new rows join the list meanwhile
      SharedArray shared = all.get(i);
      if (!shared.isKnown()) {
        shareRows(shared.array());
        changed.add(shared);
      }
    }
    writeNumbers(forgotten, out);
    forgotten.clear();
    out.writeInt(all.size() - before);
    for (SharedArray shared : all.subList(before, all.size())) {
      ArrayKind kind = ArrayKind.of(shared.array());
      out.writeInt(shared.number());
      out.writeByte(kind.leaf());
      out.writeByte(kind.axes());
      out.writeInt(Array.getLength(shared.array()));
    }
    out.writeInt(changed.size());
    for (SharedArray shared : changed) {
      out.writeInt(shared.number());
      Elements.write(shared.array(), row -> shared(row).number(), out);
      shared.know();
    }
  }

  private static void writeNumbers(List<Integer> numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.size());
    for (int number : numbers) {
      out.writeInt(number);
    }
  }

  private SharedArray shared(Object array) {
    return Objects.requireNonNull(byArray.get(array));
  }

  /** Receives it: first the arrays themselves, then what is in them. */
  void read(DataInputStream in) throws IOException {
    readForgotten(in);
    List<SharedArray> fresh = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      int number = in.readInt();
      ArrayKind kind = new ArrayKind(in.readUnsignedByte(), in.readUnsignedByte());
      int length = in.readInt();
      boolean ours = (number - first) % 2 == 0;
      if (ours || length < 0 || length > ArraySizes.LARGEST || byNumber.containsKey(number)) {
        throw new WireException("no new array: " + number + ", " + length);
      }
      fresh.add(add(number, length, kind.type(), () -> kind.make(length)));
    }
    List<SharedArray> changed = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      SharedArray shared = shared(in.readInt());
      Elements.read(shared.array(), number -> shared(number).array(), in);
      shared.takesPart(turn);
      changed.add(shared);
    }
    changed.forEach(SharedArray::know);
    fresh.addAll(changed);
    requireWhole(fresh);
  }

  /** Only the side of the test decides what is forgotten. */
  private void readForgotten(DataInputStream in) throws IOException {
    int count = count(in);
    if (count > 0 && first == 0) {
      throw new WireException("forgotten: " + count);
    }
    for (int left = count; left > 0; left--) {
      forget(in.readInt());
    }
    if (count > 0) {
      all.removeIf(shared -> !byNumber.containsKey(shared.number()));
    }
  }

  /**
   * An array without its rows, or with too many elements, must not reach the test. An array of
   * three axes grows when its rows do.
   */
  private void requireWhole(List<SharedArray> changed) {
    ArraySizes sizes = new ArraySizes();
    Stream.concat(
            changed.stream(), all.stream().filter(shared -> shared.array() instanceof Object[][][]))
        .filter(shared -> shared.array() instanceof Object[])
        .filter(shared -> sizes.size(shared.array()) > ArraySizes.LARGEST)
        .findFirst()
        .ifPresent(
            shared -> {
              throw new WireException("an array of too many elements");
            });
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_ARRAYS) {
      throw new WireException("no number of arrays: " + count);
    }
    return count;
  }

  private void share(@Nullable Object value) {
    if (value == null || !value.getClass().isArray()) {
      return;
    }
    SharedArray known = byArray.get(value);
    if (known == null) {
      add(first + 2 * numbered++, Array.getLength(value), value.getClass(), () -> value);
    } else {
      known.takesPart(turn);
    }
    shareRows(value);
  }

  private void shareRows(Object array) {
    if (array.getClass().getComponentType().isArray()) {
      for (Object row : (Object[]) array) {
        share(row);
      }
    }
  }

  private SharedArray add(int number, int length, Class<?> type, Supplier<Object> array) {
    elements += SharedArray.weight(type, length);
    if (elements > MOST_ELEMENTS || all.size() >= MOST_ARRAYS) {
      throw new WireException("too many arrays");
    }
    SharedArray shared = new SharedArray(number, array.get(), turn);
    byArray.put(shared.array(), shared);
    byNumber.put(number, shared);
    all.add(shared);
    return shared;
  }
}
