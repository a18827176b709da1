package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.content.Workbench;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.machine.Jdk;
import dojo.machine.Os;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A machine that has no room for a process for a while is no fault of the student, or the kit. */
class SeatTest {
  private static final TestGroup GROUP = TestGroup.visible(Submissions.kata(1));

  /** A program that ends at once, as a Java does that gets no thread. */
  private static final Cage NO_ROOM =
      new Cage() {
        @Override
        public Tier tier() {
          return Tier.A;
        }

        @Override
        public List<String> around(List<String> program, Path own, List<Path> read) {
          return Jdk.running().java(Os.current(), List.of("-version")).command();
        }
      };

  @Test
  void a_process_that_does_not_start_is_started_again() {
    assertEquals(State.RED, stateAfter(3)); // there is no class
  }

  @Test
  void one_that_never_starts_is_an_error_of_the_kit() {
    assertEquals(State.ERROR, stateAfter(Integer.MAX_VALUE));
  }

  private static State stateAfter(int failures) {
    try (Kit kit = Kit.open(Workbench.EXERCISES, List.of(GROUP), 1, Tier.A)) {
      AtomicInteger starts = new AtomicInteger();
      try (Seat seat =
          new Seat(
              () ->
                  starts.incrementAndGet() > failures
                      ? kit.child()
                      : new StudentChild(NO_ROOM, kit.worker(), kit.limits()),
              kit.limits(),
              1)) {
        seat.begin(Map.of());
        List<TestOutcome> outcomes = kit.exam(GROUP).run(seat, kit.exercises());
        return outcomes.get(0).state();
      }
    }
  }
}
