package kata20;

import dojo.random.RandomKey;

/** Kata 20: stochastic depth, which skips whole blocks of a residual net. */
public final class StochasticDepth {
  private StochasticDepth() {}

  /** Given: what a block adds to its input. */
  public interface Block {

    /**
     * Computes f(x) for one example.
     *
     * @param x the input, [units]; it stays as it is
     * @return f(x), [units]; it may be an array that belongs to others, even x itself
     */
    float[] of(float[] x);
  }

  /**
   * Returns the probability of each block to be kept: it falls from block to block by the same
   * amount, from 1 for the input, which counts as block 0.
   *
   * @param blocks L, how many blocks there are, at least 0
   * @param p the drop probability of the last one, in [0, 1]
   * @return q of the blocks 1 to L, [blocks]
   */
  public static double[] survival(int blocks, double p) {
    // BEGIN SOLUTION q falls linearly, down to 1 - p
    double[] q = new double[blocks];
    for (int l = 1; l <= blocks; l++) {
      q[l - 1] = 1 - p * l / blocks; // decisive
    }
    return q;
    // END SOLUTION
  }

  /**
   * Passes a batch through one residual block. Each example has a coin of its own: it gets x +
   * f(x)/q, or leaves the block as it came, to the bit, and f is not called.
   *
   * @param f what the block adds
   * @param x the input, [batch, units]; it stays as it is
   * @param p the drop probability of this block, in [0, 1]; q = 1 - p
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return a new array with new rows, [batch, units]
   */
  public static float[][] forward(Block f, float[][] x, double p, RandomKey key) {
    // BEGIN SOLUTION x, and where the block is kept, f(x)/q more
    double q = 1 - p;
    float[][] y = new float[x.length][];
    for (int n = 0; n < x.length; n++) {
      y[n] = x[n].clone();
      if (key.uniform(n) < q) { // decisive
        float[] fx = f.of(x[n]);
        for (int j = 0; j < fx.length; j++) {
          y[n][j] += (float) (fx[j] / q); // decisive
        }
      }
    }
    return y;
    // END SOLUTION
  }
}
