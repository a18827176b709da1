package kata01;

/** Kata 01: the rule that makes a mask out of uniform numbers. */
public final class KeepRule {
  private KeepRule() {}

  /**
   * Decides for each element whether it is kept.
   *
   * @param u uniform numbers in [0, 1), [rows, columns]; there may be no rows
   * @param p the drop probability, in [0, 1]
   * @return a new array of the same shape: 1 where the element is kept, 0 where it is dropped
   * @throws IllegalArgumentException if p is outside [0, 1], or NaN; the message states the rule
   *     and the value
   */
  public static float[][] mask(double[][] u, double p) {
    throw new UnsupportedOperationException("TODO: check p, then compare each u with q");
  }
}
