package dojo.expect;

import dojo.kata.Seen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Calls and answers as bytes, on one side of a {@link Seam}: first the arrays that were changed,
 * then the message.
 *
 * <p>Whoever reads trusts nothing: every number is within its bounds, no class is looked up by a
 * name, nothing is left over. What is wrong is a {@link WireException}, never another one.
 */
final class Wire {
  private static final List<Seen.Missing.What> WHAT_IS_MISSING =
      List.of(Seen.Missing.What.values());

  /** Which kind of answer, or of value, follows; the bytes of a message never change. */
  private static final int DONE = 0;

  private static final int RETURNED = 1;
  private static final int MISSING = 2;
  private static final int NULL = 3;
  private static final int THREW = 4;

  private final SharedArrays arrays;
  private final WireValues values;

  private Wire(int first) {
    arrays = new SharedArrays(first);
    values = new WireValues(arrays);
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

  /** The side of the test has its turn; these take part in calls that have not ended yet. */
  void nextTurn(List<Object> active) {
    arrays.nextTurn(active);
  }

  byte[] bytes(Call call) {
    return bytes(
        call.arguments(),
        out -> {
          values.write(call.target(), out);
          out.writeUTF(call.method());
          WireItems.writeAll(call.parameters(), WireItems::writeForm, out);
          WireItems.writeForm(call.result(), out);
          WireItems.writeAll(call.arguments(), values::write, out);
        });
  }

  Call call(byte[] bytes) {
    return read(
        bytes,
        in -> {
          if (!(values.read(in) instanceof Handle target)) {
            throw new WireException("a call of no object");
          }
          String method = WireItems.name(in);
          List<Form> parameters = WireItems.readAll(WireItems::form, in);
          Form result = WireItems.form(in);
          List<Object> arguments = WireItems.readAll(values::read, in);
          if (arguments.size() != parameters.size()) {
            throw new WireException("not as many arguments as parameters");
          }
          return new Call(target, method, parameters, result, arguments);
        });
  }

  byte[] bytes(Answer answer) {
    List<Object> returns =
        answer instanceof Answer.Returned returned ? List.of(returned.value()) : List.of();
    return bytes(returns, out -> write(answer, out));
  }

  private void write(Answer answer, DataOutputStream out) throws IOException {
    if (answer instanceof Answer.Returned returned) {
      out.writeByte(RETURNED);
      values.write(returned.value(), out);
    } else if (answer instanceof Answer.Threw threw) {
      out.writeByte(THREW);
      WireItems.writeAll(threw.types(), WireItems::writeName, out);
      WireItems.writeName(threw.message(), out);
      WireItems.writeAll(threw.trace(), WireItems::writeFrame, out);
    } else if (!(answer instanceof Answer.Unfit unfit)) {
      out.writeByte(DONE);
    } else if (unfit.seen() instanceof Seen.Missing missing) {
      out.writeByte(MISSING);
      out.writeByte(WHAT_IS_MISSING.indexOf(missing.what()));
      WireItems.writeName(missing.needs(), out);
      WireItems.writeName(missing.found(), out);
    } else if (unfit.seen() instanceof Seen.ReturnedNull returned) {
      out.writeByte(NULL);
      WireItems.writeName(returned.method(), out);
      WireItems.writeAll(returned.place(), (index, to) -> to.writeInt(index), out);
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
              case RETURNED -> new Answer.Returned(values.read(in));
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
    return new Seen.Missing(WHAT_IS_MISSING.get(what), WireItems.name(in), WireItems.name(in));
  }

  private static Seen returnedNull(DataInputStream in) throws IOException {
    return new Seen.ReturnedNull(
        WireItems.name(in), List.copyOf(WireItems.readAll(Wire::index, in)));
  }

  private static int index(DataInputStream in) throws IOException {
    int index = in.readInt();
    if (index < 0) {
      throw new WireException("no place in an array: " + index);
    }
    return index;
  }

  private static Answer threw(DataInputStream in) throws IOException {
    List<String> types = List.copyOf(WireItems.readAll(WireItems::name, in));
    if (types.isEmpty()) {
      throw new WireException("an exception of no class");
    }
    return new Answer.Threw(
        types, WireItems.name(in), List.copyOf(WireItems.readAll(WireItems::frame, in)));
  }

  private byte[] bytes(List<Object> shared, Writing message) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      arrays.write(shared, out);
      message.to(out);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new WireException(e); // a text that is too long
    }
  }

  private <T> T read(byte[] bytes, WireItems.Reading<T> message) {
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
}
