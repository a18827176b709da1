package dojo.grade;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What happens to a file on its way, and costs nobody a point. */
enum Slip {
  NONE,
  BYTE_ORDER_MARK,
  CARRIAGE_RETURNS,
  WRONG_PACKAGE,
  NO_PACKAGE,
  OLD_WINDOWS,
  UTF_16;

  byte[] bytes(String text) {
    return switch (this) {
      case NONE -> utf8(text);
      case BYTE_ORDER_MARK -> utf8("\uFEFF" + text);
      case CARRIAGE_RETURNS -> utf8(text.replace("\n", "\r\n"));
      case WRONG_PACKAGE -> utf8(text.replaceFirst("(?m)^package \\w+;", "package homework.ada;"));
      case NO_PACKAGE -> utf8(text.replaceFirst("(?m)^package \\w+;\n", ""));
      case OLD_WINDOWS -> encoded(text + "// f\u00FCr p > 0\n", Charset.forName("windows-1252"));
      case UTF_16 -> encoded("\uFEFF" + text, StandardCharsets.UTF_16LE);
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encoded(String text, Charset charset) {
    ByteBuffer bytes = charset.encode(text);
    byte[] all = new byte[bytes.remaining()];
    bytes.get(all);
    return all;
  }
}
