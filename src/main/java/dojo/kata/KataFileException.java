package dojo.kata;

import dojo.words.Sentence;
import java.util.Locale;

/** A file of a kata that is missing or broken: one line, with the remedy, in any language. */
public final class KataFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Sentence sentence;

  KataFileException(String key, String... values) {
    this(Sentence.of(KataFileException.class, key, (Object[]) values));
  }

  private KataFileException(Sentence sentence) {
    super(sentence.toString());
    this.sentence = sentence;
  }

  /**
   * Says which file is wrong, how, and the command that restores it.
   *
   * @param language the language to speak
   * @return one line
   */
  public String in(Locale language) {
    return sentence.in(language);
  }
}
