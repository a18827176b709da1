package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * The logistic function, which squeezes every number between 0 and 1: {@code y = 1 / (1 + e⁻ˣ)}.
 *
 * <p>Its slope is y·(1 − y), at most 1/4; computed from x, for where y is nearly 1 a difference to
 * 1 has few digits left. NaN passes through. Value and slope are computed in float64 and rounded
 * once.
 *
 * @see <a href="https://doi.org/10.1038/323533a0">Rumelhart, Hinton and Williams (1986), equation
 *     2</a>
 */
public record Sigmoid() implements Layer {

  @Override
  public Forward forward(Tensor x, Mode mode) {
    float[] in = Floats.of(x);
    float[] y = new float[in.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) of(in[i]);
    }
    return Forward.of(Floats.like(x, y), g -> backward(in, g));
  }

  /** The function itself. */
  static double of(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  /** Its slope y·(1 − y) = e/(1 + e)² with e = e⁻ˣ; the same at −x. */
  static double slope(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return e / ((1 + e) * (1 + e));
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
    return "Sigmoid";
  }
}
