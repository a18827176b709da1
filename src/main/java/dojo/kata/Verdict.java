package dojo.kata;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of checking one kata, as data: an error of the kit decides, otherwise the first test
 * that fails, in the order of the source.
 *
 * @param kata the label of the kata, for example {@code 03}
 * @param outcomes what each test saw, in the order of the source
 * @param printed what the student's code printed, cut if it is long
 */
public record Verdict(String kata, List<TestOutcome> outcomes, String printed) {

  /**
   * Makes a verdict; where nothing was tested, that is what it says.
   *
   * @param kata the label of the kata, for example {@code 03}
   * @param outcomes what each test saw, in the order of the source
   * @param printed what the student's code printed, cut if it is long
   */
  public Verdict {
    boolean tested = outcomes.stream().anyMatch(outcome -> outcome.state() != State.SKIPPED);
    outcomes = tested ? List.copyOf(outcomes) : List.of(TestOutcome.of("", new Seen.NoTest()));
  }

  /**
   * Returns how the kata stands.
   *
   * @return green; red; todo where the student has not written it yet; or an error of the kit
   */
  public State state() {
    return first().map(TestOutcome::state).orElse(State.GREEN);
  }

  /**
   * Returns the id of the classic mistake that was recognised.
   *
   * @return the id, or an empty text if there is none
   */
  public String diagnosis() {
    return first().map(TestOutcome::diagnosis).orElse("");
  }

  /**
   * Returns the outcome that decides.
   *
   * @return the outcome, or nothing if the kata is green
   */
  public Optional<TestOutcome> first() {
    return failures().stream().findFirst();
  }

  /**
   * Returns all outcomes that are neither green nor skipped.
   *
   * @return errors of the kit first, then the others in the order of the source
   */
  public List<TestOutcome> failures() {
    return Stream.concat(
            outcomes.stream().filter(outcome -> outcome.state() == State.ERROR),
            outcomes.stream()
                .filter(outcome -> outcome.state() == State.RED || outcome.state() == State.TODO))
        .toList();
  }
}
