package dojo.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How readers of a language ask, from {@code search-words.txt}, or {@code search-words_zh.txt} for
 * Chinese.
 *
 * @param same groups of names for one thing
 * @param passedOver words that say nothing of what is looked for
 * @param endings how words end that mean the same, and what stands for each such end
 */
record SearchWords(List<List<String>> same, List<String> passedOver, List<List<String>> endings) {
  private static final String HEAD = "(?m)^== .*$";

  /** Reads the file of a language; the English one if there is none. */
  static SearchWords in(Locale language) {
    return of(
        Resource.find("search-words_" + language.getLanguage() + ".txt")
            .orElseGet(() -> Resource.read("search-words.txt")));
  }

  /** Reads its three parts, each below a line that begins with {@code ==}. */
  static SearchWords of(String text) {
    List<List<List<String>>> parts = new ArrayList<>();
    for (String part : text.split(HEAD, -1)) {
      parts.add(part.lines().filter(line -> !line.isBlank()).map(SearchWords::cells).toList());
    }
    return new SearchWords(
        parts.get(1), parts.get(2).stream().flatMap(List::stream).toList(), parts.get(3));
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }
}
