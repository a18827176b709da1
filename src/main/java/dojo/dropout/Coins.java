package dojo.dropout;

import dojo.random.RandomKey;
import dojo.tensor.VectorKernel;

/** The inner loop of dropout: a coin for every number, and the numbers that stay scaled. */
@FunctionalInterface
interface Coins {

  /** Those on the Vector API where they can run, else plain ones: the same bits. */
  Coins FASTEST =
      VectorKernel.find(Coins.class, "dojo.dropout.VectorCoins").orElseGet(PlainCoins::new);

  /**
   * Computes {@code out[i] = uniform(i) < q ? (float) (in[i]·scale) : +0.0}.
   *
   * @param key where the coins are drawn from
   * @param threshold q·2⁵³, a whole number
   * @param in the numbers
   * @param scale what numbers that stay are multiplied with
   * @param out where the results go, of the same length
   */
  void select(RandomKey key, long threshold, float[] in, double scale, float[] out);
}
