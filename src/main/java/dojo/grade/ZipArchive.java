package dojo.grade;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip, read by its table of contents, as every program that unpacks does: what else lies between
 * its files does not count. Nothing is unpacked but what is asked for, and nothing is written.
 *
 * <p>The layout is that of PKWARE, APPNOTE.TXT 6.3.10 (2022). What is not read: several volumes,
 * passwords, and methods of packing other than "stored" and "deflated".
 *
 * @param bytes the archive
 * @param budget what may be read of it
 */
record ZipArchive(Block bytes, Budget budget) {
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;

  private static final int END_LENGTH = 22;
  private static final int END_64_LENGTH = 56;
  private static final int LOCATOR_LENGTH = 20;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int COMMENT = 0xFFFF;

  /** Room for more entries than are read: names are rarely longer than 100 bytes. */
  private static final int TABLE = 16 << 20;

  private static final int CHUNK = 1 << 16;

  private static final int FILE_TYPE = 0xF000;
  private static final int REGULAR = 0x8000;
  private static final int LINK = 0xA000;

  /** Where the table of contents lies; all offsets in it count from the shift. */
  private record Table(long at, long size, long shift) {

    /** Refuses a table that does not lie before the end of the archive. */
    Table within(long end) throws OddException {
      if (at < 0 || size < 0 || at > end - size) {
        throw new OddException("archive-damaged");
      }
      return this;
    }
  }

  /** An entry of the table of contents. */
  private record Entry(
      String name, int flags, int method, int crc, long packed, long size, long at, int mode) {

    /** Where a number has no room, it stands in an extra field, in this order. */
    Entry wide(ByteBuffer extra) throws OddException {
      ByteBuffer more = field(extra, 0x0001);
      long[] numbers = {size, packed, at};
      for (int i = 0; i < numbers.length; i++) {
        if (numbers[i] == 0xFFFFFFFFL && more.remaining() >= Long.BYTES) {
          numbers[i] = more.getLong();
        }
        if (numbers[i] < 0) {
          throw new OddException("archive-damaged");
        }
      }
      return new Entry(name, flags, method, crc, numbers[1], numbers[0], numbers[2], mode);
    }

    Entry shifted(long shift) {
      return new Entry(name, flags, method, crc, packed, size, at + shift, mode);
    }
  }

  void read(Pile pile) throws IOException {
    Table table = table();
    if (table.size() > TABLE) {
      throw new OddException("too-many-entries", budget.caps().entries());
    }
    ByteBuffer in = part(table.at(), (int) table.size());
    while (in.remaining() >= ENTRY_LENGTH && in.getInt(in.position()) == ENTRY) {
      budget.entry();
      Entry entry = entry(in, table.shift());
      int type = entry.mode() & FILE_TYPE;
      if (type == LINK) {
        pile.odd(entry.name(), "is-a-link");
      } else if (!entry.name().endsWith("/") && (type == REGULAR || type == 0)) {
        pile.file(entry.name(), entry.size(), most -> unpacked(entry, most));
      }
    }
  }

  private ByteBuffer part(long at, int length) throws IOException {
    try {
      return bytes.read(at, length);
    } catch (EOFException e) {
      throw new OddException("archive-damaged");
    }
  }

  private Table table() throws IOException {
    long size = bytes.size();
    int tail = (int) Math.min(size, END_LENGTH + COMMENT);
    ByteBuffer last = part(size - tail, tail);
    for (int at = tail - END_LENGTH; at >= 0; at--) {
      if (last.getInt(at) == END && unsigned(last.getShort(at + 20)) <= tail - at - END_LENGTH) {
        return table(last.slice(at, END_LENGTH).order(last.order()), size - tail + at);
      }
    }
    throw new OddException("archive-cut-off");
  }

  private Table table(ByteBuffer end, long at) throws IOException {
    long size = unsigned(end.getInt(12));
    long start = unsigned(end.getInt(16));
    if (at >= LOCATOR_LENGTH && (size == 0xFFFFFFFFL || start == 0xFFFFFFFFL || isFull(end))) {
      ByteBuffer locator = part(at - LOCATOR_LENGTH, LOCATOR_LENGTH);
      if (locator.getInt(0) == LOCATOR_64) {
        long at64 = locator.getLong(8);
        ByteBuffer end64 = part(at64, END_64_LENGTH);
        if (end64.getInt(0) != END_64) {
          throw new OddException("archive-damaged");
        }
        return new Table(end64.getLong(48), end64.getLong(40), 0).within(at);
      }
    }
    // what somebody has put before an archive shifts all of it
    return new Table(at - size, size, at - size - start).within(at);
  }

  private static boolean isFull(ByteBuffer end) {
    return unsigned(end.getShort(10)) == 0xFFFF;
  }

  private static Entry entry(ByteBuffer in, long shift) throws OddException {
    int at = in.position();
    int nameLength = unsigned(in.getShort(at + 28));
    int extraLength = unsigned(in.getShort(at + 30));
    int commentLength = unsigned(in.getShort(at + 32));
    int whole = ENTRY_LENGTH + nameLength + extraLength + commentLength;
    if (in.remaining() < whole) {
      throw new OddException("archive-damaged");
    }
    byte[] raw = new byte[nameLength];
    in.get(at + ENTRY_LENGTH, raw);
    ByteBuffer extra = in.slice(at + ENTRY_LENGTH + nameLength, extraLength).order(in.order());
    boolean unix = unsigned(in.getShort(at + 4)) >> 8 == 3;
    Entry entry =
        new Entry(
            name(raw, extra),
            unsigned(in.getShort(at + 8)),
            unsigned(in.getShort(at + 10)),
            in.getInt(at + 16),
            unsigned(in.getInt(at + 20)),
            unsigned(in.getInt(at + 24)),
            unsigned(in.getInt(at + 42)),
            unix ? in.getInt(at + 38) >>> 16 : 0);
    in.position(at + whole);
    return entry.wide(extra).shifted(shift);
  }

  /** UTF-8, which macOS does not declare; in any other encoding the ASCII letters at least. */
  private static String name(byte[] raw, ByteBuffer extra) {
    byte[] bytes = raw;
    ByteBuffer unicode = field(extra, 0x7075);
    if (unicode.remaining() > 5) { // a version, the CRC of the other name, and this name
      bytes = new byte[unicode.remaining() - 5];
      unicode.get(unicode.position() + 5, bytes);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** The data of an extra field; none if there is none. */
  private static ByteBuffer field(ByteBuffer extra, int wanted) {
    int at = 0;
    while (at + 4 <= extra.limit()) {
      int id = unsigned(extra.getShort(at));
      int length = unsigned(extra.getShort(at + 2));
      if (id == wanted && at + 4 + length <= extra.limit()) {
        return extra.slice(at + 4, length).order(extra.order());
      }
      at += 4 + length;
    }
    return ByteBuffer.allocate(0);
  }

  private byte[] unpacked(Entry entry, int most) throws IOException {
    if ((entry.flags() & 1) != 0) {
      throw new OddException("has-a-password");
    }
    if (entry.method() != 0 && entry.method() != 8) {
      throw new OddException("packed-by-another-method", entry.method());
    }
    if (entry.size() > most) {
      throw new OddException("too-large", most >> 10);
    }
    ByteBuffer local = part(entry.at(), LOCAL_LENGTH);
    if (local.getInt(0) != LOCAL) {
      throw new OddException("archive-damaged");
    }
    long data =
        entry.at() + LOCAL_LENGTH + unsigned(local.getShort(26)) + unsigned(local.getShort(28));
    byte[] content = new byte[(int) entry.size()];
    budget.unpacked(content.length);
    if (entry.method() == 0) {
      part(data, content.length).get(content);
    } else {
      inflate(data, entry.packed(), content);
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    if ((int) crc.getValue() != entry.crc()) {
      throw new OddException("archive-damaged");
    }
    return content;
  }

  /** The table says how large a file is; whatever else comes out is damage. */
  private void inflate(long at, long packed, byte[] into) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      long read = 0;
      int written = 0;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          int length = (int) Math.min(CHUNK, packed - read);
          if (length <= 0) {
            throw new OddException("archive-damaged");
          }
          inflater.setInput(part(at + read, length));
          read += length;
        }
        byte[] spare = written == into.length ? new byte[1] : into;
        int from = written == into.length ? 0 : written;
        int more = inflater.inflate(spare, from, spare.length - from);
        if ((spare != into && more > 0) || inflater.needsDictionary()) {
          throw new OddException("archive-damaged");
        }
        written += more;
      }
      if (written != into.length) {
        throw new OddException("archive-damaged");
      }
    } catch (DataFormatException e) {
      throw new OddException("archive-damaged");
    } finally {
      inflater.end();
    }
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }
}
