package dojo.lab;

import java.util.Optional;

/**
 * One thing the kit needs, and whether it is there.
 *
 * @param what what was looked for, and found or not
 * @param remedy the command that mends it; empty if nothing is wrong
 */
public record Need(String what, Optional<String> remedy) {

  /** Returns a check that found what it looked for. */
  static Need passed(String what) {
    return new Need(what, Optional.empty());
  }

  /** Returns a check that did not. */
  static Need failed(String what, String remedy) {
    return new Need(what, Optional.of(remedy));
  }

  /**
   * Returns whether nothing is wrong.
   *
   * @return whether there is no remedy to apply
   */
  public boolean passes() {
    return remedy.isEmpty();
  }
}
