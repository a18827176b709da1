package dojo.dropout;

import dojo.random.RandomKey;

/** Applies a mask from array to array; the kit's own way makes a tensor. */
public final class MaskInPlace {
  private MaskInPlace() {}

  /**
   * Selects what a mask keeps, as {@link Dropout} does: drawn from its key, and not stored.
   *
   * @param rate the probability of dropping a unit
   * @param key where the coins are drawn from
   * @param in what to select from
   * @param out where to, which may be the same array
   */
  public static void select(DropRate rate, RandomKey key, float[] in, float[] out) {
    double q = rate.keep();
    double scale = rate.scale();
    int rest = Coins.selectBlocks(key, q, in, scale, out);
    for (int i = rest; i < out.length; i++) {
      out[i] = key.uniform(i) < q ? (float) (in[i] * scale) : 0;
    }
  }
}
