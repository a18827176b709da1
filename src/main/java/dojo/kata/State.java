package dojo.kata;

/** How a test of a kata, or the whole kata, stands. */
public enum State {
  /** It passed. */
  GREEN,
  /** It failed. */
  RED,
  /** The student has not written it yet: the TODO of the start was reached. */
  TODO,
  /** It was not run, since a test before it failed. */
  SKIPPED,
  /** The kit itself failed, so that nothing can be said about the student's class. */
  ERROR
}
