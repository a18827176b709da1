package dojo.expect;

import dojo.kata.Label;
import dojo.kata.Seen;
import dojo.kata.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition that must hold, with the sentence that says so.
 *
 * @see Expect#expectThat
 */
public final class Condition {
  private final boolean holds;
  private final Label sentence;
  private final List<Seen.Argument> given = new ArrayList<>();
  private final Signs signs = new Signs();

  Condition(boolean holds, Label sentence) {
    this.holds = holds;
    this.sentence = sentence;
  }

  /**
   * Shows an argument below the sentence.
   *
   * @param name the name of the argument
   * @param value its value
   * @return this check
   */
  public Condition given(String name, Object value) {
    given.add(new Seen.Argument(name, new Value(value)));
    return this;
  }

  /**
   * Names the method at fault, to whose line the verdict points.
   *
   * @param method its name; {@code new} for a constructor; without one, it is the method that the
   *     test called last
   * @return this check
   */
  public Condition at(String method) {
    signs.at(method);
    return this;
  }

  /**
   * Ends the check by naming the mistake that breaks the condition.
   *
   * @param id the id of the mistake
   */
  public void orDiagnose(String id) {
    if (!holds) {
      throw new Misstep(
          new Seen.Broken(sentence, given), new Signs.Found(id, signs.first().method()));
    }
  }

  /** Ends the check where no single mistake explains a broken condition. */
  public void orFail() {
    orDiagnose("");
  }
}
