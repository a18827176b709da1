package dojo.lab;

import dojo.words.Sentence;
import java.util.Optional;

/**
 * One thing the kit needs, and whether it is there.
 *
 * @param what what was looked for, and whether it was found
 * @param remedy the command that mends it; empty if it was found
 */
public record Need(Sentence what, Optional<Sentence> remedy) {

  /** Returns a need that is met. */
  static Need met(Sentence what) {
    return new Need(what, Optional.empty());
  }

  /** Returns a need that is not met. */
  static Need missing(Sentence what, Sentence remedy) {
    return new Need(what, Optional.of(remedy));
  }

  /**
   * Returns whether the kit has what it needs.
   *
   * @return whether there is nothing to mend
   */
  public boolean isMet() {
    return remedy.isEmpty();
  }
}
