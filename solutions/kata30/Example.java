package kata30;

/** The numbers of the worked example on the page of kata 30. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    return new Object[] {0.7, 0.9, row(1200), row(6000)};
  }

  /** So many draws, their mean number of zeros and its bound, and what a wrong share gives. */
  private static double[] row(int n) {
    double mean = n * 0.3;
    double wrong = n * (1 - 0.7 / 0.9);
    return new double[] {n, mean, 6.1 * Math.sqrt(n * 0.3 * 0.7), wrong, mean - wrong};
  }
}
