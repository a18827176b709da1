package dojo.expect;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.kata.Seen;
import dojo.random.RandomKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls and answers as bytes, on one side of a {@link Seam}: first the arrays that were changed,
 * then the message.
 */
final class Wire {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SharedArrays arrays;

  /** The two sides number their arrays from 0 and from 1, in steps of 2. */
  Wire(int first) {
    arrays = new SharedArrays(first);
  }

  /** Something that may fail as streams do, which these in memory never do. */
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  byte[] bytes(Call call) {
    return bytes(
        call.arguments(),
        out -> {
          write(call.target(), out);
          out.writeUTF(call.method());
          writeAll(call.parameters(), Wire::writeForm, out);
          writeForm(call.result(), out);
          writeAll(call.arguments(), this::write, out);
        });
  }

  Call call(byte[] bytes) {
    return read(
        bytes,
        in ->
            new Call(
                (Handle) value(in),
                in.readUTF(),
                readAll(Wire::form, in),
                form(in),
                readAll(this::value, in)));
  }

  byte[] bytes(Answer answer) {
    List<Object> values =
        answer instanceof Answer.Returned returned ? List.of(returned.value()) : List.of();
    return bytes(
        values,
        out -> {
          out.writeUTF(answer.getClass().getSimpleName());
          if (answer instanceof Answer.Returned returned) {
            write(returned.value(), out);
          } else if (answer instanceof Answer.Unfit unfit) {
            out.writeUTF(JSON.writeValueAsString(unfit.seen()));
          } else if (answer instanceof Answer.Threw threw) {
            writeAll(threw.types(), (text, to) -> to.writeUTF(text), out);
            out.writeUTF(threw.message());
            writeAll(threw.trace(), Wire::writeFrame, out);
          }
        });
  }

  Answer answer(byte[] bytes) {
    return read(
        bytes,
        in ->
            switch (in.readUTF()) {
              case "Returned" -> new Answer.Returned(value(in));
              case "Unfit" -> new Answer.Unfit(JSON.readValue(in.readUTF(), Seen.class));
              case "Threw" ->
                  new Answer.Threw(
                      readAll(from -> from.readUTF(), in), in.readUTF(), readAll(Wire::frame, in));
              default -> new Answer.Done();
            });
  }

  private byte[] bytes(List<Object> values, Writing message) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      arrays.write(values, out);
      message.to(out);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(byte[] bytes, Reading<T> message) {
    try {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
      arrays.read(in);
      return message.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Object value, DataOutputStream out) throws IOException {
    out.writeUTF(value.getClass().isArray() ? "array" : value.getClass().getSimpleName());
    if (value.getClass().isArray()) {
      out.writeInt(arrays.number(value));
    } else if (value instanceof Handle handle) {
      out.writeUTF(handle.owner().name());
      out.writeInt(handle.number());
    } else if (value instanceof RandomKey key) {
      out.writeLong(key.state());
    } else if (value instanceof Double number) {
      out.writeDouble(number);
    } else if (value instanceof Float number) {
      out.writeFloat(number);
    } else {
      out.writeUTF(value.toString()); // whole numbers, booleans and texts
    }
  }

  private Object value(DataInputStream in) throws IOException {
    return switch (in.readUTF()) {
      case "array" -> arrays.array(in.readInt());
      case "Handle" -> new Handle(Handle.Owner.valueOf(in.readUTF()), in.readInt());
      case "RandomKey" -> new RandomKey(in.readLong());
      case "Double" -> in.readDouble();
      case "Float" -> in.readFloat();
      case "Boolean" -> Boolean.valueOf(in.readUTF());
      case "Byte" -> Byte.valueOf(in.readUTF());
      case "Short" -> Short.valueOf(in.readUTF());
      case "Character" -> in.readUTF().charAt(0);
      case "Integer" -> Integer.valueOf(in.readUTF());
      case "Long" -> Long.valueOf(in.readUTF());
      default -> in.readUTF();
    };
  }

  private static void writeForm(Form form, DataOutputStream out) throws IOException {
    out.writeUTF(form.name());
    writeAll(form.shape(), (text, to) -> to.writeUTF(text), out);
    out.writeBoolean(form.data());
  }

  private static Form form(DataInputStream in) throws IOException {
    return new Form(in.readUTF(), readAll(from -> from.readUTF(), in), in.readBoolean());
  }

  private static void writeFrame(StackTraceElement frame, DataOutputStream out) throws IOException {
    out.writeUTF(frame.getClassName());
    out.writeUTF(frame.getMethodName());
    out.writeUTF(String.valueOf(frame.getFileName()));
    out.writeInt(frame.getLineNumber());
  }

  private static StackTraceElement frame(DataInputStream in) throws IOException {
    return new StackTraceElement(in.readUTF(), in.readUTF(), in.readUTF(), in.readInt());
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
    List<T> items = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      items.add(each.from(in));
    }
    return items;
  }
}
