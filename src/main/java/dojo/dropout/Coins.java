package dojo.dropout;

import dojo.random.RandomKey;
import dojo.tensor.Cores;
import dojo.tensor.VectorKernel;

/**
 * The law of dropout for blocks of units: as {@link Dropout} writes it for one, and many times as
 * fast.
 *
 * <p>Two implementations give the same bits: one in plain Java, one on the Vector API.
 */
@FunctionalInterface
interface Coins {

  /** The implementation that uses vectors: its own compilation hides it from the others. */
  String VECTORS = "dojo.dropout.VectorCoins";

  /** The faster of both, as far as it is known. */
  VectorKernel<Coins> KERNEL =
      VectorKernel.of(Coins.class, VECTORS, new PlainCoins(), Coins::sample);

  private static void sample(Coins coins) {
    float[] in = new float[4 * RandomKey.BLOCK];
    coins.select(RandomKey.of(1), 1L << 52, in, 0, in.length, 1.5, new float[in.length]);
  }

  /**
   * Computes {@code out[i] = key.uniform(i) < q ? (float) (in[i] * scale) : +0.0} for all whole
   * blocks of {@link RandomKey#BLOCK} numbers, on all cores that are free.
   *
   * @param key where the coins are drawn from
   * @param q the probability of keeping a number, in {@code [0, 1]}
   * @param in the numbers
   * @param scale the factor of kept numbers
   * @param out where the results go, of the same length; it may be the same array
   * @return where the rest begins, less than a block, which is left to the caller
   */
  static int selectBlocks(RandomKey key, double q, float[] in, double scale, float[] out) {
    long threshold = threshold(q);
    int whole = in.length - in.length % RandomKey.BLOCK;
    Coins coins = KERNEL.fastest();
    Cores.share(whole, (from, to) -> coins.select(key, threshold, in, from, to, scale, out));
    return whole;
  }

  /** Returns q·2⁵³: u = k·2⁻⁵³ with a whole k, so that u < q compares whole numbers. */
  static long threshold(double q) {
    return (long) (q * 0x1.0p53);
  }

  /** Turns random words into coins: all bits set where u < q, none elsewhere. */
  static void compare(long[] words, long threshold) {
    for (int j = 0; j < words.length; j++) {
      words[j] = ((words[j] >>> 11) - threshold) >> 63; // the sign of the difference fills the word
    }
  }

  /**
   * Computes {@code out[i] = key.uniform(i) < q ? (float) (in[i] * scale) : +0.0}.
   *
   * @param key where the coins are drawn from
   * @param threshold q·2⁵³, a whole number
   * @param in the numbers
   * @param from the first to compute, a multiple of {@link RandomKey#BLOCK}
   * @param to the one after the last, a multiple of {@link RandomKey#BLOCK}
   * @param scale the factor of kept numbers
   * @param out where the results go, of the same length
   */
  void select(
      RandomKey key, long threshold, float[] in, int from, int to, double scale, float[] out);
}
