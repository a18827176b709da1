package dojo.expect;

import dojo.kata.Seen;

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
    try {
      refused.run();
    } catch (StudentException e) {
      if (e.is(exception)) {
        return;
      }
      throw e;
    }
    throw new Misstep(new Seen.Accepted(call, exception.getSimpleName()), id);
  }

  /** Ends the check where no single mistake explains that the call is accepted. */
  public void orFail() {
    orDiagnose("");
  }
}
