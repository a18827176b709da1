package dojo.grade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, also those that no archiver would write. */
final class Zips {
  private final ByteArrayOutputStream files = new ByteArrayOutputStream();
  private final ByteArrayOutputStream table = new ByteArrayOutputStream();
  private final Charset charset;
  private final List<byte[]> first = new ArrayList<>();
  private int entries;

  private Zips(Charset charset) {
    this.charset = charset;
  }

  static Zips zip() {
    return new Zips(StandardCharsets.UTF_8);
  }

  /** A zip whose names are in an encoding that nothing in it tells. */
  static Zips zip(Charset charset) {
    return new Zips(charset);
  }

  Zips with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Zips with(String name, byte[] content) {
    return with(new Odd(name, 0, 8, 0, content.length), content);
  }

  /** A file of spaces, whole megabytes: blocks of packed bytes may follow each other. */
  Zips withSpaces(String name, int size) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
    byte[] buffer = new byte[8192];
    byte[] block =
        Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH));
    deflater.end();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int i = 0; i < size >> 20; i++) {
      packed.writeBytes(block);
    }
    packed.writeBytes(deflated(new byte[0]));
    return with(new Odd(name, 0, 8, 0, 100), new byte[0], packed.toByteArray());
  }

  /** A symbolic link, as Unix zips hold it. */
  Zips withLink(String name, String target) {
    byte[] content = target.getBytes(StandardCharsets.UTF_8);
    return with(new Odd(name, 0, 0, 0xA1FF, content.length), content);
  }

  /** What an entry says of itself, true or not. */
  record Odd(String name, int flags, int method, int mode, long size) {}

  Zips with(Odd says, byte[] content) {
    return with(says, content, says.method() == 8 ? deflated(content) : content);
  }

  private Zips with(Odd says, byte[] content, byte[] packed) {
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] name = says.name().getBytes(charset);
    int at = files.size();
    ByteBuffer local = little(30);
    local.putInt(0x04034b50).putShort((short) 20).putShort((short) says.flags());
    local.putShort((short) says.method()).putInt(0).putInt((int) crc.getValue());
    local.putInt(packed.length).putInt((int) says.size()).putShort((short) name.length);
    write(files, local.array(), name, packed);
    ByteBuffer entry = little(46);
    entry.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
    entry.putShort((short) says.flags()).putShort((short) says.method()).putInt(0);
    entry.putInt((int) crc.getValue()).putInt(packed.length).putInt((int) says.size());
    entry.putShort((short) name.length).putInt(0).putInt(0).putShort((short) 0);
    entry.putInt(38, says.mode() << 16).putInt(42, at);
    first.add(entry.array());
    write(table, entry.array(), name);
    entries++;
    return this;
  }

  /** An entry of the table alone, which leads to the first file. */
  Zips again(String name) {
    ByteBuffer entry = little(46).put(0, first.get(0), 0, 46);
    entry.putShort(28, (short) name.length());
    write(table, entry.array(), name.getBytes(charset));
    entries++;
    return this;
  }

  byte[] bytes() {
    ByteBuffer end = little(22);
    end.putInt(0x06054b50).putInt(0).putShort((short) entries).putShort((short) entries);
    end.putInt(table.size()).putInt(files.size()).putShort((short) 0);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    write(all, files.toByteArray(), table.toByteArray(), end.array());
    return all.toByteArray();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, byte[]... parts) {
    for (byte[] part : parts) {
      try {
        out.write(part);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
