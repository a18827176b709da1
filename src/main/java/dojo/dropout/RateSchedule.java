package dojo.dropout;

/**
 * How a drop rate changes while a model is trained: a pure function of time.
 *
 * <p>Time is counted from 0, in epochs or in steps: whatever the schedule was made for. {@link
 * Rates} applies a rate to a model.
 *
 * <pre>{@code
 * RateSchedule early = RateSchedule.early(0.1, 50);
 * trainer.fit(model, train, test, key, Rates.following(early, epochs));
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2303.01500">Liu et al. (2023), Dropout reduces
 *     underfitting</a>
 */
@FunctionalInterface
public interface RateSchedule {

  /**
   * Returns the rate at a time.
   *
   * @param time counted from 0
   * @return the probability of dropping
   */
  DropRate at(int time);

  /**
   * Returns the schedule that never changes.
   *
   * @param p the drop probability, in {@code [0, 1]}
   * @return the schedule
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  static RateSchedule constant(double p) {
    return new Switch(new DropRate(p), new DropRate(p), 0);
  }

  /**
   * Returns early dropout, against underfitting: p at first, then none.
   *
   * @param p the drop probability, in {@code [0, 1]}
   * @param end the first time without dropout, at least 0
   * @return the schedule
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN, or the end negative
   */
  static RateSchedule early(double p, int end) {
    return new Switch(new DropRate(p), new DropRate(0), end);
  }

  /**
   * Returns late dropout, against overfitting: none at first, then p.
   *
   * @param p the drop probability, in {@code [0, 1]}
   * @param start the first time with dropout, at least 0
   * @return the schedule
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN, or the start negative
   */
  static RateSchedule late(double p, int start) {
    return new Switch(new DropRate(0), new DropRate(p), start);
  }

  /**
   * Returns the schedule that moves evenly from one rate to another and stays there. From p to 0 it
   * is the early dropout that Liu et al. prefer; from 0 to p the schedule of DropBlock's paper.
   *
   * @param from the drop probability at time 0, in {@code [0, 1]}
   * @param to the drop probability at the end, in {@code [0, 1]}
   * @param end when it is reached, at least 0
   * @return the schedule
   * @throws IllegalArgumentException if a rate is outside {@code [0, 1]} or NaN, or the end
   *     negative
   */
  static RateSchedule linear(double from, double to, int end) {
    return new Linear(new DropRate(from), new DropRate(to), end);
  }

  /**
   * Returns curriculum dropout: from 0 towards p, fast at first.
   *
   * @param p the drop probability it approaches, in {@code [0, 1]}
   * @param speed γ, above 0 and finite: at time 1/γ, 63 % of the way is covered
   * @return the schedule {@code p·(1 − exp(−γ·time))}
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN, or the speed not above
   *     0
   * @see <a href="https://arxiv.org/abs/1703.06229">Morerio et al. (2017)</a>
   */
  static RateSchedule curriculum(double p, double speed) {
    return new Curriculum(new DropRate(p), speed);
  }

  /**
   * One rate before a time, another from then on.
   *
   * @param before the rate before
   * @param after the rate from then on
   * @param when the time, at least 0
   */
  record Switch(DropRate before, DropRate after, int when) implements RateSchedule {
    /**
     * Checks the range.
     *
     * @param before the rate before
     * @param after the rate from then on
     * @param when the time, at least 0
     * @throws IllegalArgumentException if the time is negative
     */
    public Switch {
      require(when);
    }

    @Override
    public DropRate at(int time) {
      return require(time) < when ? before : after;
    }
  }

  /**
   * A straight line between two rates.
   *
   * @param from the rate at time 0
   * @param to the rate from the end on
   * @param end when it is reached, at least 0
   */
  record Linear(DropRate from, DropRate to, int end) implements RateSchedule {
    /**
     * Checks the range.
     *
     * @param from the rate at time 0
     * @param to the rate from the end on
     * @param end when it is reached, at least 0
     * @throws IllegalArgumentException if the end is negative
     */
    public Linear {
      require(end);
    }

    @Override
    public DropRate at(int time) {
      if (require(time) >= end) {
        return to;
      }
      double passed = (double) time / end; // at time 0 nothing is rounded
      return new DropRate(Math.min(1, from.p() * (1 - passed) + to.p() * passed));
    }
  }

  /**
   * An exponential approach to a rate.
   *
   * @param rate the rate it approaches
   * @param speed γ, above 0 and finite
   */
  record Curriculum(DropRate rate, double speed) implements RateSchedule {
    /**
     * Checks the range.
     *
     * @param rate the rate it approaches
     * @param speed γ, above 0 and finite
     * @throws IllegalArgumentException if the speed is not above 0 and finite
     */
    public Curriculum {
      if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("speed must be above 0 and finite, but was " + speed);
      }
    }

    @Override
    public DropRate at(int time) {
      return new DropRate(rate.p() * -StrictMath.expm1(-speed * require(time)));
    }
  }

  private static int require(int time) {
    if (time < 0) {
      throw new IllegalArgumentException("time must be at least 0, but was " + time);
    }
    return time;
  }
}
