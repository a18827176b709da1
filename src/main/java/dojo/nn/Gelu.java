package dojo.nn;

import dojo.tensor.Curves;
import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/**
 * The Gaussian error linear unit: x, weighted by the probability that a normal number is below it.
 *
 * <pre>
 *   y = x·Φ(x) ≈ x·s,   s = 1/(1 + e⁻²ᵘ),   u = √(2/π)·(x + 0.044715·x³)
 *   slope s + x·s·(1 − s)·2u′,              u′ = √(2/π)·(1 + 3·0.044715·x²)
 * </pre>
 *
 * <p>s is ½·(1 + tanh u), so this is the form with tanh, as in BERT and GPT-2 and in PyTorch's
 * {@code approximate='tanh'}: at most 5e-4 from x·Φ(x). Written with e⁻²ᵘ it keeps its digits where
 * 1 + tanh u, a difference of nearly equal numbers, has none left: below −7. Java has the same
 * exponential on every machine but no Φ; the exact form is not supported. NaN passes through.
 * Computed in float64 and rounded once.
 *
 * @see <a href="https://arxiv.org/abs/1606.08415">Hendrycks and Gimpel (2016), section 2</a>
 */
public record Gelu() implements Layer {
  private static final double ROOT = Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;

  @Override
  public Forward forward(Tensor x, Mode mode) {
    float[] in = Floats.of(x);
    double[] rest = powers(x);
    float[] y = new float[in.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = rest[i] == Double.POSITIVE_INFINITY ? -0f : (float) (in[i] / (1 + rest[i])); // no −∞/∞
    }
    return Forward.of(Floats.like(x, y), g -> backward(x, rest, g));
  }

  private static Tensor backward(Tensor x, double[] rest, Tensor outputGradient) {
    float[] in = Floats.of(x);
    float[] g = Floats.of(outputGradient);
    float[] dx = new float[in.length];
    for (int i = 0; i < dx.length; i++) {
      double v = in[i];
      double s = 1 / (1 + rest[i]);
      double bend = s == 0 ? 0 : s * (rest[i] * s); // s·(1 − s)
      double steep = 2 * ROOT * (1 + 3 * CUBIC * v * v);
      dx[i] = (float) (g[i] * (s + (bend == 0 ? 0 : v * bend * steep)));
    }
    return Floats.like(outputGradient, dx);
  }

  /** Returns e⁻²ᵘ. */
  private static double[] powers(Tensor x) {
    double[] power = Doubles.of(x);
    for (int i = 0; i < power.length; i++) {
      double v = power[i];
      power[i] = -2 * ROOT * (v + CUBIC * v * v * v);
    }
    Curves.fastest().exp(power, 0, power.length);
    return power;
  }

  @Override
  public String toString() {
    return "Gelu";
  }
}
