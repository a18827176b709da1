package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * The Gaussian error linear unit: x, weighted by the probability that a normal number is below it.
 *
 * <pre>
 *   y = x·Φ(x) ≈ ½·x·(1 + t),   t = tanh u,   u = √(2/π)·(x + 0.044715·x³)
 *   slope ½·(1 + t) + ½·x·(1 − t²)·u′,        u′ = √(2/π)·(1 + 3·0.044715·x²)
 * </pre>
 *
 * <p>This is the form with tanh, as in BERT and GPT-2 and in PyTorch's {@code approximate='tanh'}:
 * at most 5e-4 from x·Φ(x), and Java has the same tanh on every machine but no Φ. The exact form is
 * not supported. NaN passes through. Computed in float64 and rounded once.
 *
 * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel (2016), section 2</a>
 */
public record Gelu() implements Layer {
  private static final double ROOT = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;

  @Override
  public Forward forward(Tensor x, Mode mode) {
    float[] in = Floats.of(x);
    float[] y = new float[in.length];
    for (int i = 0; i < y.length; i++) {
      double weight = 0.5 * (1 + tanhU(in[i]));
      y[i] = weight == 0 ? 0f : (float) (in[i] * weight); // selected: −∞·0 would be NaN
    }
    return Forward.of(Floats.like(x, y), g -> backward(in, g));
  }

  private static Tensor backward(float[] x, Tensor outputGradient) {
    float[] g = Floats.of(outputGradient);
    float[] dx = new float[x.length];
    for (int i = 0; i < dx.length; i++) {
      double v = x[i];
      double t = tanhU(v);
      double bend = 1 - t * t;
      double slope = ROOT * (1 + 3 * CUBIC * v * v);
      dx[i] = (float) (g[i] * (0.5 * (1 + t) + (bend == 0 ? 0 : 0.5 * v * bend * slope)));
    }
    return Floats.like(outputGradient, dx);
  }

  private static double tanhU(double x) {
    return StrictMath.tanh(ROOT * (x + CUBIC * x * x * x));
  }

  @Override
  public String toString() {
    return "Gelu";
  }
}
