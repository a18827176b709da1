package dojo.expect;

import dojo.kata.Seen;
import dojo.kata.TodoMark;
import java.util.Optional;

/**
 * A call that the student's class must refuse.
 *
 * @param call the call as the student would write it
 * @param exception the exception that refuses it
 * @param refused the call itself
 * @see Expect#expectRefusal
 */
public record Refusal(String call, Class<? extends Exception> exception, Runnable refused) {

  /**
   * Asks for another exception than {@link IllegalArgumentException}.
   *
   * @param exception the exception that refuses the call
   * @return the check
   */
  public Refusal by(Class<? extends Exception> exception) {
    return new Refusal(call, exception, refused);
  }

  /**
   * Ends the check by naming the mistake that accepts the call.
   *
   * @param id the id of the mistake
   */
  public void orDiagnose(String id) {
    if (refusal().isEmpty()) {
      throw accepted(id);
    }
  }

  /**
   * Returns how the call was refused, for a check of its own.
   *
   * @return the message of the exception; empty if it has none
   */
  public String message() {
    return refusal().orElseThrow(() -> accepted(""));
  }

  /** The message of the exception that refuses the call; nothing if the call returns. */
  private Optional<String> refusal() {
    try {
      refused.run();
      return Optional.empty();
    } catch (StudentException e) {
      if (e.is(exception)) {
        return Optional.of(e.message());
      }
      if (TodoMark.threw(e.type(), e.message()) || !e.is(Exception.class)) {
        throw e;
      }
      Misstep other =
          new Misstep(
              new Seen.RefusedOtherwise(call, exception.getSimpleName(), e.type(), e.message()));
      other.setStackTrace(e.getStackTrace()); // where the student's class threw
      throw other;
    }
  }

  private Misstep accepted(String id) {
    return new Misstep(new Seen.Accepted(call, exception.getSimpleName()), id);
  }

  /** Ends the check where no single mistake explains that the call is accepted. */
  public void orFail() {
    orDiagnose("");
  }
}
