package dojo.expect;

import dojo.random.RandomKey;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Values as bytes: a letter tells the kind. An array is told by its number alone, an object by that
 * of its handle; no class is ever named.
 *
 * @param arrays the arrays that both sides know
 */
record WireValues(SharedArrays arrays) {
  private static final List<Handle.Owner> OWNERS = List.of(Handle.Owner.values());

  void write(Object value, DataOutputStream out) throws IOException {
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

  Object read(DataInputStream in) throws IOException {
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
}
