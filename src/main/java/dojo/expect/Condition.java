package dojo.expect;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A condition that must hold.
 *
 * @param holds whether it does
 */
public record Condition(boolean holds) {

  /**
   * Ends the check by naming the mistake that breaks the condition.
   *
   * @param id the id of the mistake
   * @param seen what was expected and what came
   */
  public void orDiagnose(String id, Supplier<String> seen) {
    judge(Optional.of(id), seen);
  }

  /**
   * Ends the check where no single mistake explains a broken condition.
   *
   * @param seen what was expected and what came
   */
  public void orSay(Supplier<String> seen) {
    judge(Optional.empty(), seen);
  }

  private void judge(Optional<String> id, Supplier<String> seen) {
    if (!holds) {
      throw new Misstep(id, seen.get());
    }
  }
}
