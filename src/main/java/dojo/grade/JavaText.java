package dojo.grade;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Java source as text, in whichever encoding a student's editor saved it.
 *
 * @param text what it says, without a byte-order mark
 * @param encoding the encoding; empty for UTF-8, in which it should be
 */
record JavaText(String text, String encoding) {
  private static final Charset ONE_BYTE = Charset.forName("windows-1252");

  private static final String PACKAGE = "package";

  /** How a class is declared; where it stands in another one, too. */
  private static final Pattern DECLARATION =
      Pattern.compile(
          "\\b(?:class|record|enum|interface)\\s{1,100}+"
              + "(?<name>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}{0,200}+)"
              + "(?!\\p{javaJavaIdentifierPart})");

  private static final Set<String> MODIFIERS =
      Set.of("public", "final", "abstract", "sealed", "strictfp");

  /** What may stand before a declaration on its line. */
  private static final String BEFORE = "\n\r;}/";

  /** So many are looked at; a source that declares more declares its class before. */
  private static final int MOST_DECLARED = 1_000;

  /**
   * Reads a source.
   *
   * @return the text; nothing if the bytes are none in any encoding that is known
   */
  static Optional<JavaText> of(byte[] bytes) {
    Charset wide = wide(bytes);
    try {
      Charset charset = wide == null ? StandardCharsets.UTF_8 : wide;
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return printable(new JavaText(unmarked(text), wide == null ? "" : charset.name()));
    } catch (CharacterCodingException e) {
      return printable(new JavaText(new String(bytes, ONE_BYTE), ONE_BYTE.name()));
    }
  }

  private static Optional<JavaText> printable(JavaText text) {
    return text.text().chars().anyMatch(c -> c < ' ' && "\t\n\f\r\u001A".indexOf(c) < 0)
        ? Optional.empty()
        : Optional.of(text);
  }

  private static String unmarked(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** UTF-16 by its mark, or by its zeros: every other byte of a program is one. */
  private static @Nullable Charset wide(byte[] bytes) {
    if (bytes.length < 2) {
      return null;
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2 == 1 ? 1 : 0;
      }
    }
    if (mark == 0xFEFF || even > bytes.length / 4) {
      return StandardCharsets.UTF_16BE;
    }
    return mark == 0xFFFE || odd > bytes.length / 4 ? StandardCharsets.UTF_16LE : null;
  }

  /** Returns the package that the source names; an empty text if it names none. */
  String packageName() {
    int at = afterBlanks(0);
    int end = text.indexOf(';', at);
    return text.startsWith(PACKAGE, at) && end > 0
        ? text.substring(at + PACKAGE.length(), end).strip()
        : "";
  }

  /** Returns the source in another package; each line keeps its number. */
  JavaText in(String packageName) {
    String line = PACKAGE + " " + packageName + ";";
    int at = afterBlanks(0);
    int end = text.indexOf(';', at);
    if (!text.startsWith(PACKAGE, at) || end < 0) {
      return new JavaText(line + " " + text, encoding);
    }
    long lines = text.substring(at, end).chars().filter(c -> c == '\n').count();
    String moved = line + "\n".repeat((int) lines) + text.substring(end + 1);
    return new JavaText(text.substring(0, at) + moved, encoding);
  }

  /** Where the code begins from a place on: after white space and comments. */
  private int afterBlanks(int from) {
    int at = from;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        at = afterLine(at);
      } else if (text.startsWith("/*", at)) {
        at = after("*/", at + 2);
      } else {
        break;
      }
    }
    return at;
  }

  /** Old editors end a line with a carriage return alone, and so does Java. */
  private int afterLine(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private int after(String end, int from) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + end.length();
  }

  /** Returns the names of the classes that the source declares and that stand in no other. */
  Set<String> declared() {
    Set<String> names = new HashSet<>();
    Matcher found = DECLARATION.matcher(text);
    for (int i = 0; i < MOST_DECLARED && found.find(); i++) {
      if (isOutermost(found.start())) {
        names.add(found.group("name"));
      }
    }
    return names;
  }

  /** Whether a declaration begins here, after modifiers at most, on a line of its own. */
  private boolean isOutermost(int keyword) {
    int at = keyword;
    for (int modifiers = 0; modifiers < 5; modifiers++) {
      int end = at;
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
        if (BEFORE.indexOf(text.charAt(end)) >= 0) {
          return true;
        }
      }
      if (end == 0 || BEFORE.indexOf(text.charAt(end - 1)) >= 0) {
        return true;
      }
      int start = end;
      while (start > 0 && end - start < 10 && Character.isLetter(text.charAt(start - 1))) {
        start--;
      }
      if (!MODIFIERS.contains(text.substring(start, end))) {
        return false;
      }
      at = start;
    }
    return false;
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
