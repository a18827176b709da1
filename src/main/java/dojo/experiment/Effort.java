package dojo.experiment;

import dojo.words.Words;
import java.util.Locale;

/**
 * How much a notebook computes: everything, or enough to see that it works.
 *
 * <p>A quick notebook makes the same claims from fewer seeds, hence with a weaker test.
 */
public enum Effort {
  /** Everything. */
  FULL,
  /** Enough to see that it works. */
  QUICK;

  /**
   * Returns what the reader asked for.
   *
   * @return {@link #QUICK} if the environment says {@code DOJO_QUICK=1}, else {@link #FULL}
   */
  public static Effort fromEnvironment() {
    return "1".equals(System.getenv("DOJO_QUICK")) ? QUICK : FULL;
  }

  /**
   * Returns the number to use, of epochs or seeds for example.
   *
   * @param full the number for a full run
   * @param less the number for a quick run
   * @return one of the two
   */
  public int choose(int full, int less) {
    return this == QUICK ? less : full;
  }

  /**
   * Returns the largest p-value that claims which rest on seeds accept.
   *
   * @return α: 0.001 in a full run, 0.1 in a quick one
   */
  public double alpha() {
    return this == QUICK ? 0.1 : 0.001;
  }

  /**
   * Returns this effort in words.
   *
   * @param language of the words
   * @return a word, and how it was asked for
   */
  public String text(Locale language) {
    return Words.of(Effort.class, language).say(this == QUICK ? "quick" : "full");
  }

  /** Returns this effort in the language of this program's surroundings. */
  @Override
  public String toString() {
    return text(Words.surroundings());
  }
}
