package kata04;

import dojo.random.RandomKey;

/** Kata 04: a dropout layer that remembers whether it trains or evaluates, as in PyTorch. */
public final class DropoutLayer {
  private final double p;
  private boolean training;

  /**
   * Makes a layer that trains, until it is told otherwise.
   *
   * @param p the drop probability
   * @throws IllegalArgumentException if p is not in [0, 1], for example NaN
   */
  public DropoutLayer(double p) {
    // BEGIN SOLUTION refuse a bad p, keep a good one, begin by training
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1], but was " + p);
    }
    this.p = p;
    training = true;
    // END SOLUTION
  }

  /** Trains from now on, whatever this layer did before. */
  public void train() {
    // BEGIN SOLUTION train from now on
    training = true;
    // END SOLUTION
  }

  /** Evaluates from now on, whatever this layer did before. */
  public void eval() {
    // BEGIN SOLUTION evaluate from now on
    training = false; // decisive
    // END SOLUTION
  }

  /**
   * While training, drops as in kata 03; while evaluating, gives the input as it is.
   *
   * @param x the input, [rows, columns]; it stays as it is
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1); not used to evaluate
   * @return while training a new array of the same shape; while evaluating x itself, or a copy
   */
  public float[][] forward(float[][] x, RandomKey key) {
    // BEGIN SOLUTION evaluating: x as it is; training: as in kata 03
    if (!training) {
      return x; // decisive
    }
    double q = 1 - p;
    float[][] y = new float[x.length][];
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] = new float[x[i].length];
      for (int j = 0; j < x[i].length; j++) {
        boolean keep = key.uniform(n++) < q;
        y[i][j] = keep ? (float) (x[i][j] / q) : 0;
      }
    }
    return y;
    // END SOLUTION
  }
}
