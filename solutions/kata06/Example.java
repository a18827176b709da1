package kata06;

import java.util.Arrays;

/** The numbers of the worked example on the page of kata 06. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    double[] steps = {0.1, 1e-3, 1e-5, 1e-7, 1e-12, 1e-16};
    double[] a = {12.01, 0};
    double[] b = {12, 0};
    return new Object[] {
      steps,
      Arrays.stream(steps).map(h -> (cube(2 + h) - cube(2 - h)) / (2 * h)).toArray(),
      Arrays.stream(steps).map(h -> (cube(2 + h) - 8) / h).toArray(),
      new double[] {cube(2.1), cube(1.9), cube(2)},
      a,
      b,
      0.01,
      NumericalGradient.relativeError(a, b)
    };
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
