package dojo.dropout;

import dojo.random.RandomKey;
import dojo.tensor.Cores;

/**
 * The law of dropout for blocks of units: as {@link Dropout} writes it for one, and many times as
 * fast.
 *
 * <p>HotSpot vectorises short loops that deal with numbers of one width: hence one step each. With
 * the Vector API coins took 3 to 5 % less of a training step, but its compilation cost a short
 * program more than it ever saved.
 */
final class Coins {
  private Coins() {}

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
    Cores.share(whole, (from, to) -> select(key, threshold, in, from, to, scale, out));
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
  static void select(
      RandomKey key, long threshold, float[] in, int from, int to, double scale, float[] out) {
    long[] words = new long[RandomKey.BLOCK];
    int[] kept = new int[RandomKey.BLOCK];
    float factor = (float) scale;
    boolean single = factor == scale; // 1/(1 − 0.5), for one
    for (int block = from; block < to; block += words.length) {
      key.bits(block, words);
      compare(words, threshold);
      if (single) {
        select(words, in, block, factor, out);
      } else {
        narrow(words, kept);
        select(kept, in, block, scale, out);
      }
    }
  }

  private static void narrow(long[] words, int[] kept) {
    for (int j = 0; j < words.length; j++) {
      kept[j] = (int) words[j];
    }
  }

  private static void select(int[] kept, float[] in, int from, double scale, float[] out) {
    for (int j = 0; j < kept.length; j++) {
      int bits = Float.floatToRawIntBits((float) (in[from + j] * scale));
      out[from + j] = Float.intBitsToFloat(bits & kept[j]);
    }
  }

  /**
   * The same where the scale is a float32: the product of two of them is exact in float64, so that
   * it is rounded once either way, and nothing need be converted.
   */
  private static void select(long[] kept, float[] in, int from, float scale, float[] out) {
    for (int j = 0; j < kept.length; j++) {
      int bits = Float.floatToRawIntBits(in[from + j] * scale);
      out[from + j] = Float.intBitsToFloat(bits & (int) kept[j]);
    }
  }
}
