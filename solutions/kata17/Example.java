package kata17;

/** The numbers of the worked example on the page of kata 17. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    double[][] agreeSure = {{4, 0}, {4, 0}};
    double[][] agreeUnsure = {{0, 0}, {0, 0}};
    double[][] disagree = {{4, 0}, {0, 4}};
    double[][] oneSure = {{8, 0}, {0, 2}, {0, 2}};
    double[] meanLogits = {8.0 / 3, 4.0 / 3};
    return new Object[] {
      all(agreeSure),
      all(agreeUnsure),
      all(disagree),
      oneSure,
      MonteCarloDropout.mean(oneSure)[0],
      meanLogits,
      MonteCarloDropout.mean(new double[][] {meanLogits})[0]
    };
  }

  private static Object[] all(double[][] z) {
    return new Object[] {
      z,
      MonteCarloDropout.mean(new double[][] {z[0]}),
      MonteCarloDropout.mean(z),
      MonteCarloDropout.variance(z),
      MonteCarloDropout.entropy(z),
      MonteCarloDropout.mutualInformation(z)
    };
  }
}
