package dojo.experiment;

/**
 * How much a notebook computes: everything, or enough to see that it works.
 *
 * <p>A quick notebook makes the same claims from fewer seeds, hence with a weaker test.
 */
public enum Effort {
  /** Everything. */
  FULL,
  /** Enough to see that it works. */
  QUICK;

  /**
   * Returns what the reader asked for.
   *
   * @return {@link #QUICK} if the environment says {@code DOJO_QUICK=1}, else {@link #FULL}
   */
  public static Effort fromEnvironment() {
    return "1".equals(System.getenv("DOJO_QUICK")) ? QUICK : FULL;
  }

  /**
   * Returns the number to use, of epochs or seeds for example.
   *
   * @param full the number for a full run
   * @param less the number for a quick run
   * @return one of the two
   */
  public int choose(int full, int less) {
    return this == QUICK ? less : full;
  }

  /**
   * Returns the false-alarm rate of claims that rest on seeds.
   *
   * @return 0.001 in a full run, 0.1 in a quick one
   */
  public double alpha() {
    return this == QUICK ? 0.1 : 0.001;
  }

  @Override
  public String toString() {
    return this == QUICK ? "quick (DOJO_QUICK=1)" : "full";
  }
}
