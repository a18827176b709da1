package kata24;

/** Kata 24: a drop probability that moves evenly from one value to another while a net trains. */
public final class RateSchedule {
  private final double from;
  private final double to;
  private final int start;
  private final int end;

  /**
   * Given: checks and remembers the two ends.
   *
   * @param from the drop probability until the start, in [0, 1]
   * @param to the drop probability from the end on, in [0, 1]
   * @param start the step at which the change begins, at least 0
   * @param end the step at which it is complete, at least start
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public RateSchedule(double from, double to, int start, int end) {
    if (!(from >= 0 && from <= 1 && to >= 0 && to <= 1)) {
      throw new IllegalArgumentException(
          "drop probabilities must be in [0, 1], but were " + from + " and " + to);
    }
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "0 <= start <= end must hold, but they were " + start + " and " + end);
    }
    this.from = from;
    this.to = to;
    this.start = start;
    this.end = end;
  }

  /**
   * Returns the drop probability at a step, whatever was asked before.
   *
   * @param step which step of the training, from 0
   * @return up to the start exactly from; from the end on exactly to; between them, on the straight
   *     line; if both are the same step, to at this step
   */
  public double at(int step) {
    // BEGIN SOLUTION the ends as they are, between them a straight line
    if (step >= end) {
      return to;
    }
    double f = Math.max(0, (double) (step - start) / (end - start)); // decisive
    return from * (1 - f) + to * f;
    // END SOLUTION
  }
}
