package dojo.report;

import dojo.grade.Remark;
import java.util.Locale;

/** Texts of students without what some reader would obey instead of show. */
final class Plain {
  /** Where Unicode has a picture for each of the first control characters. */
  private static final int PICTURES = 0x2400;

  /** For what no text can hold, or what has no picture. */
  static final int UNKNOWN = 0xFFFD;

  private Plain() {}

  /** Several lines, in which a control character is shown: an escape as ␛. */
  static String lines(String text) {
    return text.replace("\r\n", "\n")
        .codePoints()
        .map(Plain::shown)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A character, or what stands for one that cannot be shown. */
  static int shown(int point) {
    if (point == '\n' || point == '\t') {
      return point;
    }
    if (Character.isISOControl(point)) {
      return point < ' ' ? PICTURES + point : UNKNOWN;
    }
    boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return half || (point & 0xFFFE) == 0xFFFE ? UNKNOWN : point;
  }

  /** One line, whatever the name of the file holds. */
  static String line(Remark remark, Locale language) {
    String text = remark.file() + " " + remark.what().in(language);
    return lines(text).replaceAll("\\s", " ").strip();
  }
}
