package dojo.kata;

/**
 * What one test of a kata saw.
 *
 * @param test the name of the test, a sentence with underscores; empty if no test was running
 * @param seen what was seen
 * @param diagnosis the id of the classic mistake that was recognised, or an empty text
 * @param line the line of the student's class to look at, from 1; 0 if there is none
 */
public record TestOutcome(String test, Seen seen, String diagnosis, int line) {

  /**
   * Makes an outcome without a diagnosis and a line.
   *
   * @param test the name of the test; empty if no test was running
   * @param seen what was seen
   * @return the outcome
   */
  public static TestOutcome of(String test, Seen seen) {
    return new TestOutcome(test, seen, "", 0);
  }

  /**
   * Returns how the test stands.
   *
   * @return what follows from what was seen
   */
  public State state() {
    return seen.state();
  }
}
