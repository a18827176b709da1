package dojo.nn;

import dojo.tensor.Curves;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * The hyperbolic tangent, which squeezes every number between −1 and 1: {@code y = tanh x}.
 *
 * <p>Its slope is 1 − y²; computed from x, for where y is nearly 1 a difference to 1 has few digits
 * left. NaN passes through. Value and slope are computed in float64 and rounded once.
 *
 * @see <a href="http://yann.lecun.com/exdb/publis/pdf/lecun-98b.pdf">LeCun et al. (1998), Efficient
 *     BackProp, section 4.4</a>
 */
public record Tanh() implements Layer {

  @Override
  public Forward forward(Tensor x, Mode mode) {
    float[] y = Doubles.rounded(values(Doubles.of(x)));
    return Forward.of(Floats.like(x, y), g -> Doubles.product(g, slopes(Doubles.of(x))));
  }

  /** Returns the function itself of each number. */
  static double[] values(double[] x) {
    double[] y = x.clone();
    Curves.fastest().tanh(y, 0, y.length);
    return y;
  }

  /** Returns the slope at each number, 1 − y²: four times that of the logistic function at 2x. */
  static double[] slopes(double[] x) {
    double[] twice = new double[x.length];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = 2 * x[i];
    }
    double[] slopes = Sigmoid.slopes(twice);
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = 4 * slopes[i];
    }
    return slopes;
  }

  @Override
  public String toString() {
    return "Tanh";
  }
}
