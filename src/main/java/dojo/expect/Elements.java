package dojo.expect;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What is in an array, as bytes; in place of its rows stand their numbers. */
final class Elements {
  /** So many letters a text in an array may have, for an array may hold many. */
  static final int LONGEST_TEXT = 512;

  private Elements() {}

  /**
   * Writes them.
   *
   * @throws WireException if one of them is null
   */
  static void write(Object array, ToIntFunction<Object> number, DataOutputStream out)
      throws IOException {
    if (array instanceof float[] row) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * row.length);
      bytes.asFloatBuffer().put(row);
      out.write(bytes.array());
    } else if (array instanceof double[] row) {
      ByteBuffer bytes = ByteBuffer.allocate(8 * row.length);
      bytes.asDoubleBuffer().put(row);
      out.write(bytes.array());
    } else if (array instanceof int[] row) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * row.length);
      bytes.asIntBuffer().put(row);
      out.write(bytes.array());
    } else if (array instanceof byte[] row) {
      out.write(row);
    } else if (array instanceof Object[] row) {
      for (Object element : row) {
        writeObject(element, number, out);
      }
    } else {
      writeRare(array, out);
    }
  }

  private static void writeObject(
      @Nullable Object element, ToIntFunction<Object> number, DataOutputStream out)
      throws IOException {
    if (element == null) {
      throw new WireException("null in an array");
    }
    if (element instanceof String text) {
      out.writeUTF(text);
    } else {
      out.writeInt(number.applyAsInt(element));
    }
  }

  private static void writeRare(Object array, DataOutputStream out) throws IOException {
    if (array instanceof long[] row) {
      for (long element : row) {
        out.writeLong(element);
      }
    } else if (array instanceof boolean[] row) {
      for (boolean element : row) {
        out.writeBoolean(element);
      }
    } else if (array instanceof short[] row) {
      for (short element : row) {
        out.writeShort(element);
      }
    } else if (array instanceof char[] row) {
      for (char element : row) {
        out.writeChar(element);
      }
    }
  }

  /**
   * Reads them into an array.
   *
   * @throws WireException if a row is of another type than the array's rows
   */
  static void read(Object array, IntFunction<Object> rows, DataInputStream in) throws IOException {
    if (array instanceof float[] row) {
      bytes(in, 4L * row.length).asFloatBuffer().get(row);
    } else if (array instanceof double[] row) {
      bytes(in, 8L * row.length).asDoubleBuffer().get(row);
    } else if (array instanceof int[] row) {
      bytes(in, 4L * row.length).asIntBuffer().get(row);
    } else if (array instanceof byte[] row) {
      in.readFully(row);
    } else if (array instanceof Object[] row) {
      Class<?> type = Objects.requireNonNull(row.getClass().getComponentType());
      for (int i = 0; i < row.length; i++) {
        Object element = type == String.class ? text(in) : rows.apply(in.readInt());
        if (!type.isInstance(element)) {
          throw new WireException("a row of another type");
        }
        row[i] = element;
      }
    } else {
      readRare(array, in);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    String text = in.readUTF();
    if (text.length() > LONGEST_TEXT) {
      throw new WireException("a text of " + text.length() + " letters");
    }
    return text;
  }

  private static ByteBuffer bytes(DataInputStream in, long count) throws IOException {
    if (count > in.available()) {
      throw new WireException("cut short");
    }
    return ByteBuffer.wrap(in.readNBytes((int) count));
  }

  private static void readRare(Object array, DataInputStream in) throws IOException {
    if (array instanceof long[] row) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readLong();
      }
    } else if (array instanceof boolean[] row) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readBoolean();
      }
    } else if (array instanceof short[] row) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readShort();
      }
    } else if (array instanceof char[] row) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readChar();
      }
    }
  }
}
