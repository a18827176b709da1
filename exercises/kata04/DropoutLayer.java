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
    throw new UnsupportedOperationException("TODO: refuse a bad p, keep a good one, begin by training");
  }

  /** Trains from now on, whatever this layer did before. */
  public void train() {
    throw new UnsupportedOperationException("TODO: train from now on");
  }

  /** Evaluates from now on, whatever this layer did before. */
  public void eval() {
    throw new UnsupportedOperationException("TODO: evaluate from now on");
  }

  /**
   * While training, drops as in kata 03; while evaluating, gives the input as it is.
   *
   * @param x the input, [rows, columns]; it stays as it is
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1); not used to evaluate
   * @return while training a new array of the same shape; while evaluating x itself, or a copy
   */
  public float[][] forward(float[][] x, RandomKey key) {
    throw new UnsupportedOperationException("TODO: evaluating: x as it is; training: as in kata 03");
  }
}
