package dojo.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a cell, parted into what makes its numbers and the words for readers that stand in
 * it: its comments and what is written in quotes, such as the sentence of a claim or the title of a
 * chart. Words can be changed and translated without changing a number.
 *
 * @param source the cell's source
 */
record CellCode(String source) {
  private static final String QUOTED = "\"(?:\\\\.|[^\"\\\\\\n])*+\"";

  /**
   * A comment, a block of text or other quoted text, which are words; the name of a key and a
   * character, which are not.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<word>//[^\\n]*+|/\\*(?s:.*?)\\*/|\"\"\"(?s:.*?)\"\"\"|"
              + QUOTED
              + ")|split\\(\\s*+"
              + QUOTED
              + "|'(?:\\\\.|[^'\\\\\\n])++'");

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u+(\\p{XDigit}{4})|[btnfrs\"'\\\\])");

  /** Returns the words as they are written, quotes and slashes included, in order. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      if (token.group("word") != null) {
        words.add(token.group());
      }
    }
    return words;
  }

  /** Returns this code with other words, as many as it has. */
  String with(List<String> words) {
    Iterator<String> next = words.iterator();
    StringBuilder code = new StringBuilder();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      String kept = token.group("word") == null ? token.group() : next.next();
      token.appendReplacement(code, Matcher.quoteReplacement(kept));
    }
    return token.appendTail(code).toString();
  }

  /** Returns the code without words and layout. */
  String numbers() {
    List<String> blanks =
        words().stream().map(word -> word.startsWith("\"") ? "\"\"" : "").toList();
    return with(blanks).replaceAll("\\s+", "");
  }

  /** Returns what is written in quotes as it is printed, line by line, the longest first. */
  List<String> quoted() {
    return words().stream()
        .filter(word -> word.startsWith("\""))
        .flatMap(word -> ESCAPE.matcher(inner(word)).replaceAll(CellCode::unescaped).lines())
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String inner(String word) {
    int quotes = word.startsWith("\"\"\"") ? 3 : 1;
    return word.substring(quotes, word.length() - quotes);
  }

  private static String unescaped(MatchResult escape) {
    String hex = escape.group(1);
    return Matcher.quoteReplacement(
        hex == null
            ? escape.group().translateEscapes()
            : String.valueOf((char) Integer.parseInt(hex, 16)));
  }
}
