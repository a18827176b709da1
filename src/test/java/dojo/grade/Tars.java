package dojo.grade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes tars block by block, also those that no archiver would write. */
final class Tars {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Tars tar() {
    return new Tars();
  }

  Tars with(String name, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return header('0', name, content.length).content(content);
  }

  /** A name of more than a hundred bytes, as GNU tar writes it. */
  Tars withLongName(String name, String text) {
    byte[] bytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
    return header('L', "././@LongLink", bytes.length).content(bytes).with("cut", text);
  }

  /** A name of more than a hundred bytes, as POSIX has it. */
  Tars withPaxName(String name, String text) {
    return withPax("path", name).with("cut", text);
  }

  Tars withPax(String key, String value) {
    String pair = " " + key + "=" + value + "\n";
    int length = pair.getBytes(StandardCharsets.UTF_8).length;
    int whole = length + String.valueOf(length + 3).length();
    byte[] bytes = (whole + pair).getBytes(StandardCharsets.UTF_8);
    return header('x', "pax", bytes.length).content(bytes);
  }

  Tars header(char type, String name, long size) {
    byte[] header = new byte[512];
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, 0, Math.min(100, bytes.length));
    put(header, 100, "0000644\0");
    put(header, 124, String.format(Locale.ROOT, "%011o\0", size));
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xFF;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    out.writeBytes(header);
    return this;
  }

  Tars content(byte[] content) {
    out.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
    return this;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /** So far, without an end. */
  byte[] open() {
    return out.toByteArray();
  }

  byte[] bytes() {
    byte[] all = out.toByteArray();
    return Arrays.copyOf(all, all.length + 1024);
  }

  byte[] gzipped() {
    return gzipped(bytes());
  }

  static byte[] gzipped(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }
}
