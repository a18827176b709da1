package dojo.grade;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.TestOutcome;
import dojo.practice.KataRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The compiled tests of a group, loaded once and run for one student after the other. */
final class Exam {
  private final TestGroup group;
  private final TestLoader loader;
  private final KataRun run;

  /**
   * Loads the tests.
   *
   * @throws IllegalStateException if the test class is not among them
   */
  Exam(TestGroup group, Map<String, byte[]> tests) {
    this.group = group;
    this.loader = new TestLoader(group.testClass(), tests);
    try {
      this.run = new KataRun(loader, group.testClass());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  TestGroup group() {
    return group;
  }

  /** Runs all tests with the classes of a seat. */
  List<TestOutcome> run(Seat seat, Exercises exercises) {
    Map<String, String> parameters =
        new HashMap<>(new KataSettings(seat.seed(), true).parameters(exercises));
    parameters.put("junit.jupiter.execution.timeout.mode", "disabled"); // the seat has limits
    loader.seat(seat);
    try {
      return seat.end(run.run(parameters, seat::begin));
    } finally {
      loader.seat(Sitting.NOBODY);
    }
  }
}
