package dojo.expect;

import dojo.machine.Printed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What messages are made of beside values: names, forms, lines, and lists of them, of limited
 * length.
 */
final class WireItems {
  /** More than a call has parameters, or an exception superclasses. */
  private static final int MOST_ITEMS = 100;

  private static final int LONGEST_NAME = 1_000;
  private static final int LAST_LINE = 0xFFFF;

  private WireItems() {}

  /** Reads something that may fail as streams do. */
  interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  /** Writes something that may fail as streams do, which those in memory never do. */
  interface Writer<T> {
    void write(T item, DataOutputStream out) throws IOException;
  }

  static <T> void writeAll(List<T> items, Writer<T> each, DataOutputStream out) throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      each.write(item, out);
    }
  }

  static <T> List<T> readAll(Reading<T> each, DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_ITEMS) {
      throw new WireException("no number of items: " + count);
    }
    List<T> items = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      items.add(each.from(in));
    }
    return items;
  }

  /** A name, a signature or a message. */
  static String name(DataInputStream in) throws IOException {
    String name = in.readUTF();
    if (name.length() > LONGEST_NAME) {
      throw new WireException("a name of " + name.length() + " letters");
    }
    return name;
  }

  static void writeName(String name, DataOutputStream out) throws IOException {
    out.writeUTF(Printed.beginning(name, LONGEST_NAME));
  }

  static void writeForm(Form form, DataOutputStream out) throws IOException {
    out.writeUTF(form.name());
    writeAll(form.shape(), (text, to) -> to.writeUTF(text), out);
    out.writeBoolean(form.data());
  }

  static Form form(DataInputStream in) throws IOException {
    return new Form(name(in), readAll(WireItems::name, in), in.readBoolean());
  }

  static void writeFrame(StackTraceElement frame, DataOutputStream out) throws IOException {
    writeName(frame.getClassName(), out);
    writeName(frame.getMethodName(), out);
    writeName(String.valueOf(frame.getFileName()), out);
    out.writeInt(frame.getLineNumber());
  }

  static StackTraceElement frame(DataInputStream in) throws IOException {
    String type = name(in);
    String method = name(in);
    String file = name(in);
    int line = in.readInt();
    return new StackTraceElement(type, method, file, Math.max(0, Math.min(line, LAST_LINE)));
  }
}
