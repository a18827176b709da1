package kata01;

/** The numbers of the worked example on the page of kata 01. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    double[][] u = {{0.1, 0.7}, {0.3, 0.5}};
    return new Object[] {u, 0.4, KeepRule.mask(u, 0.6)};
  }
}
