package dojo.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A piece of HTML, put together from elements and from text. Text becomes a part of it only by
 * being escaped, so nobody can forget that.
 *
 * <pre>{@code
 * Html.tag("td").at("class", "red").with(Html.text(name))
 * }</pre>
 */
final class Html {
  /** No HTML at all. */
  static final Html NONE = new Html("");

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /** Returns text, whoever wrote it. */
  static Html text(String text) {
    return new Html(escaped(text));
  }

  /** Returns text in which code stands between backquotes. */
  static Html prose(String text) {
    StringBuilder markup = new StringBuilder();
    String[] parts = text.split("`", -1);
    boolean paired = parts.length % 2 == 1;
    for (int i = 0; i < parts.length; i++) {
      String part = escaped(parts[i]);
      markup.append(paired && i % 2 == 1 ? "<code>" + part + "</code>" : part);
      markup.append(paired || i == parts.length - 1 ? "" : "`");
    }
    return new Html(markup.toString());
  }

  /** Returns pieces one after the other. */
  static Html all(List<Html> parts) {
    return new Html(parts.stream().map(Html::toString).collect(Collectors.joining()));
  }

  static Html all(Html... parts) {
    return all(List.of(parts));
  }

  /** Begins an element. */
  static Tag tag(String name) {
    return new Tag(name, "");
  }

  /** Returns an element without attributes. */
  static Html tag(String name, Html... content) {
    return tag(name).with(content);
  }

  /** Returns an element that holds text. */
  static Html tag(String name, String text) {
    return tag(name).with(text(text));
  }

  /**
   * The start tag of an element.
   *
   * @param name its name
   * @param attributes as they stand in the tag
   */
  record Tag(String name, String attributes) {

    /** Adds an attribute. */
    Tag at(String attribute, String value) {
      return new Tag(name, attributes + " " + attribute + "=\"" + escaped(value) + "\"");
    }

    Tag at(String attribute, int value) {
      return at(attribute, Integer.toString(value));
    }

    /** Closes the element around its content. */
    Html with(Html... content) {
      return with(List.of(content));
    }

    Html with(List<Html> content) {
      return new Html("<" + name + attributes + ">" + all(content) + "</" + name + ">");
    }

    Html text(String text) {
      return with(Html.text(text));
    }

    /** Ends an element that holds nothing and has no end tag, such as {@code br}. */
    Html alone() {
      return new Html("<" + name + attributes + ">");
    }
  }

  /**
   * What a browser would take for markup is escaped. What would not be seen, or would move what
   * stands around it, is shown: an escape as ␛, a change of direction as [U+202E].
   */
  private static String escaped(String text) {
    StringBuilder markup = new StringBuilder(text.length() + 16);
    text.replace("\r\n", "\n").codePoints().forEach(point -> append(markup, point));
    return markup.toString();
  }

  private static void append(StringBuilder markup, int point) {
    switch (point) {
      case '&' -> markup.append("&amp;");
      case '<' -> markup.append("&lt;");
      case '>' -> markup.append("&gt;");
      case '"' -> markup.append("&quot;");
      case '\'' -> markup.append("&#39;");
      case '\n', '\t', ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER -> markup.appendCodePoint(point);
      default -> {
        switch (Character.getType(point)) {
          case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
              markup.append(String.format(Locale.ROOT, "[U+%04X]", point));
          default ->
              markup.appendCodePoint(isNeverUsed(point) ? Plain.UNKNOWN : Plain.shown(point));
        }
      }
    }
  }

  /** Among the letters Unicode has a block of numbers that will never be one. */
  private static boolean isNeverUsed(int point) {
    return point >= 0xFDD0 && point <= 0xFDEF;
  }

  /** Returns the markup. */
  @Override
  public String toString() {
    return markup;
  }
}
