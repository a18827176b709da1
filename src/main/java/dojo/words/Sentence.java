package dojo.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What there is to say, before anyone knows in which language: a key of a room's words, and values.
 *
 * <p>What goes wrong deep inside travels outwards as a sentence; the outermost layer, which knows
 * its reader, puts it into words.
 *
 * @param member a class of the room whose words have the key
 * @param key the key in {@code words.properties} of that room; empty if the one value is the text
 * @param values what the places of the sentence hold; a value may be a sentence itself
 */
public record Sentence(Class<?> member, String key, List<Object> values) {

  /**
   * Copies the values, so that they never change.
   *
   * @param member a class of the room whose words have the key
   * @param key the key; empty if the one value is the text
   * @param values what the places of the sentence hold
   */
  public Sentence {
    values = List.copyOf(values);
  }

  /**
   * Returns a sentence.
   *
   * @param member a class of the room whose words have the key
   * @param key the key
   * @param values what the places of the sentence hold
   * @return the sentence
   */
  public static Sentence of(Class<?> member, String key, Object... values) {
    return new Sentence(member, key, Arrays.asList(values));
  }

  /**
   * Returns what is the same in every language, such as a command for a shell.
   *
   * @param text the text
   * @return a sentence that says just this
   */
  public static Sentence verbatim(String text) {
    return of(Sentence.class, "", text);
  }

  /**
   * Puts this into words.
   *
   * @param language the reader's language
   * @return the sentence in that language, or in English if the room has no translation
   * @throws IllegalArgumentException if the room has no such key
   */
  public String in(Locale language) {
    Object[] said =
        values.stream().map(v -> v instanceof Sentence inner ? inner.in(language) : v).toArray();
    return key.isEmpty() ? String.valueOf(said[0]) : Words.of(member, language).say(key, said);
  }

  /** Returns the sentence in English, for a log or a stack trace. */
  @Override
  public String toString() {
    return in(Locale.ENGLISH);
  }
}
