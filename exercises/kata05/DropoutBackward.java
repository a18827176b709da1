package kata05;

import dojo.random.RandomKey;

/** Kata 05: a dropout layer with a backward pass, which needs what forward has drawn. */
public final class DropoutBackward {
  private final double p;
  private boolean training = true;

  /** What the last forward pass multiplied each element by; null before the first. */
  private float[][] factors;

  /**
   * Makes a layer that trains, until it is told otherwise.
   *
   * @param p the drop probability
   * @throws IllegalArgumentException if p is not in [0, 1], for example NaN
   */
  public DropoutBackward(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1], but was " + p);
    }
    this.p = p;
  }

  /** Trains from now on. */
  public void train() {
    training = true;
  }

  /** Evaluates from now on. */
  public void eval() {
    training = false;
  }

  /**
   * Drops while training, as in kata 04, and keeps what the backward pass will need.
   *
   * @param x the input, [rows, columns]; it stays as it is
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1); not used to evaluate
   * @return an array of the same shape
   */
  public float[][] forward(float[][] x, RandomKey key) {
    throw new UnsupportedOperationException("TODO: a factor for each element, kept and applied");
  }

  /**
   * Turns the gradient of the loss at the output of the last forward pass into the one at its
   * input; may be called several times after one forward pass.
   *
   * @param dy the gradient at the output, in its shape; it stays as it is
   * @return the gradient at the input, a new array of the same shape
   * @throws IllegalStateException if there was no forward pass yet
   */
  public float[][] backward(float[][] dy) {
    throw new UnsupportedOperationException("TODO: refuse without a forward pass; else its factors again");
  }

  /** Given: multiplies element by element; where the factor is 0, selects +0, even for NaN. */
  private static float[][] times(float[][] a, float[][] factors) {
    float[][] product = new float[a.length][];
    for (int i = 0; i < a.length; i++) {
      product[i] = new float[a[i].length];
      for (int j = 0; j < a[i].length; j++) {
        product[i][j] = factors[i][j] == 0 ? 0 : a[i][j] * factors[i][j];
      }
    }
    return product;
  }
}
