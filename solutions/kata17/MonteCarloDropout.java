package kata17;

import dojo.random.RandomKey;
import java.util.Arrays;

/** Kata 17: Monte-Carlo dropout, which asks a net several times and looks at how it wavers. */
public final class MonteCarloDropout {
  private MonteCarloDropout() {}

  /** Given: a classifier that remembers its mode, as in PyTorch. It drops while it trains. */
  public interface Model {
    boolean isTraining();

    void train();

    void eval();

    /** Returns the logits of one example, [classes]. */
    double[] logits(double[] x, RandomKey key);
  }

  /**
   * Makes passes with dropout; in the end, the model is in the mode in which it was before, even if
   * a pass throws an exception.
   *
   * @param model the classifier, in either mode
   * @param x one example; it stays as it is
   * @param passes how many, at least 1
   * @param key the randomness: each pass gets a child of its own
   * @return the logits of each pass, [passes, classes]
   */
  public static double[][] sample(Model model, double[] x, int passes, RandomKey key) {
    // BEGIN SOLUTION drop in each pass, then restore the mode
    boolean training = model.isTraining();
    double[][] logits = new double[passes][];
    model.train();
    try {
      for (int t = 0; t < passes; t++) {
        logits[t] = model.logits(x, key.split(t)); // decisive
      }
    } finally {
      if (!training) {
        model.eval();
      }
    }
    return logits;
    // END SOLUTION
  }

  /**
   * Returns the prediction: the mean of the probabilities.
   *
   * @param logits of each pass, [passes, classes]
   * @return a new array, [classes]
   */
  public static double[] mean(double[][] logits) {
    // BEGIN SOLUTION average probabilities
    return average(softmax(logits)); // decisive
    // END SOLUTION
  }

  /**
   * Returns how far the probabilities vary from pass to pass.
   *
   * @param logits of each pass, [passes, classes]
   * @return the unbiased sample variance of each class, [classes]; NaN for a single pass
   */
  public static double[] variance(double[][] logits) {
    // BEGIN SOLUTION squared distances from the mean, by n - 1
    double[] mean = mean(logits);
    double[] variance = new double[mean.length];
    for (double[] chances : softmax(logits)) {
      for (int k = 0; k < mean.length; k++) {
        variance[k] += (chances[k] - mean[k]) * (chances[k] - mean[k]) / (logits.length - 1);
      }
    }
    return variance;
    // END SOLUTION
  }

  /**
   * Returns the predictive entropy, the whole uncertainty: that of the mean.
   *
   * @param logits of each pass, [passes, classes]
   * @return in nats, from 0 to log(classes)
   */
  public static double entropy(double[][] logits) {
    // BEGIN SOLUTION the entropy of the mean
    return entropyOf(mean(logits));
    // END SOLUTION
  }

  /**
   * Returns the mutual information, the part of the uncertainty that comes from the masks: the
   * entropy of the mean less the mean of the entropies.
   *
   * @param logits of each pass, [passes, classes]
   * @return in nats, never below 0, not even by rounding
   */
  public static double mutualInformation(double[][] logits) {
    // BEGIN SOLUTION entropy of the mean less mean of the entropies
    double expected = 0;
    for (double[] chances : softmax(logits)) {
      expected += entropyOf(chances) / logits.length;
    }
    return Math.max(0, entropy(logits) - expected); // decisive
    // END SOLUTION
  }

  /** Given: the probabilities of each row, in new arrays. */
  private static double[][] softmax(double[][] logits) {
    double[][] chances = new double[logits.length][];
    for (int t = 0; t < logits.length; t++) {
      double max = Arrays.stream(logits[t]).max().orElse(0); // so that no power overflows
      double sum = Arrays.stream(logits[t]).map(logit -> Math.exp(logit - max)).sum();
      chances[t] = Arrays.stream(logits[t]).map(logit -> Math.exp(logit - max) / sum).toArray();
    }
    return chances;
  }

  /** Given: the mean of the rows, in a new array. */
  private static double[] average(double[][] rows) {
    double[] average = new double[rows[0].length];
    for (double[] row : rows) {
      for (int k = 0; k < row.length; k++) {
        average[k] += row[k] / rows.length;
      }
    }
    return average;
  }

  /** Given: the entropy of one distribution, -Σ p·log p, in nats; 0·log 0 is 0. */
  private static double entropyOf(double[] chances) {
    return -Arrays.stream(chances).filter(p -> p > 0).map(p -> p * Math.log(p)).sum();
  }
}
