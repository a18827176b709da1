package dojo.machine;

import dojo.words.Sentence;
import java.util.Locale;

/** Says what the kit needs and does not find, and the remedy: a command or a step. */
public final class MissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is missing. */
  private final transient Sentence what;

  /** The command or the step that mends it. */
  private final transient Sentence remedy;

  /**
   * Names what is missing. The message is English; {@link #in} speaks the reader's language.
   *
   * @param what what is missing, a clause such as {@code "Python 3.10 or newer is missing"}
   * @param remedy the command or the step that mends it
   */
  public MissingException(Sentence what, Sentence remedy) {
    super(both(what, remedy).toString());
    this.what = what;
    this.remedy = remedy;
  }

  /**
   * Names what is missing, and the error that told of it.
   *
   * @param what what is missing, a clause
   * @param remedy the command or the step that mends it
   * @param cause the error
   */
  public MissingException(Sentence what, Sentence remedy, Throwable cause) {
    super(both(what, remedy).toString(), cause);
    this.what = what;
    this.remedy = remedy;
  }

  private static Sentence both(Sentence what, Sentence remedy) {
    return Sentence.of(MissingException.class, "missing", what, remedy);
  }

  /**
   * Returns what mends it.
   *
   * @return a command or a step
   */
  public Sentence remedy() {
    return remedy;
  }

  /**
   * Returns what is missing.
   *
   * @return a clause
   */
  public Sentence what() {
    return what;
  }

  /**
   * Says in one line what is missing and what mends it.
   *
   * @param language the reader's language
   * @return the line
   */
  public String in(Locale language) {
    return both(what, remedy).in(language);
  }
}
