package dojo.expect;

import java.util.Optional;

/**
 * A call that must be refused.
 *
 * @param call the call as the student would write it
 * @param refused the call itself
 */
public record Refusal(String call, Runnable refused) {

  /**
   * Ends the check by naming the mistake that accepts the call.
   *
   * @param id the id of the mistake
   */
  public void orDiagnose(String id) {
    try {
      refused.run();
    } catch (IllegalArgumentException right) {
      return;
    }
    throw new Misstep(
        Optional.of(id), call + "\nexpected an IllegalArgumentException\nbut it returned");
  }
}
