package dojo.experiment;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/** A number measured several times, for example the test error under each seed. */
public final class Sample {
  private final double[] values;
  private final boolean bySeed;

  /**
   * Takes the measured numbers.
   *
   * @param values one per seed, at least one
   * @throws IllegalArgumentException if there are none
   */
  public Sample(double... values) {
    this(false, values);
  }

  /** Takes numbers of which it is known whether number s was computed from {@code of(s)}. */
  Sample(boolean bySeed, double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sample needs at least one number, but had none");
    }
    this.values = values.clone();
    this.bySeed = bySeed;
  }

  /**
   * Returns under how many seeds of an {@link Experiment} these numbers were computed.
   *
   * @return the size n, if number s is known to come from the key of seed s, from 0 to n − 1; 0 if
   *     nobody knows where they come from
   */
  public int seeds() {
    return bySeed ? values.length : 0;
  }

  /**
   * Returns the numbers.
   *
   * @return a copy, by seed
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * Returns how many numbers there are.
   *
   * @return n
   */
  public int size() {
    return values.length;
  }

  /**
   * Returns the mean.
   *
   * @return the sum, added in order, divided by n
   */
  public double mean() {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /**
   * Returns the standard deviation.
   *
   * @return with n − 1 in the denominator; NaN for a single number
   */
  public double sd() {
    double mean = mean();
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / (values.length - 1));
  }

  /**
   * Returns a confidence interval of the mean, by Student's t.
   *
   * @param confidence how often such an interval holds the true mean, in (0, 1)
   * @return the interval; NaN for a single number
   * @throws IllegalArgumentException if the confidence is not in (0, 1)
   * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student (1908)</a>
   */
  public Interval interval(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be in (0, 1), but was " + confidence);
    }
    if (values.length < 2) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double t =
        TDistribution.of(values.length - 1.0).inverseSurvivalProbability((1 - confidence) / 2);
    double half = t * sd() / Math.sqrt(values.length);
    return new Interval(mean() - half, mean() + half);
  }

  /**
   * Returns the differences to another sample, seed by seed.
   *
   * @param other measured under the same seeds
   * @return this minus the other
   * @throws IllegalArgumentException if the sizes differ
   */
  public Sample minus(Sample other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          "samples of one set of seeds are equally long, but had "
              + values.length
              + " and "
              + other.values.length
              + " numbers");
    }
    double[] differences = new double[values.length];
    Arrays.setAll(differences, i -> values[i] - other.values[i]);
    return new Sample(bySeed && other.bySeed, differences);
  }

  /**
   * Returns the numbers, each larger by the same.
   *
   * @param summand what is added to each
   * @return the sums
   */
  public Sample plus(double summand) {
    double[] sums = new double[values.length];
    Arrays.setAll(sums, i -> values[i] + summand);
    return new Sample(bySeed, sums);
  }

  /**
   * Returns the numbers in another unit, for example errors in per cent.
   *
   * @param factor of each number
   * @return the products
   */
  public Sample times(double factor) {
    double[] products = new double[values.length];
    Arrays.setAll(products, i -> factor * values[i]);
    return new Sample(bySeed, products);
  }

  /** How exactly the mean is known: to two digits of its standard error. */
  Digits digits() {
    return Digits.of(sd() / Math.sqrt(size()), mean());
  }

  /** Returns mean, standard deviation and size, to the second digit of the standard deviation. */
  @Override
  public String toString() {
    Digits digits = Digits.of(sd(), mean());
    return digits.text(mean()) + " ± " + digits.text(sd()) + " (n = " + size() + ")";
  }
}
