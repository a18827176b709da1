package dojo.playground;

/**
 * How well both nets do after a step.
 *
 * @param step how many steps were made
 * @param numbers of the net without dropout, then of the one with it: train loss, test loss, train
 *     error, test error; losses in nats per example, errors as fractions
 */
@SuppressWarnings("ArrayRecordComponent") // read by the page, and never compared
record Scores(int step, double[] numbers) {
  /** How many numbers a line of {@link #flat} has. */
  static final int LINE = 9;

  /** Returns the step and the numbers in one line. */
  void flat(double[] all, int line) {
    all[line * LINE] = step;
    System.arraycopy(numbers, 0, all, line * LINE + 1, numbers.length);
  }
}
