package kata11;

/** The numbers of the worked example on the page of kata 11. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    double[] rates = {0, 0.2, 0.4, 0.6, 0.8};
    double[][] losses = {
      {0.52, 0.46, 0.49},
      {0.33, 0.30, 0.36},
      {0.28, 0.33, 0.29},
      {0.31, 0.33, 0.29},
      {0.45, 0.41, 0.43}
    };
    double[] means = new double[5];
    double[] errors = new double[5];
    for (int r = 0; r < 5; r++) {
      means[r] = ChoiceOfRate.mean(losses[r]);
      errors[r] = ChoiceOfRate.standardError(losses[r]);
    }
    double bound = means[2] + errors[2];
    return new Object[] {rates, losses, means, errors, bound, ChoiceOfRate.choose(rates, losses)};
  }
}
