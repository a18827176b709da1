package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Layer normalisation: gives the units of every example mean 0 and variance 1, then stretches and
 * shifts each unit.
 *
 * <pre>
 *   x̂  = (x − μ) / √(σ² + ε)         y = γ·x̂ + β          μ, σ² over the last axis
 *   dx = (h − mean(h) − x̂·mean(h·x̂)) / √(σ² + ε),  h = γ·g
 *   dγ = Σ g·x̂,  dβ = Σ g             over all examples
 * </pre>
 *
 * <p>No example depends on another, so training and evaluating are the same. Computed in float64.
 *
 * @param scale γ, {@code [units]}
 * @param shift β, {@code [units]}
 * @param epsilon ε, above 0
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba, Kiros and Hinton (2016)</a>
 */
public record LayerNorm(Tensor scale, Tensor shift, double epsilon) implements Layer {

  /**
   * Checks that the shapes fit.
   *
   * @param scale γ, {@code [units]}
   * @param shift β, {@code [units]}
   * @param epsilon ε, above 0
   * @throws IllegalArgumentException if they do not, or ε is not above 0
   */
  public LayerNorm {
    Parameters.requireVectors("layer normalisation", List.of(scale, shift));
    Parameters.requireEpsilon(epsilon);
  }

  /**
   * Returns the layer before training: γ = 1, β = 0, ε = 1e-5.
   *
   * @param units the length of the last axis of the input
   * @return the layer
   */
  public static LayerNorm of(int units) {
    return new LayerNorm(Tensor.ones(units), Tensor.zeros(units), 1e-5);
  }

  /**
   * {@inheritDoc}
   *
   * <p>x and y are {@code […, units]}: a batch of vectors, or of sequences of vectors.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] shape = x.shape();
    int units = scale.size();
    if (shape.length < 2 || shape[shape.length - 1] != units) {
      throw new IllegalArgumentException(
          "the input must be [batch, …, "
              + units
              + "], but its shape was "
              + Arrays.toString(shape));
    }
    float[] in = Floats.of(x);
    float[] gamma = Floats.of(scale);
    float[] beta = Floats.of(shift);
    double[] factor = new double[units == 0 ? 0 : in.length / units];
    double[] normal = new double[in.length];
    float[] y = new float[in.length];
    for (int row = 0; row < factor.length; row++) {
      int start = row * units;
      double mean = 0;
      for (int j = 0; j < units; j++) {
        mean += in[start + j];
      }
      mean /= units;
      double variance = 0;
      for (int j = 0; j < units; j++) {
        variance += (in[start + j] - mean) * (in[start + j] - mean);
      }
      factor[row] = 1 / Math.sqrt(variance / units + epsilon);
      for (int j = 0; j < units; j++) {
        normal[start + j] = (in[start + j] - mean) * factor[row];
        y[start + j] = (float) (gamma[j] * normal[start + j] + beta[j]);
      }
    }
    return new Forward(Floats.like(x, y), g -> backward(x, normal, factor, g));
  }

  private Gradients backward(Tensor x, double[] normal, double[] factor, Tensor outputGradient) {
    int units = scale.size();
    float[] g = Floats.of(outputGradient);
    float[] gamma = Floats.of(scale);
    double[] dGamma = new double[units];
    double[] dBeta = new double[units];
    float[] dx = new float[g.length];
    for (int row = 0; row < factor.length; row++) {
      int start = row * units;
      double meanH = 0;
      double meanHx = 0;
      for (int j = 0; j < units; j++) {
        double h = (double) gamma[j] * g[start + j];
        meanH += h / units;
        meanHx += h * normal[start + j] / units;
        dGamma[j] += g[start + j] * normal[start + j];
        dBeta[j] += g[start + j];
      }
      for (int j = 0; j < units; j++) {
        double h = (double) gamma[j] * g[start + j];
        dx[start + j] = (float) (factor[row] * (h - meanH - normal[start + j] * meanHx));
      }
    }
    return new Gradients(
        Floats.like(x, dx),
        List.of(Tensor.generate(j -> dGamma[j], units), Tensor.generate(j -> dBeta[j], units)));
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(scale, shift);
  }

  @Override
  public LayerNorm withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new LayerNorm(parameters.get(0), parameters.get(1), epsilon);
  }

  @Override
  public String toString() {
    return "LayerNorm(" + scale.size() + ")";
  }
}
