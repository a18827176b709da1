package dojo.dropout;

import dojo.random.RandomKey;

/** {@link Coins} in plain Java. */
final class PlainCoins implements Coins {

  @Override
  public void select(
      RandomKey key, long threshold, float[] in, int from, int to, double scale, float[] out) {
    long[] words = new long[RandomKey.BLOCK];
    int[] kept = new int[RandomKey.BLOCK];
    float factor = (float) scale;
    boolean single = factor == scale; // 1/(1 − 0.5), for one
    for (int block = from; block < to; block += words.length) {
      key.bits(block, words);
      Coins.compare(words, threshold);
      if (single) {
        select(words, in, block, factor, out);
        continue;
      }
      for (int j = 0; j < words.length; j++) {
        kept[j] = (int) words[j];
      }
      select(kept, in, block, scale, out);
    }
  }

  /** HotSpot vectorises short loops that deal with numbers of one width: hence one step each. */
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
