package dojo.dropout;

/** Applies a mask from array to array; the kit's own way makes a tensor. */
public final class MaskInPlace {
  private MaskInPlace() {}

  /**
   * Selects what a mask keeps, as {@link Mask#select} does.
   *
   * @param mask which
   * @param in what to select from, as many numbers as the mask has units
   * @param scale what the kept ones are multiplied by
   * @param out where to, which may be the same array
   */
  public static void select(Mask mask, float[] in, double scale, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = mask.choose(i, (float) (in[i] * scale), 0);
    }
  }
}
