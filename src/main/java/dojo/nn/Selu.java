package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * The scaled exponential linear unit, whose outputs keep mean 0 and variance 1 from layer to layer.
 *
 * <pre>
 *   y  = λ·x              where x &gt; 0       slope λ
 *   y  = λ·α·(eˣ − 1)     elsewhere         slope λ·α·eˣ
 * </pre>
 *
 * <p>It keeps them if the weights before it have mean 0 and variance 1/in ({@link Linear#lecun}).
 * NaN passes through. Value and slope are computed in float64 and rounded once.
 *
 * @see <a href="https://arxiv.org/abs/1706.02515">Klambauer et al. (2017), equation 2</a>
 */
public record Selu() implements Layer {
  /** λ: equation 14 of the paper. */
  static final double LAMBDA = 1.0507009873554805;

  /** α: equation 14 of the paper. */
  static final double ALPHA = 1.6732632423543772;

  @Override
  public Forward forward(Tensor x, Mode mode) {
    float[] in = Floats.of(x);
    float[] y = new float[in.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) (LAMBDA * (in[i] > 0 ? in[i] : ALPHA * StrictMath.expm1(in[i])));
    }
    return Forward.of(Floats.like(x, y), g -> backward(in, g));
  }

  private static Tensor backward(float[] x, Tensor outputGradient) {
    float[] g = Floats.of(outputGradient);
    float[] dx = new float[x.length];
    for (int i = 0; i < dx.length; i++) {
      dx[i] = (float) (g[i] * (LAMBDA * (x[i] > 0 ? 1 : ALPHA * StrictMath.exp(x[i]))));
    }
    return Floats.like(outputGradient, dx);
  }

  @Override
  public String toString() {
    return "Selu";
  }
}
