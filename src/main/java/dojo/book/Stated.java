package dojo.book;

/**
 * A claim of a notebook, and what became of it.
 *
 * @param sentence what is claimed
 * @param statistic the numbers that it rests on; empty if it was not checked
 * @param state whether it holds
 * @param cell the name of the cell that claims it
 */
record Stated(String sentence, String statistic, State state, String cell) {

  /** What became of a claim. */
  enum State {
    /** It was checked, and holds. */
    HOLDS,
    /** It was checked, does not hold, and ended the run of its notebook. */
    REFUTED,
    /** Its cell was not run. */
    UNCHECKED
  }
}
