package kata21;

import dojo.random.RandomKey;
import java.util.Arrays;

/** Kata 21: attention dropout, which drops the weights of causal attention after the softmax. */
public final class AttentionDropout {
  private AttentionDropout() {}

  /**
   * Returns how much each step attends to each step, in each head. A step sees itself and what came
   * before it; while training, each of these weights has a coin of its own.
   *
   * @param scores of the queries at the keys, QKᵀ/√d, [heads, steps, steps]; they stay as they are
   * @param p the drop probability, in [0, 1]; q = 1 - p
   * @param training whether to drop
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1); not used to evaluate
   * @return the weights of the values, a new array, [heads, steps, steps]
   */
  public static float[][][] weights(float[][][] scores, double p, boolean training, RandomKey key) {
    throw new UnsupportedOperationException("TODO: hide the future, softmax; to train, drop and scale");
  }

  /** Given: the softmax of some scores, in a new array; a score of -∞ gets the weight 0. */
  static float[] softmax(float[] scores) {
    double max = Double.NEGATIVE_INFINITY; // taken away, so that no power overflows
    for (float score : scores) {
      max = Math.max(max, score);
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - max);
    }
    float[] weights = new float[scores.length];
    for (int j = 0; j < scores.length; j++) {
      weights[j] = (float) (Math.exp(scores[j] - max) / sum);
    }
    return weights;
  }
}
