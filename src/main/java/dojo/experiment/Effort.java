package dojo.experiment;

/**
 * How much a notebook computes: everything, or enough to see that it works.
 *
 * <p>A quick notebook makes the same claims from fewer seeds, hence with a weaker test.
 *
 * @param quick whether to compute less
 */
public record Effort(boolean quick) {

  /**
   * Returns what the reader asked for: quick if the environment says {@code DOJO_QUICK=1}.
   *
   * @return the effort
   */
  public static Effort fromEnvironment() {
    return new Effort("1".equals(System.getenv("DOJO_QUICK")));
  }

  /**
   * Returns the number to use, of epochs or seeds for example.
   *
   * @param full the number for a full run
   * @param less the number for a quick run
   * @return one of the two
   */
  public int choose(int full, int less) {
    return quick ? less : full;
  }

  /**
   * Returns the false-alarm rate of claims that rest on seeds.
   *
   * @return 0.001 in a full run, 0.1 in a quick one
   */
  public double alpha() {
    return quick ? 0.1 : 0.001;
  }

  @Override
  public String toString() {
    return quick ? "quick (DOJO_QUICK=1)" : "full";
  }
}
