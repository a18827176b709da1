package dojo.words;

/**
 * Something that a notebook shows as HTML: a chart, a table, a verdict. Its {@link
 * Object#toString()} says the same in words.
 */
public interface Shown {

  /**
   * Returns how a notebook shows it.
   *
   * @return a fragment of HTML that needs nothing else: no script, no style sheet, no network
   */
  String html();

  /**
   * Makes text safe to stand in HTML, between tags or in an attribute.
   *
   * @param text any text
   * @return the text, in which {@code & < > "} are entities
   */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
