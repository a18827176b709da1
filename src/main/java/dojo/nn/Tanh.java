package dojo.nn;

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
    float[] in = Floats.of(x);
    float[] y = new float[in.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) StrictMath.tanh(in[i]);
    }
    return Forward.of(Floats.like(x, y), g -> backward(in, g));
  }

  /** Its slope 1 − y², four times that of the logistic function at 2x. */
  static double slope(double x) {
    return 4 * Sigmoid.slope(2 * x);
  }

  private static Tensor backward(float[] x, Tensor outputGradient) {
    float[] g = Floats.of(outputGradient);
    float[] dx = new float[x.length];
    for (int i = 0; i < dx.length; i++) {
      dx[i] = (float) (g[i] * slope(x[i]));
    }
    return Floats.like(outputGradient, dx);
  }

  @Override
  public String toString() {
    return "Tanh";
  }
}
