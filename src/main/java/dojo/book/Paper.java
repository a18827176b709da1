package dojo.book;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A paper that a notebook rests on, as the table of the course names it.
 *
 * @param text its authors and year
 * @param url where it can be read
 */
record Paper(String text, String url) {
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)\\]\\((https?://[^)\\s]+)\\)");

  /** Returns the papers in the row of a notebook, from the project's README. */
  static List<Paper> of(String topic, String readme) {
    return readme
        .lines()
        .filter(row -> row.startsWith("|") && row.contains("(notebooks/" + topic + ".ipynb)"))
        .flatMap(row -> LINK.matcher(row).results())
        .map(link -> new Paper(link.group(1), link.group(2)))
        .toList();
  }
}
