package dojo.optim;

/**
 * How fast to learn in each step: the factor of the learning rate, a pure function of the step.
 *
 * <p>The factors of the schedules here are above 0 at every step: where their formula gives less
 * than the smallest positive double, 4.9e-324, they are that. A schedule of your own is checked for
 * all steps before the first is made ({@link Optimizer#requireSteps}).
 */
@FunctionalInterface
public interface LearningRateSchedule {

  /**
   * Returns the factor of a step.
   *
   * @param step how many steps have been made before, from 0
   * @return the factor of the learning rate, above 0
   */
  double factor(int step);

  /**
   * Returns this schedule combined with another.
   *
   * @param other for example a cosine, where this is a warm-up
   * @return the schedule whose factors are the products
   */
  default LearningRateSchedule times(LearningRateSchedule other) {
    return new Product(this, other);
  }

  /** Never changes: factor 1. */
  record Constant() implements LearningRateSchedule {
    @Override
    public double factor(int step) {
      return 1;
    }
  }

  /**
   * Falls in stairs: {@code γ^⌊step / length⌋}.
   *
   * @param length steps on one stair, at least 1
   * @param gamma γ, in {@code (0, 1]}
   */
  record Stairs(int length, double gamma) implements LearningRateSchedule {
    /**
     * Checks the ranges.
     *
     * @param length steps on one stair, at least 1
     * @param gamma γ, in {@code (0, 1]}
     * @throws IllegalArgumentException if one is out of its range
     */
    public Stairs {
      Positive.requireSteps(length);
      if (!(gamma > 0 && gamma <= 1)) {
        throw new IllegalArgumentException("gamma must be in (0, 1], but was " + gamma);
      }
    }

    @Override
    public double factor(int step) {
      return Math.max(Double.MIN_VALUE, StrictMath.pow(gamma, Math.floorDiv(step, length)));
    }
  }

  /**
   * Falls along half a cosine, {@code ½·(1 + cos(π·step / length))}, and then stays at its last
   * factor, which is above 0.
   *
   * @param length steps from 1 to the last factor, at least 1
   * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter (2017), equation 5</a>,
   *     without restarts
   */
  record Cosine(int length) implements LearningRateSchedule {
    /**
     * Checks the range.
     *
     * @param length steps from 1 to the last factor, at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public Cosine {
      Positive.requireSteps(length);
    }

    @Override
    public double factor(int step) {
      double factor = 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(step, length - 1) / length));
      return Math.max(Double.MIN_VALUE, factor); // of 10⁹ steps the last ones round to 0
    }
  }

  /**
   * Rises in a straight line, {@code (step + 1) / length}, and then stays at 1.
   *
   * @param length steps to full speed, at least 1
   * @see <a href="https://arxiv.org/abs/1706.02677">Goyal et al. (2017), section 2.2</a>
   */
  record WarmUp(int length) implements LearningRateSchedule {
    /**
     * Checks the range.
     *
     * @param length steps to full speed, at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public WarmUp {
      Positive.requireSteps(length);
    }

    @Override
    public double factor(int step) {
      return step < length ? (step + 1.0) / length : 1;
    }
  }

  /**
   * Two schedules at once.
   *
   * @param first one
   * @param second the other
   */
  record Product(LearningRateSchedule first, LearningRateSchedule second)
      implements LearningRateSchedule {
    @Override
    public double factor(int step) {
      double one = first.factor(step);
      double other = second.factor(step);
      double product = one * other;
      return product == 0 && one > 0 && other > 0 ? Double.MIN_VALUE : product;
    }
  }
}
