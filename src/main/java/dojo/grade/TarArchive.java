package dojo.grade;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tar, read from its start to its end: ustar (POSIX.1-1988), with the long names of GNU and of
 * pax (POSIX.1-2001). Nothing is written. What is not read: sparse files and several volumes.
 *
 * @param in the archive, unpacked
 * @param budget what may be read of it
 */
record TarArchive(InputStream in, Budget budget) {
  private static final int BLOCK = 512;

  /** As much as a long name, or what pax knows of a file, may take. */
  private static final int HEADER = 1 << 16;

  void read(Pile pile) throws IOException {
    String longName = "";
    Map<String, String> pax = Map.of();
    while (true) {
      byte[] header = block();
      if (header.length == 0 || isZero(header)) {
        return;
      }
      if (!isHeader(header)) {
        throw new OddException("archive-damaged");
      }
      budget.entry();
      char type = (char) (header[156] & 0xFF);
      long size = number(header, 124, 12);
      if (type == 'L') {
        longName = text(content(size, HEADER));
      } else if (type == 'x') {
        pax = pairs(content(size, HEADER));
      } else if (type == 'K' || type == 'g') { // where a link leads, and what holds for all files
        skip(padded(size));
      } else {
        size = pax.containsKey("size") ? Long.parseLong(pax.get("size")) : size;
        String name = longName.isEmpty() ? name(header) : longName;
        tell(pile, type, pax.getOrDefault("path", name), size);
        longName = "";
        pax = Map.of();
      }
    }
  }

  private void tell(Pile pile, char type, String name, long size) throws IOException {
    boolean file = (type == '0' || type == 0 || type == '7') && !name.endsWith("/");
    if (!file) {
      if (type == '1' || type == '2') {
        pile.odd(name, "is-a-link");
      }
      skip(type == '1' || type == '2' ? 0 : padded(size));
      return;
    }
    long[] left = {padded(size)};
    pile.file(
        name,
        size,
        most -> {
          left[0] = 0;
          return content(size, most);
        });
    skip(left[0]);
  }

  /** What follows a header, and the rest of its last block. */
  private byte[] content(long size, int most) throws IOException {
    if (size > most) {
      skip(padded(size));
      throw new OddException("too-large", most >> 10);
    }
    byte[] content = in.readNBytes((int) size);
    if (content.length < size) {
      throw new OddException("archive-cut-off");
    }
    skip(padded(size) - size);
    return content;
  }

  private void skip(long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
    } catch (EOFException e) {
      throw new OddException("archive-cut-off");
    }
  }

  private static long padded(long size) throws OddException {
    if (size < 0 || size > Long.MAX_VALUE - BLOCK) {
      throw new OddException("archive-damaged");
    }
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  private byte[] block() throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length > 0 && block.length < BLOCK) {
      throw new OddException("archive-cut-off");
    }
    return block;
  }

  private static boolean isZero(byte[] block) {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sum of a block is the one that it names, while that one counts as spaces. */
  static boolean isHeader(byte[] block) throws OddException {
    int sum = 8 * ' ';
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? 0 : block[i] & 0xFF;
    }
    return number(block, 148, 8) == sum;
  }

  /** A number in octal digits; a large one in bytes, which GNU marks by the first bit. */
  private static long number(byte[] block, int at, int length) throws OddException {
    if ((block[at] & 0x80) != 0) {
      long number = block[at] & 0x7F;
      for (int i = at + 1; i < at + length; i++) {
        if (number >> 55 != 0) {
          throw new OddException("archive-damaged");
        }
        number = number << 8 | (block[i] & 0xFF);
      }
      return number;
    }
    String digits = new String(block, at, length, StandardCharsets.ISO_8859_1);
    digits = digits.replace('\0', ' ').strip().replaceFirst(" .*", "");
    if (!digits.matches("[0-7]{0,20}")) {
      throw new OddException("archive-damaged");
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private static String name(byte[] header) {
    String name = field(header, 0, 100);
    boolean ustar = field(header, 257, 6).equals("ustar"); // of GNU it is "ustar "
    String prefix = ustar ? field(header, 345, 155) : "";
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String field(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.contains("\0") ? text.substring(0, text.indexOf('\0')) : text;
  }

  /** Lines such as "27 path=kata03/Answer.java", which begin with their length in bytes. */
  private static Map<String, String> pairs(byte[] bytes) throws OddException {
    Map<String, String> pairs = new TreeMap<>();
    int at = 0;
    while (at < bytes.length) {
      int space = at;
      while (space < bytes.length && bytes[space] != ' ') {
        space++;
      }
      String digits = new String(bytes, at, space - at, StandardCharsets.ISO_8859_1);
      int length = digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
      if (length < space - at + 2 || length > bytes.length - at) {
        throw new OddException("archive-damaged");
      }
      String line = new String(bytes, space + 1, at + length - space - 2, StandardCharsets.UTF_8);
      int equals = line.indexOf('=');
      if (equals > 0) {
        pairs.put(line.substring(0, equals), line.substring(equals + 1));
      }
      at += length;
    }
    if (!pairs.getOrDefault("size", "0").matches("\\d{1,18}")) {
      throw new OddException("archive-damaged");
    }
    return pairs;
  }
}
