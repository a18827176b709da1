package dojo.expect;

import dojo.kata.Composer;
import dojo.kata.Kata;
import dojo.kata.TestOutcome;
import dojo.words.Words;
import java.util.Optional;

/**
 * The failure of a kata's test: what was seen, as data, and on request as a student reads it in
 * Maven and in an editor.
 */
public final class KataFailure extends AssertionError {
  private static final long serialVersionUID = 1;

  private final transient TestOutcome outcome;
  private final transient String className;
  private final transient Optional<Kata> kata;

  KataFailure(
      TestOutcome outcome, String className, Optional<Kata> kata, StackTraceElement... trace) {
    this.outcome = outcome;
    this.className = className;
    this.kata = kata;
    setStackTrace(trace);
  }

  /**
   * Returns what was seen.
   *
   * @return the outcome of the test
   */
  public TestOutcome outcome() {
    return outcome;
  }

  /** Composed only here: the JVM that runs a student's class for the kit never asks. */
  @Override
  public String getMessage() {
    return Composer.of(className, kata, Words.surroundings()).report(outcome).toString();
  }

  /** The message alone: the name of this class would tell a student nothing. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // getMessage() already says it all
  public String toString() {
    return getMessage();
  }
}
