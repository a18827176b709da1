package kata06;

import dojo.random.RandomKey;

/** Kata 06: a gradient that is measured, and how far two gradients are apart. */
public final class NumericalGradient {
  private NumericalGradient() {}

  /** Given: a function of many numbers. What is random in it comes from the key. */
  public interface Loss {
    double at(double[] x, RandomKey key);
  }

  /**
   * Measures the gradient of a loss by central differences.
   *
   * @param loss what is measured; its values and its arguments are of the order of 1
   * @param x where it is measured; the call may move it, but leaves it to the bit as it was
   * @param key the randomness of the loss
   * @return the gradient, a new array of the length of x: seven digits are right
   */
  public static double[] gradient(Loss loss, double[] x, RandomKey key) {
    throw new UnsupportedOperationException("TODO: move each number a little up and down");
  }

  /**
   * Says how far two gradients are apart, whatever their size is.
   *
   * @param a the one
   * @param b the other, of the same length
   * @return the largest of all |a - b| / max(|a|, |b|), at most 2, where 0 and 0 count as 0 apart;
   *     NaN if one of the numbers is NaN; 0 if there are none
   */
  public static double relativeError(double[] a, double[] b) {
    throw new UnsupportedOperationException("TODO: the largest difference, relative to the larger number");
  }
}
