package dojo.kata;

import dojo.words.Words;
import java.util.Locale;

/** A file of a kata that is missing or broken: one line, with the remedy, in any language. */
public final class KataFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The key of the sentence among the words of this room. */
  private final String key;

  /** What the places of the sentence hold. */
  private final String[] values;

  KataFileException(String key, String... values) {
    super(Words.of(KataFileException.class, Locale.ENGLISH).say(key, (Object[]) values));
    this.key = key;
    this.values = values.clone();
  }

  /**
   * Says which file is wrong, how, and the command that restores it.
   *
   * @param language the language to speak
   * @return one line
   */
  public String in(Locale language) {
    return Words.of(KataFileException.class, language).say(key, (Object[]) values);
  }
}
