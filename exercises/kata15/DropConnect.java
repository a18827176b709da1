package kata15;

import dojo.random.RandomKey;

/** Kata 15: DropConnect, a linear layer that drops weights instead of units. */
public final class DropConnect {
  private DropConnect() {}

  /**
   * Computes x·(M∘W)/q + b, where each example has a mask M of its own: mask number n is drawn from
   * key.split(n).
   *
   * @param x the input, [batch, in]; there may be no rows; it stays as it is
   * @param w the weights, [in, out], at least one of them; they stay as they are
   * @param b the bias, [out], which is never dropped; it stays as it is
   * @param p the drop probability, in [0, 1]; q = 1 - p
   * @param key the randomness
   * @return a new array, [batch, out]; a dropped weight adds nothing, whatever its input
   */
  public static float[][] forward(float[][] x, float[][] w, float[] b, double p, RandomKey key) {
    throw new UnsupportedOperationException("TODO: for each example, b and what its kept weights add");
  }

  /**
   * Computes the gradient at the weights, under the masks of a forward pass with the same key.
   *
   * @param x the input of the forward pass, [batch, in]
   * @param w its weights, [in, out]; of them, only the shape matters
   * @param dy the gradient at the output, [batch, out]
   * @param p the drop probability, in [0, 1]
   * @param key the key of the forward pass
   * @return a new array, [in, out]: the sum over the examples of M∘(xᵀ·dy)/q
   */
  public static float[][] weightGradient(
      float[][] x, float[][] w, float[][] dy, double p, RandomKey key) {
    throw new UnsupportedOperationException("TODO: the same masks; add up where a weight was kept");
  }

  /** Given, as in kata 02: draws a mask, [in, out], of 1 with probability 1 - p, otherwise 0. */
  static float[][] mask(int in, int out, double p, RandomKey key) {
    float[][] m = new float[in][out];
    for (int n = 0; n < in * out; n++) {
      m[n / out][n % out] = key.uniform(n) < 1 - p ? 1 : 0;
    }
    return m;
  }
}
