package dojo.report;

import dojo.kata.Seen;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What was wrong with an answer: a classic mistake by its id, or the kind of trouble where none was
 * recognised.
 *
 * @param id the id of the mistake, such as {@code NO_SCALE}, or the key of the kind of trouble
 * @param diagnosed whether it is a classic mistake
 */
record Finding(String id, boolean diagnosed) implements Comparable<Finding> {
  private static final String OTHER = "trouble-java";
  private static final Map<Class<? extends Seen>, String> TROUBLES =
      Map.of(
          Seen.NotCompiled.class, "trouble-not-compiled",
          Seen.NotText.class, "trouble-not-compiled",
          Seen.Misnamed.class, "trouble-missing",
          Seen.Missing.class, "trouble-missing",
          Seen.Borrowed.class, "trouble-borrowed",
          Seen.TooSlow.class, "trouble-too-slow",
          Seen.Ended.class, "trouble-ended",
          Seen.Garbled.class, "trouble-ended");

  /** Classic mistakes first. */
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> !finding.diagnosed()).thenComparing(Finding::id);

  /** Returns what a test found; nothing where it passed, was not reached, or is the kit's fault. */
  static Optional<Finding> of(TestOutcome outcome) {
    if (outcome.state() != State.RED) {
      return Optional.empty();
    }
    if (!outcome.diagnosis().isEmpty()) {
      return Optional.of(new Finding(outcome.diagnosis(), true));
    }
    boolean answered = outcome.seen() instanceof Seen.WrongAnswer;
    String trouble = TROUBLES.getOrDefault(outcome.seen().getClass(), OTHER);
    return Optional.of(new Finding(answered ? "trouble-wrong-answer" : trouble, false));
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
