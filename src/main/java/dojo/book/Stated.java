package dojo.book;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A claim of a notebook, and what became of it.
 *
 * @param sentence what is claimed
 * @param statistic the numbers that it rests on; empty if it was not checked
 * @param mark the seeds, where they are known, and the fingerprint of these numbers; empty if it
 *     has none
 * @param state whether it holds
 * @param cell the name of the cell that claims it
 */
record Stated(String sentence, String statistic, String mark, State state, String cell) {

  /** What became of a claim. */
  enum State {
    /** It was checked, and holds. */
    HOLDS("state-holds"),
    /** It was checked, does not hold, and ended the run of its notebook. */
    REFUTED("state-refuted"),
    /** Its cell was not run. */
    UNCHECKED("state-unchecked");

    private final String key;

    State(String key) {
      this.key = key;
    }

    /** Returns its name in the facts, which is the key of its words. */
    @JsonValue
    String key() {
      return key;
    }
  }
}
