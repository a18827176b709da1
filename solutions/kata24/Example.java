package kata24;

/** The numbers of the worked example on the page of kata 24. */
final class Example {
  private Example() {}

  static Object[] numbers() {
    RateSchedule schedule = new RateSchedule(0.5, 0.1, 2, 6);
    double[] steps = new double[9];
    double[] shares = new double[9];
    double[] rates = new double[9];
    for (int step = 0; step < 9; step++) {
      steps[step] = step;
      shares[step] = Math.max(0, Math.min(1, (step - 2) / 4.0));
      rates[step] = schedule.at(step);
    }
    return new Object[] {steps, shares, rates, 0.7, 0.7 + (0.1 - 0.7)};
  }
}
