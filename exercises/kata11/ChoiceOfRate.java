package kata11;

import dojo.random.RandomKey;
import java.util.Arrays;

/** Kata 11: the drop probability, chosen by the validation loss of several runs. */
public final class ChoiceOfRate {
  private ChoiceOfRate() {}

  /** Given: trains a net from the beginning and measures it; the same key gives the same run. */
  public interface Trainer {
    /** Returns the loss on the training set, without dropout, after each epoch. */
    double[] trainLosses(double p, RandomKey key);

    /** Returns the loss on the validation set, without dropout, after each epoch. */
    double[] validationLosses(double p, RandomKey key);

    /** Returns the loss on the test set after the last epoch: for the report, once p is chosen. */
    double testLoss(double p, RandomKey key);
  }

  /**
   * Trains with one drop probability from several seeds.
   *
   * @param trainer what trains and measures
   * @param p the drop probability, in [0, 1]
   * @param seeds how many runs, at least 2; run s gets child s of the key, whatever p is
   * @param key the randomness
   * @return the validation loss of each run after its last epoch, [seeds]
   */
  public static double[] losses(Trainer trainer, double p, int seeds, RandomKey key) {
    throw new UnsupportedOperationException("TODO: for each seed, the last validation loss");
  }

  /**
   * Returns how uncertain a mean over seeds is: its standard error.
   *
   * @param losses one for each seed, [seeds], at least 2; they stay as they are
   * @return the standard deviation, that of a sample, divided by the root of the number of seeds
   */
  public static double standardError(double[] losses) {
    throw new UnsupportedOperationException("TODO: root of the sample variance by the seeds");
  }

  /**
   * Chooses by the one-standard-error rule: the largest rate whose mean is at most one standard
   * error above the least mean. The standard error is that of the rate with the least mean.
   *
   * @param rates the drop probabilities that were tried, [rates], in any order
   * @param losses of each rate, the validation loss of each run, [rates, seeds]; NaN where a run
   *     diverged, and then this rate is not chosen; at least one rate has no NaN; both stay as they
   *     are
   * @return one of the rates
   */
  public static double choose(double[] rates, double[][] losses) {
    throw new UnsupportedOperationException("TODO: the largest rate within one error of the best");
  }

  /** Given: the mean; NaN if one of the values is NaN. */
  static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
