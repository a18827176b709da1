package dojo.kata;

/**
 * What one test of a kata had to say.
 *
 * @param test the name of the test, a sentence with underscores; empty if no test could run
 * @param state passed, failed, unwritten or not run
 * @param diagnosis the id of the classic mistake that was recognised, or an empty text
 * @param message what a student reads, of several lines; empty if the test passed
 */
public record Outcome(String test, State state, String diagnosis, String message) {

  /** A failure before or instead of the tests: no class, no end, no result. */
  static Outcome trouble(String message) {
    return new Outcome("", State.RED, "", message);
  }
}
