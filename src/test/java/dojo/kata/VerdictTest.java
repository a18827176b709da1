package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final TestOutcome GREEN = TestOutcome.of("passes", new Seen.Passed());
  private static final TestOutcome RED =
      new TestOutcome("fails", new Seen.ReturnedNull("forward"), "A", 0);
  private static final TestOutcome TODO = TestOutcome.of("waits", new Seen.Todo("TODO"));
  private static final TestOutcome SKIPPED = TestOutcome.of("rests", new Seen.Skipped());
  private static final TestOutcome ERROR = TestOutcome.of("", new Seen.Fault("disk"));

  @Test
  void the_first_failure_decides() {
    Verdict verdict = verdict(GREEN, RED, TODO, SKIPPED);
    assertEquals(State.RED, verdict.state());
    assertEquals("A", verdict.diagnosis());
    assertEquals(List.of(RED, TODO), verdict.failures());
    assertEquals(State.TODO, verdict(TODO, RED).state());
  }

  @Test
  void only_green_tests_make_a_green_kata() {
    assertEquals(State.GREEN, verdict(GREEN, GREEN).state());
    assertEquals("", verdict(GREEN).diagnosis());
  }

  @Test
  void an_error_of_the_kit_outranks_everything() {
    assertEquals(State.ERROR, verdict(GREEN, ERROR).state());
    assertEquals(State.ERROR, verdict(RED, ERROR).state());
    assertEquals(List.of(ERROR, RED), verdict(RED, ERROR).failures());
  }

  @Test
  void where_nothing_was_tested_nothing_is_green() {
    assertEquals(State.ERROR, verdict().state());
    assertEquals(State.ERROR, verdict(SKIPPED).state());
  }

  private static Verdict verdict(TestOutcome... outcomes) {
    return new Verdict("03", List.of(outcomes), "");
  }
}
