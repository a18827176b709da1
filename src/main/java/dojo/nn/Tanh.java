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
    double[] y = Doubles.of(x);
    Curves.fastest().tanh(y, 0, y.length);
    return Forward.of(Floats.like(x, Doubles.rounded(y)), g -> backward(x, g));
  }

  /**
   * Replaces numbers by the slope there, 1 − y²: four times that of the logistic function at 2x.
   */
  static void replaceBySlope(double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i] = 2 * x[i];
    }
    Sigmoid.replaceBySlope(x, from, to);
    for (int i = from; i < to; i++) {
      x[i] = 4 * x[i];
    }
  }

  private static Tensor backward(Tensor x, Tensor outputGradient) {
    double[] slope = Doubles.of(x);
    replaceBySlope(slope, 0, slope.length);
    return Doubles.product(outputGradient, slope);
  }

  @Override
  public String toString() {
    return "Tanh";
  }
}
