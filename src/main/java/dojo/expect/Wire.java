package dojo.expect;

import dojo.kata.Seen;
import dojo.machine.Printed;
import dojo.random.RandomKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls and answers as bytes, on one side of a {@link Seam}: first the arrays that were changed,
 * then the message.
 *
 * <p>Whoever reads trusts nothing: every number is within its bounds, no class is looked up by a
 * name, nothing is left over. What is wrong is a {@link WireException}, never another one.
 */
final class Wire {
  /** More than a call has parameters, or an exception superclasses. */
  private static final int MOST_ITEMS = 100;

  private static final List<Seen.Missing.What> WHAT_IS_MISSING =
      List.of(Seen.Missing.What.values());
  private static final List<Handle.Owner> OWNERS = List.of(Handle.Owner.values());

  private static final int LONGEST_NAME = 1_000;
  private static final int LAST_LINE = 0xFFFF;

  /** Which kind of answer, or of value, follows; the bytes of a message never change. */
  private static final int DONE = 0;

  private static final int RETURNED = 1;
  private static final int MISSING = 2;
  private static final int NULL = 3;
  private static final int THREW = 4;

  private final SharedArrays arrays;

  private Wire(int first) {
    arrays = new SharedArrays(first);
  }

  /** The end beside the test. */
  static Wire ofTest() {
    return new Wire(0);
  }

  /** The end beside the student's class. */
  static Wire ofStudent() {
    return new Wire(1);
  }

  /** Something that may fail as streams do, which these in memory never do. */
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  /** The side of the test has its turn; these take part in calls that have not ended yet. */
  void nextTurn(List<Object> active) {
    arrays.nextTurn(active);
  }

  byte[] bytes(Call call) {
    return bytes(
        call.arguments(),
        out -> {
          writeValue(call.target(), out);
          out.writeUTF(call.method());
          writeAll(call.parameters(), Wire::writeForm, out);
          writeForm(call.result(), out);
          writeAll(call.arguments(), this::writeValue, out);
        });
  }

  Call call(byte[] bytes) {
    return read(
        bytes,
        in -> {
          if (!(value(in) instanceof Handle target)) {
            throw new WireException("a call of no object");
          }
          String method = name(in);
          List<Form> parameters = readAll(Wire::form, in);
          Form result = form(in);
          List<Object> arguments = readAll(this::value, in);
          if (arguments.size() != parameters.size()) {
            throw new WireException("not as many arguments as parameters");
          }
          return new Call(target, method, parameters, result, arguments);
        });
  }

  byte[] bytes(Answer answer) {
    List<Object> values =
        answer instanceof Answer.Returned returned ? List.of(returned.value()) : List.of();
    return bytes(values, out -> write(answer, out));
  }

  private void write(Answer answer, DataOutputStream out) throws IOException {
    if (answer instanceof Answer.Returned returned) {
      out.writeByte(RETURNED);
      writeValue(returned.value(), out);
    } else if (answer instanceof Answer.Threw threw) {
      out.writeByte(THREW);
      writeAll(threw.types(), Wire::writeName, out);
      writeName(threw.message(), out);
      writeAll(threw.trace(), Wire::writeFrame, out);
    } else if (!(answer instanceof Answer.Unfit unfit)) {
      out.writeByte(DONE);
    } else if (unfit.seen() instanceof Seen.Missing missing) {
      out.writeByte(MISSING);
      out.writeByte(WHAT_IS_MISSING.indexOf(missing.what()));
      writeName(missing.needs(), out);
      writeName(missing.found(), out);
    } else if (unfit.seen() instanceof Seen.ReturnedNull returned) {
      out.writeByte(NULL);
      writeName(returned.method(), out);
      writeAll(returned.place(), (index, to) -> to.writeInt(index), out);
    } else {
      throw new WireException("nothing that a student's class can lack: " + unfit.seen());
    }
  }

  Answer answer(byte[] bytes) {
    return read(
        bytes,
        in ->
            switch (in.readUnsignedByte()) {
              case DONE -> new Answer.Done();
              case RETURNED -> new Answer.Returned(value(in));
              case MISSING -> new Answer.Unfit(missing(in));
              case NULL -> new Answer.Unfit(returnedNull(in));
              case THREW -> threw(in);
              default -> throw new WireException("no answer");
            });
  }

  private static Seen missing(DataInputStream in) throws IOException {
    int what = in.readUnsignedByte();
    if (what >= WHAT_IS_MISSING.size()) {
      throw new WireException("nothing that can be missing: " + what);
    }
    return new Seen.Missing(WHAT_IS_MISSING.get(what), name(in), name(in));
  }

  private static Seen returnedNull(DataInputStream in) throws IOException {
    return new Seen.ReturnedNull(name(in), List.copyOf(readAll(Wire::index, in)));
  }

  private static int index(DataInputStream in) throws IOException {
    int index = in.readInt();
    if (index < 0) {
      throw new WireException("no place in an array: " + index);
    }
    return index;
  }

  private static Answer threw(DataInputStream in) throws IOException {
    List<String> types = List.copyOf(readAll(Wire::name, in));
    if (types.isEmpty()) {
      throw new WireException("an exception of no class");
    }
    return new Answer.Threw(types, name(in), List.copyOf(readAll(Wire::frame, in)));
  }

  private byte[] bytes(List<Object> values, Writing message) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      arrays.write(values, out);
      message.to(out);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new WireException(e); // a text that is too long
    }
  }

  private <T> T read(byte[] bytes, Reading<T> message) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      arrays.read(in);
      T read = message.from(in);
      if (in.available() > 0) {
        throw new WireException("more than a message");
      }
      return read;
    } catch (IOException e) {
      throw new WireException(e);
    }
  }

  private void writeValue(Object value, DataOutputStream out) throws IOException {
    if (value.getClass().isArray()) {
      out.writeByte('[');
      out.writeInt(arrays.number(value));
    } else if (value instanceof Handle handle) {
      out.writeByte('@');
      out.writeByte(OWNERS.indexOf(handle.owner()));
      out.writeInt(handle.number());
    } else if (value instanceof RandomKey key) {
      out.writeByte('K');
      out.writeLong(key.state());
    } else if (value instanceof Double number) {
      out.writeByte('D');
      out.writeDouble(number);
    } else if (value instanceof Float number) {
      out.writeByte('F');
      out.writeFloat(number);
    } else if (value instanceof Integer number) {
      out.writeByte('I');
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeByte('J');
      out.writeLong(number);
    } else if (value instanceof Boolean truth) {
      out.writeByte('Z');
      out.writeBoolean(truth);
    } else if (value instanceof Byte number) {
      out.writeByte('B');
      out.writeByte(number);
    } else if (value instanceof Short number) {
      out.writeByte('S');
      out.writeShort(number);
    } else if (value instanceof Character letter) {
      out.writeByte('C');
      out.writeChar(letter);
    } else if (value instanceof String text) {
      out.writeByte('T');
      out.writeUTF(text);
    } else {
      throw new WireException("no data: " + value.getClass());
    }
  }

  private Object value(DataInputStream in) throws IOException {
    return switch (in.readUnsignedByte()) {
      case '[' -> arrays.array(in.readInt());
      case '@' -> handle(in);
      case 'K' -> new RandomKey(in.readLong());
      case 'D' -> in.readDouble();
      case 'F' -> in.readFloat();
      case 'I' -> in.readInt();
      case 'J' -> in.readLong();
      case 'Z' -> in.readBoolean();
      case 'B' -> in.readByte();
      case 'S' -> in.readShort();
      case 'C' -> in.readChar();
      case 'T' -> in.readUTF();
      default -> throw new WireException("no value");
    };
  }

  private static Handle handle(DataInputStream in) throws IOException {
    int owner = in.readUnsignedByte();
    int number = in.readInt();
    if (owner >= OWNERS.size() || number < 0) {
      throw new WireException("no object: " + owner + ", " + number);
    }
    return new Handle(OWNERS.get(owner), number);
  }

  /** A name, a signature or a message. */
  private static String name(DataInputStream in) throws IOException {
    String name = in.readUTF();
    if (name.length() > LONGEST_NAME) {
      throw new WireException("a name of " + name.length() + " letters");
    }
    return name;
  }

  private static void writeName(String name, DataOutputStream out) throws IOException {
    out.writeUTF(Printed.beginning(name, LONGEST_NAME));
  }

  private static void writeForm(Form form, DataOutputStream out) throws IOException {
    out.writeUTF(form.name());
    writeAll(form.shape(), (text, to) -> to.writeUTF(text), out);
    out.writeBoolean(form.data());
  }

  private static Form form(DataInputStream in) throws IOException {
    return new Form(name(in), readAll(Wire::name, in), in.readBoolean());
  }

  private static void writeFrame(StackTraceElement frame, DataOutputStream out) throws IOException {
    writeName(frame.getClassName(), out);
    writeName(frame.getMethodName(), out);
    writeName(String.valueOf(frame.getFileName()), out);
    out.writeInt(frame.getLineNumber());
  }

  private static StackTraceElement frame(DataInputStream in) throws IOException {
    String type = name(in);
    String method = name(in);
    String file = name(in);
    int line = in.readInt();
    return new StackTraceElement(type, method, file, Math.max(0, Math.min(line, LAST_LINE)));
  }

  private interface Writer<T> {
    void write(T item, DataOutputStream out) throws IOException;
  }

  private static <T> void writeAll(List<T> items, Writer<T> each, DataOutputStream out)
      throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      each.write(item, out);
    }
  }

  private static <T> List<T> readAll(Reading<T> each, DataInputStream in) throws IOException {
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
}
