package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * The logistic function, which squeezes every number between 0 and 1: {@code y = 1 / (1 + e⁻ˣ)}.
 *
 * <p>Its slope is y·(1 − y), at most 1/4. NaN passes through. Computed in float64 and rounded once.
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
    return Forward.of(Floats.like(x, y), g -> backward(y, g));
  }

  /** The function itself. */
  static double of(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static Tensor backward(float[] y, Tensor outputGradient) {
    float[] g = Floats.of(outputGradient);
    float[] dx = new float[y.length];
    for (int i = 0; i < dx.length; i++) {
      dx[i] = g[i] * (y[i] * (1 - y[i]));
    }
    return Floats.like(outputGradient, dx);
  }

  @Override
  public String toString() {
    return "Sigmoid";
  }
}
