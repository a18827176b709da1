package kata08;

import dojo.random.RandomKey;

/** Kata 08: standard dropout before a linear layer, and the weights for inference. */
public final class StandardDropout {
  private StandardDropout() {}

  /**
   * Makes a pass of training: drops inputs and scales nothing.
   *
   * @param x the input, [batch, in]; there may be no rows; it stays as it is
   * @param w the weights, [in, out], at least one of them; they stay as they are
   * @param b the bias, [out]; it is never dropped
   * @param p the drop probability, in [0, 1]
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return (m∘x)·W + b, [batch, out], a new array; a dropped input is exactly 0, whatever it was
   */
  public static float[][] train(float[][] x, float[][] w, float[] b, double p, RandomKey key) {
    // BEGIN SOLUTION drop inputs, scale nothing, then linear
    float[][] kept = new float[x.length][];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      kept[i] = new float[x[i].length];
      for (int j = 0; j < x[i].length; j++) {
        kept[i][j] = key.uniform(n++) < 1 - p ? x[i][j] : 0;
      }
    }
    return linear(kept, w, b);
    // END SOLUTION
  }

  /**
   * Computes the weights for inference.
   *
   * @param w the weights as trained, [in, out]; they stay as they are
   * @param p the drop probability of the training, in [0, 1]
   * @return a new array of the same shape
   */
  public static float[][] inferenceWeights(float[][] w, double p) {
    // BEGIN SOLUTION a new array: the weights for inference
    float[][] scaled = new float[w.length][];
    for (int i = 0; i < w.length; i++) {
      scaled[i] = new float[w[i].length];
      for (int j = 0; j < w[i].length; j++) {
        scaled[i][j] = (float) (w[i][j] * (1 - p)); // decisive
      }
    }
    return scaled;
    // END SOLUTION
  }

  /**
   * Evaluates: drops nothing, and gives what training gives on average.
   *
   * @param x the input, [batch, in]; it stays as it is
   * @param w the weights as trained, [in, out]; they stay as they are
   * @param b the bias, [out]
   * @param p the drop probability of the training, in [0, 1]
   * @return the mean of train(x, w, b, p, key) over all keys, [batch, out], a new array
   */
  public static float[][] evaluate(float[][] x, float[][] w, float[] b, double p) {
    // BEGIN SOLUTION linear, with the weights for inference
    return linear(x, inferenceWeights(w, p), b); // decisive
    // END SOLUTION
  }

  /** Given: x·W + b, [batch, out], a new array. */
  static float[][] linear(float[][] x, float[][] w, float[] b) {
    float[][] y = new float[x.length][];
    for (int n = 0; n < x.length; n++) {
      y[n] = b.clone();
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < b.length; j++) {
          y[n][j] += x[n][i] * w[i][j];
        }
      }
    }
    return y;
  }
}
