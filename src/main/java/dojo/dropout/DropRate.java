package dojo.dropout;

/**
 * The probability p of dropping a unit: the drop probability, never the probability of keeping one.
 *
 * <p>PyTorch, Keras, Flax and DJL mean the same; the paper of 2014 and DL4J call p the probability
 * of <em>keeping</em> (in that of 2012 a unit is omitted with probability 0.5). This type exists so
 * that the two cannot be confused.
 *
 * @param p the drop probability, in {@code [0, 1]}
 */
public record DropRate(double p) {

  /**
   * Checks the range.
   *
   * @param p the drop probability, in {@code [0, 1]}
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public DropRate {
    if (!(p >= 0 && p <= 1)) { // written so that NaN fails too
      throw new IllegalArgumentException("drop rate must be in [0, 1], but was " + p);
    }
    p = p + 0.0; // −0.0 becomes 0.0, so that equal rates are equal records
  }

  /**
   * Returns the probability of keeping a unit.
   *
   * @return q = 1 − p
   */
  public double keep() {
    return 1 - p;
  }

  /**
   * Returns the factor of a kept unit that keeps its expected value the same.
   *
   * @return 1/q; 0 for p = 1, where nothing is kept
   */
  public double scale() {
    return p == 1 ? 0 : 1 / keep();
  }
}
