package dojo.report;

import java.nio.charset.StandardCharsets;

/** Texts that must not be longer than somebody allows. */
final class Utf8 {
  private Utf8() {}

  /** How many bytes a text takes in a file. */
  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The beginning of a text; no character is cut in two. */
  static String whole(String text, int length) {
    int end = Math.min(text.length(), length);
    boolean inside = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return text.substring(0, inside ? end - 1 : end);
  }

  /** A text of at most so many bytes: if it had more, it ends with a note. */
  static String cut(String text, int bytes, String note) {
    if (size(text) <= bytes) {
      return text;
    }
    int left = bytes - size(note);
    int end = 0;
    while (left >= 0 && end < text.length()) {
      int point = text.codePointAt(end);
      left -= size(Character.toString(point));
      end += left >= 0 ? Character.charCount(point) : 0;
    }
    return text.substring(0, end) + note;
  }
}
