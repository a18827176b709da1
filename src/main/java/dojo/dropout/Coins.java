package dojo.dropout;

import dojo.random.RandomKey;
import dojo.tensor.VectorKernel;

/** The inner loop of dropout: a coin for every number, and the numbers that stay scaled. */
@FunctionalInterface
interface Coins {

  /** The implementation that uses vectors: its own compilation hides it from the others. */
  String VECTORS = "dojo.dropout.VectorCoins";

  /** The fastest of both, which give the same bits. */
  VectorKernel<Coins> KERNEL =
      VectorKernel.of(Coins.class, VECTORS, new PlainCoins(), Coins::sample);

  private static void sample(Coins coins) {
    float[] in = new float[4 * RandomKey.BLOCK];
    coins.select(RandomKey.of(1), 1L << 52, in, 0, in.length, 1.5, new float[in.length]);
  }

  /**
   * Computes {@code out[i] = uniform(i) < q ? (float) (in[i]·scale) : +0.0}.
   *
   * @param key where the coins are drawn from
   * @param threshold q·2⁵³, a whole number
   * @param in the numbers
   * @param from the first to compute, a multiple of {@link RandomKey#BLOCK}
   * @param to the one after the last
   * @param scale what numbers that stay are multiplied with
   * @param out where the results go, of the same length
   */
  void select(
      RandomKey key, long threshold, float[] in, int from, int to, double scale, float[] out);
}
