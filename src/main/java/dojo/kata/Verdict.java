package dojo.kata;

import dojo.words.Shown;
import java.util.List;
import java.util.Optional;

/**
 * The result of checking one kata: the first test that fails, in the order of the source, decides.
 *
 * @param kata the label of the kata, for example {@code 03}
 * @param title what the kata teaches
 * @param outcomes what each test had to say, in the order of the source
 * @param printed what the student's code printed, cut if it is long
 */
public record Verdict(String kata, String title, List<TestOutcome> outcomes, String printed)
    implements Shown {

  /**
   * Returns how the kata stands.
   *
   * @return green, red, or todo where the student has not written it yet
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
   * Returns the outcome that decides: the first failure.
   *
   * @return the outcome, or nothing if the kata is green
   */
  public Optional<TestOutcome> first() {
    return outcomes.stream()
        .filter(outcome -> outcome.state() == State.RED || outcome.state() == State.TODO)
        .findFirst();
  }

  /**
   * Returns the verdict as an HTML table, for a notebook: {@code show(verdict)}.
   *
   * @return a fragment of HTML
   */
  @Override
  public String html() {
    return VerdictHtml.of(this);
  }

  /**
   * Returns the verdict as text: one line if it is green, otherwise the first failure.
   *
   * @return several lines
   */
  @Override
  public String toString() {
    return text(false);
  }

  /**
   * Returns the verdict as text.
   *
   * @param all whether to tell every failure instead of the first only
   * @return several lines
   */
  public String text(boolean all) {
    if (state() == State.GREEN) {
      return "kata "
          + kata
          + " · "
          + title
          + ": green, "
          + outcomes.size()
          + " tests passed"
          + printedText();
    }
    String failures =
        outcomes.stream()
            .filter(outcome -> outcome.state() == State.RED || outcome.state() == State.TODO)
            .limit(all ? outcomes.size() : 1)
            .map(TestOutcome::message)
            .reduce((above, below) -> above + "\n\n" + below)
            .orElse("");
    return failures + printedText();
  }

  private String printedText() {
    return printed.isBlank() ? "" : "\n\nyour code printed:\n" + printed.indent(2).stripTrailing();
  }
}
