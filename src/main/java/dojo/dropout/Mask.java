package dojo.dropout;

import dojo.random.RandomKey;
import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * Which units are kept: one independent coin per unit, {@code m ~ Bernoulli(q)}.
 *
 * <p>Unit i is kept exactly when {@code key.uniform(i) < 1 − p}. So the same key and shape give the
 * same mask, on any thread and in any order; p = 0 keeps all, p = 1 drops all.
 *
 * <p>Units that are kept or dropped together share one coin: draw it along an axis of length 1, and
 * {@link #expand} the mask.
 */
public final class Mask {
  private final int[] shape;

  /** All bits set where a unit is kept, none where it is dropped. */
  private final int[] bits;

  private Mask(int[] shape, int[] bits) {
    this.shape = shape;
    this.bits = bits;
  }

  /**
   * Draws a mask.
   *
   * @param rate the probability of dropping a unit
   * @param key where the coins are drawn from
   * @param shape the length of each axis
   * @return the mask
   */
  public static Mask sample(DropRate rate, RandomKey key, int... shape) {
    long threshold = Coins.threshold(rate.keep());
    int[] bits = new int[Shape.size(shape)];
    long[] words = new long[RandomKey.BLOCK];
    for (int from = 0; from < bits.length; from += words.length) {
      key.bits(from, words);
      Coins.compare(words, threshold);
      int length = Math.min(words.length, bits.length - from);
      for (int j = 0; j < length; j++) {
        bits[from + j] = (int) words[j];
      }
    }
    return new Mask(shape.clone(), bits);
  }

  /**
   * Returns the mask that keeps the units where a tensor is not 0: for masks made by hand.
   *
   * @param kept 0 where a unit is dropped
   * @return the mask
   */
  public static Mask of(Tensor kept) {
    float[] values = Floats.of(kept);
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = values[i] == 0 ? 0 : -1;
    }
    return new Mask(kept.shape(), bits);
  }

  /**
   * Returns this mask repeated along its axes of length 1, so that all units there share one coin.
   *
   * @param wide the shape to fill: equal to this one's, but for axes of length 1
   * @return the mask of that shape
   * @throws IllegalArgumentException if it does not fit
   */
  public Mask expand(int... wide) {
    boolean fits = wide.length == shape.length;
    for (int axis = 0; fits && axis < wide.length; axis++) {
      fits = shape[axis] == 1 || shape[axis] == wide[axis];
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "a mask of shape "
              + Arrays.toString(shape)
              + " cannot be repeated to fill the shape "
              + Arrays.toString(wide));
    }
    if (Shape.size(wide) == 0) {
      return new Mask(wide.clone(), new int[0]);
    }
    int[] repeated = bits;
    for (int axis = wide.length - 1, inner = 1; axis >= 0; inner *= wide[axis--]) {
      if (shape[axis] < wide[axis]) {
        repeated = repeat(repeated, inner, wide[axis]);
      }
    }
    return new Mask(wide.clone(), repeated);
  }

  /** Repeats every run of {@code length} numbers. */
  private static int[] repeat(int[] runs, int length, int times) {
    int[] repeated = new int[runs.length * times];
    for (int from = 0, to = 0; to < repeated.length; from += length) {
      for (int time = 0; time < times; time++, to += length) {
        System.arraycopy(runs, from, repeated, to, length);
      }
    }
    return repeated;
  }

  /** Returns whether unit {@code i} of the flat array is kept. */
  boolean keeps(int i) {
    return bits[i] != 0;
  }

  /** Returns one of two numbers by unit {@code i} of the flat array, without a branch to guess. */
  float choose(int i, float ifKept, float ifDropped) {
    int kept = Float.floatToRawIntBits(ifKept) & bits[i];
    int dropped = Float.floatToRawIntBits(ifDropped) & ~bits[i];
    return Float.intBitsToFloat(kept | dropped);
  }

  /**
   * Returns {@code m·x·scale}: dropped units become exactly +0.0, whatever they were.
   *
   * <p>Units are selected, not multiplied by 0, because 0·∞ is NaN. The product is computed in
   * float64 and rounded once.
   *
   * @param x the units, in the shape of this mask
   * @param scale the factor of kept units
   * @return the tensor
   * @throws IllegalArgumentException if the shapes differ
   */
  public Tensor select(Tensor x, double scale) {
    if (!Arrays.equals(shape, x.shape())) {
      throw new IllegalArgumentException(
          "a mask of shape "
              + Arrays.toString(shape)
              + " does not fit units of shape "
              + Arrays.toString(x.shape()));
    }
    float[] in = Floats.of(x);
    float[] out = new float[in.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Float.intBitsToFloat(Float.floatToRawIntBits((float) (in[i] * scale)) & bits[i]);
    }
    return Floats.like(x, out);
  }

  /**
   * Returns this mask as numbers.
   *
   * @return 1 where a unit is kept, 0 where it is dropped
   */
  public Tensor toTensor() {
    return select(Tensor.ones(shape), 1);
  }

  /**
   * Returns how many units are kept.
   *
   * @return the number of ones
   */
  public int kept() {
    int kept = 0;
    for (int bit : bits) {
      kept -= bit;
    }
    return kept;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Mask m && Arrays.equals(shape, m.shape) && Arrays.equals(bits, m.bits);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(bits);
  }

  /** Returns the mask as rows of 1 and 0. */
  @Override
  public String toString() {
    return toTensor().toString().replace("Tensor", "Mask");
  }
}
