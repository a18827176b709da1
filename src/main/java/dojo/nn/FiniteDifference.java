package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The gradient of a function, measured and not computed: each number is moved a little, and the
 * function is asked again.
 *
 * <pre>
 *   central   (f(x + h) − f(x − h)) / 2h     off by about f‴·h²/6, and by rounding / h
 *   left      (f(x) − f(x − h)) / h          off by about f″·h/2
 *   right     (f(x + h) − f(x)) / h          off by about f″·h/2
 * </pre>
 *
 * <p>A float32 number cannot be moved by any h: the slope is divided by the distance between the
 * numbers that were in fact asked about. Where h is lost in rounding altogether, it is NaN.
 *
 * @param step h, above 0 and finite
 * @see <a href="https://jmlr.org/papers/v18/17-468.html">Baydin et al. (2018), section 2.1</a>
 */
public record FiniteDifference(double step) {

  /**
   * Checks the range.
   *
   * @param step h, above 0 and finite
   * @throws IllegalArgumentException if it is not
   */
  public FiniteDifference {
    if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("step must be above 0 and finite, but was " + step);
    }
  }

  /**
   * Measures the gradient on both sides.
   *
   * @param f the function; whoever wants one function gives it one mask: the same key in each call
   * @param at where it is measured
   * @return a slope per number of {@code at}, last axis fastest
   */
  public double[] central(ToDoubleFunction<Tensor> f, Tensor at) {
    return slopes(f, at, -step, step);
  }

  /**
   * Measures the slopes to the left, between x − h and x.
   *
   * @param f the function
   * @param at where they are measured
   * @return a slope per number of {@code at}, last axis fastest
   */
  public double[] left(ToDoubleFunction<Tensor> f, Tensor at) {
    return slopes(f, at, -step, 0);
  }

  /**
   * Measures the slopes to the right, between x and x + h.
   *
   * @param f the function
   * @param at where they are measured
   * @return a slope per number of {@code at}, last axis fastest
   */
  public double[] right(ToDoubleFunction<Tensor> f, Tensor at) {
    return slopes(f, at, 0, step);
  }

  private static double[] slopes(ToDoubleFunction<Tensor> f, Tensor at, double down, double up) {
    float[] x = Floats.of(at);
    double[] slopes = new double[x.length];
    Arrays.setAll(
        slopes,
        i -> {
          float low = (float) (x[i] + down);
          float high = (float) (x[i] + up);
          double rise = f.applyAsDouble(moved(at, i, high)) - f.applyAsDouble(moved(at, i, low));
          return rise / ((double) high - low);
        });
    return slopes;
  }

  private static Tensor moved(Tensor x, int index, float to) {
    float[] values = x.toArray();
    values[index] = to;
    return Tensor.of(values, x.shape());
  }
}
