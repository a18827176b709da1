package dojo.expect;

import dojo.kata.State;

/**
 * The failure of a kata's test as a student reads it: the same words in Maven, in an editor, on the
 * command line and in a notebook.
 */
public final class KataFailure extends AssertionError {
  private static final long serialVersionUID = 1;

  private final State state;
  private final String diagnosis;

  KataFailure(State state, String diagnosis, String message, StackTraceElement[] trace) {
    super(message);
    this.state = state;
    this.diagnosis = diagnosis;
    setStackTrace(trace);
  }

  public State state() {
    return state;
  }

  public String diagnosis() {
    return diagnosis;
  }

  /** The message alone: the name of this class would tell a student nothing. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // getMessage() already says it all
  public String toString() {
    return String.valueOf(getMessage());
  }
}
