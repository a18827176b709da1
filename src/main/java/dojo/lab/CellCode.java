package dojo.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a cell, parted into what makes its numbers and the words for readers that stand in
 * it: its comments and what is written in quotes, such as the sentence of a claim or the title of a
 * chart. Words can be changed and translated without changing a number.
 *
 * @param numbers the code without words and layout; the name of a key, as in {@code split("mask")},
 *     makes numbers and is no word
 * @param words what is written in quotes, the longest first
 */
record CellCode(String numbers, List<String> words) {
  private static final String QUOTED = "\"(?:\\\\.|[^\"\\\\\\n])*+\"";

  /** A comment, a block of text, a name of a key, a character, other quoted text. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*+|/\\*(?s:.*?)\\*/)|\"\"\"(?<block>(?s:.*?))\"\"\"|split\\(\\s*+"
              + QUOTED
              + "|'(?:\\\\.|[^'\\\\\\n])++'|(?<quoted>"
              + QUOTED
              + ")");

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u+(\\p{XDigit}{4})|[btnfrs\"'\\\\])");

  static CellCode of(String source) {
    List<String> words = new ArrayList<>();
    StringBuilder numbers = new StringBuilder();
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      String block = token.group("block");
      String quoted = token.group("quoted");
      if (block != null) {
        unescaped(block).lines().map(String::strip).forEach(words::add);
      } else if (quoted != null) {
        words.add(unescaped(quoted.substring(1, quoted.length() - 1)));
      }
      boolean comment = token.group("comment") != null;
      boolean word = block != null || quoted != null;
      String kept = comment ? "" : word ? "\"\"" : token.group();
      token.appendReplacement(numbers, Matcher.quoteReplacement(kept));
    }
    token.appendTail(numbers);
    words.removeIf(String::isEmpty);
    words.sort(Comparator.comparingInt(String::length).reversed());
    return new CellCode(numbers.toString().replaceAll("\\s+", ""), List.copyOf(words));
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              String hex = escape.group(1);
              return Matcher.quoteReplacement(
                  hex == null
                      ? escape.group().translateEscapes()
                      : String.valueOf((char) Integer.parseInt(hex, 16)));
            });
  }
}
