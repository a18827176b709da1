package dojo.grade;

/** How much of a group of tests its students are shown; each shows what those before it show. */
public enum Disclosure {
  /** The points of the group, and nothing of why. */
  POINTS,
  /** Beside this, which classic mistake was recognised. */
  DIAGNOSIS,
  /** Beside this, the first test that failed, with the input that it failed for. */
  EXAMPLE,
  /** All that the tests saw. */
  EVERYTHING;

  /**
   * Returns whether this shows what another one shows.
   *
   * @param other the other one
   * @return whether it is this one or one before it
   */
  public boolean shows(Disclosure other) {
    return compareTo(other) >= 0;
  }
}
