package dojo.kata;

/**
 * What one test of a kata had to say.
 *
 * @param test the name of the test, a sentence with underscores; empty if no test could run
 * @param state passed, failed, unwritten or not run
 * @param diagnosis the id of the classic mistake that was recognised, or an empty text
 * @param message what a student reads, of several lines; empty if the test passed
 */
public record TestOutcome(String test, State state, String diagnosis, String message) {

  /** A failure before or instead of the tests: no class, no end, no result. */
  public static TestOutcome trouble(String message) {
    return new TestOutcome("", State.RED, "", message);
  }
}
