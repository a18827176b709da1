package dojo.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words with which one talks down to a student, from {@code belittling.txt}; those of another
 * language from {@code belittling_zh.txt}.
 *
 * @param words in small letters
 */
record Belittling(List<String> words) {

  /** Scripts that part no words by spaces: there a word is found wherever it stands. */
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI);

  /**
   * Reads the list of a language.
   *
   * @param suffix of the language's files, for example {@code _zh}; empty for English
   */
  static Belittling of(String suffix) {
    String name = "belittling" + suffix + ".txt";
    try (InputStream in = Belittling.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("add src/test/resources/dojo/content/" + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Belittling(
          text.lines().map(String::strip).filter(w -> !w.isEmpty() && !w.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns those that stand in a text as words: "adjust" holds no "just". */
  List<String> in(String text) {
    return words.stream().filter(word -> pattern(word).matcher(text).find()).toList();
  }

  private static Pattern pattern(String word) {
    String quoted = Pattern.quote(word);
    return Pattern.compile(
        isSpaced(word) ? "(?<![\\p{L}\\p{M}])" + quoted + "(?![\\p{L}\\p{M}])" : quoted,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static boolean isSpaced(String word) {
    return word.codePoints().mapToObj(UnicodeScript::of).noneMatch(WITHOUT_SPACES::contains);
  }
}
