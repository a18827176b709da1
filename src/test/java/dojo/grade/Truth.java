package dojo.grade;

import dojo.kata.State;
import dojo.kata.TestOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a kata must get, known from how the answer was made and not from the grader.
 *
 * @param points out of ten, in hundredths
 * @param state how the kata stands
 */
record Truth(double points, State state) {
  static final Truth RIGHT = new Truth(10, State.GREEN);
  static final Truth WORTHLESS = new Truth(0, State.RED);
  static final Truth MISSING = new Truth(0, State.TODO);

  /** The truth about an answer whose tests were run as a student runs them, without the grader. */
  static Truth of(List<TestOutcome> outcomes) {
    List<State> states = outcomes.stream().map(TestOutcome::state).toList();
    long passed = states.stream().filter(State.GREEN::equals).count();
    BigDecimal points =
        BigDecimal.valueOf(10 * passed)
            .divide(BigDecimal.valueOf(states.size()), 2, RoundingMode.DOWN);
    State first =
        states.stream().filter(state -> state != State.GREEN).findFirst().orElse(State.GREEN);
    return new Truth(points.doubleValue(), first);
  }
}
