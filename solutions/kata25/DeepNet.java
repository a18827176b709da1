package kata25;

import dojo.random.RandomKey;

/** Kata 25: a net of any depth, with dropout before each of its layers. */
public final class DeepNet {
  private DeepNet() {}

  /**
   * Gives the output of the net for one example while training.
   *
   * @param x the input, [in]; it stays as it is
   * @param weights those of each layer, [layers][in][out]
   * @param biases those of each layer, [layers][out]
   * @param p the drop probability before every layer, in [0, 1]
   * @param key the randomness: key.split(layer).uniform(i) decides about unit i before that layer
   * @return the output, [out]
   */
  public static float[] forward(
      float[] x, float[][][] weights, float[][] biases, double p, RandomKey key) {
    double q = 1 - p;
    float[] h = x;
    for (int layer = 0; layer < weights.length; layer++) {
      RandomKey coins = key.split(layer);
      float[] kept = new float[h.length];
      for (int i = 0; i < h.length; i++) {
        boolean keep = coins.uniform(i) < q;
        kept[i] = keep ? (float) (h[i] / q) : 0; // decisive
      }
      h = linear(kept, weights[layer], biases[layer]);
      if (layer < weights.length - 1) {
        relu(h);
      }
    }
    return h;
  }

  /** Gives the output of the net for one example while evaluating, when nothing is dropped. */
  public static float[] evaluate(float[] x, float[][][] weights, float[][] biases) {
    return forward(x, weights, biases, 0, RandomKey.of(0));
  }

  private static float[] linear(float[] h, float[][] w, float[] b) {
    float[] y = b.clone();
    for (int i = 0; i < h.length; i++) {
      for (int j = 0; j < y.length; j++) {
        y[j] += h[i] * w[i][j];
      }
    }
    return y;
  }

  private static void relu(float[] h) {
    for (int i = 0; i < h.length; i++) {
      h[i] = Math.max(0, h[i]);
    }
  }
}
