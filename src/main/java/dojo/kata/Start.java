package dojo.kata;

/** What a student finds in the file at the beginning of a kata. */
public enum Start {
  /** The solution with each answer replaced by a TODO. */
  TODO,
  /** The first mistake: it compiles and runs, and its symptom is to be found and mended. */
  BUG,
  /**
   * A test to be written, with a TODO for each answer. It is a class like any other: the kata's own
   * test hands it what it has to accept and what it has to refuse.
   */
  TEST
}
