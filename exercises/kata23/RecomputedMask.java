package kata23;

import dojo.random.RandomKey;

/** Kata 23: the mask that is not stored, because its key and a position give it again. */
public final class RecomputedMask {
  private RecomputedMask() {}

  /**
   * Packs a part of the mask: unit n is kept if key.uniform(n) is below q = 1 - p.
   *
   * @param from the position of the first unit, from 0
   * @param count how many units; there may be none
   * @param p the drop probability, in [0, 1]
   * @param key the randomness
   * @return a new array of as few longs as hold one bit for each unit, 64 units in each: bit i % 64
   *     of long i / 64, the lowest bit first, is 1 if unit from + i is kept; bits that are left
   *     over are 0
   */
  public static long[] pack(long from, int count, double p, RandomKey key) {
    throw new UnsupportedOperationException("TODO: 64 units in each long, the lowest bit first");
  }

  /**
   * Drops a part of a long array of units, without a stored mask: units that are not kept become 0,
   * the others are divided by q = 1 - p.
   *
   * @param x the part, of any length; it stays as it is
   * @param from the position of its first unit in the whole array, from 0
   * @param p the drop probability, in [0, 1]
   * @param key the randomness
   * @return a new array of the same length; a dropped unit is exactly +0, whatever it was
   */
  public static float[] forward(float[] x, long from, double p, RandomKey key) {
    throw new UnsupportedOperationException("TODO: recompute each draw from its position");
  }

  /**
   * Returns the gradient at a part of the input, under the mask of the forward pass.
   *
   * @param dy the gradient at this part of the output; it stays as it is
   * @param from the position of its first unit in the whole array, from 0
   * @param p the drop probability, in [0, 1]
   * @param key the key of the forward pass
   * @return a new array of the same length
   */
  public static float[] backward(float[] dy, long from, double p, RandomKey key) {
    throw new UnsupportedOperationException("TODO: the same mask and the same factor as forward");
  }
}
