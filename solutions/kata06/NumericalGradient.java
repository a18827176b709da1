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
    // BEGIN SOLUTION move each number a little up and down
    double h = 1e-5;
    double[] moved = x.clone();
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      moved[i] = x[i] + h;
      double above = loss.at(moved, key);
      moved[i] = x[i] - h;
      double below = loss.at(moved, key);
      moved[i] = x[i];
      gradient[i] = (above - below) / (2 * h); // decisive
    }
    return gradient;
    // END SOLUTION
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
    // BEGIN SOLUTION the largest difference, relative to the larger number
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      double size = Math.max(Math.abs(a[i]), Math.abs(b[i]));
      double error = size == 0 ? 0 : Math.abs(a[i] - b[i]) / size; // decisive
      worst = Math.max(worst, error);
    }
    return worst;
    // END SOLUTION
  }
}
