package dojo.kata;

/** How a test of a kata, or the whole kata, stands. */
public enum State {
  /** It passed. */
  GREEN,
  /** It failed. */
  RED,
  /** The student has not written it yet: the stub's TODO was reached. */
  TODO,
  /** It was not run, since a test before it failed. */
  SKIPPED;

  /**
   * Returns the word for a sentence.
   *
   * @return the name in small letters
   */
  public String word() {
    return switch (this) {
      case GREEN -> "green";
      case RED -> "red";
      case TODO -> "todo";
      case SKIPPED -> "skipped";
    };
  }
}
