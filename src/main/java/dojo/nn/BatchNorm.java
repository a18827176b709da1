package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Batch normalisation: gives every channel the mean β and the standard deviation γ.
 *
 * <pre>
 *   x̂ = (x − μ) / √(σ² + ε)         y = γ·x̂ + β
 *   train:  μ, σ² of this batch       dx = γ/√(σ² + ε) · (g − mean(g) − x̂·mean(g·x̂))
 *   eval:   μ, σ² of the population   dx = γ/√(σ² + ε) · g
 *   dγ = Σ g·x̂,  dβ = Σ g
 * </pre>
 *
 * <p>A forward pass changes nothing, so there are no running averages. The population is measured
 * by one explicit pass over the training data, {@code model.calibrated(x, mode)}, which the trainer
 * makes before it evaluates; new parameters forget it, because it was measured under the old ones.
 * The paper does the same (its algorithm 2), with σ² multiplied by m/(m − 1). For a pass over all m
 * examples at once this factor is nearly 1 and is left out, so that evaluating the inputs of the
 * calibration gives what training on them gave, to the bit.
 *
 * <p>A population is kept in float32, and so is what training normalises by, unless the mean would
 * move by more than a thousandth of the standard deviation, or the variance be infinite: then
 * training uses float64. Evaluating is off by as much as the mean of the population was rounded,
 * and NaN where its variance is infinite: numbers such as 10⁷ ± 1 or 10²⁰ need another scale first.
 *
 * <p>Dropout before batch normalisation makes σ² larger in training than in evaluation: the
 * variance shift of <a href="https://arxiv.org/abs/1801.05134">Li et al. (2018)</a>. Calibrated
 * with {@code Mode.eval()}, the population has no noise and no such shift.
 *
 * @param scale γ, {@code [channels]}
 * @param shift β, {@code [channels]}
 * @param epsilon ε, above 0
 * @param population what evaluation normalises by
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy (2015)</a>
 */
public record BatchNorm(Tensor scale, Tensor shift, double epsilon, Population population)
    implements Layer {

  /**
   * Checks that the shapes fit.
   *
   * @param scale γ, {@code [channels]}
   * @param shift β, {@code [channels]}
   * @param epsilon ε, above 0
   * @param population what evaluation normalises by
   * @throws IllegalArgumentException if they do not, or ε is not above 0
   */
  public BatchNorm {
    Parameters.requireVectors(
        "batch normalisation", List.of(scale, shift, population.mean(), population.variance()));
    Parameters.requireEpsilon(epsilon);
  }

  /**
   * Returns the layer before training: γ = 1, β = 0, ε = 1e-5, no population.
   *
   * @param channels the channels of the input
   * @return the layer
   */
  public static BatchNorm of(int channels) {
    return new BatchNorm(
        Tensor.ones(channels), Tensor.zeros(channels), 1e-5, Population.none(channels));
  }

  /**
   * Returns the number of channels.
   *
   * @return the length of γ
   */
  public int channels() {
    return scale.size();
  }

  /**
   * {@inheritDoc}
   *
   * <p>x and y are {@code [batch, channels]}, or {@code [batch, channels, height, width]}; then a
   * channel is normalised over examples and places alike.
   *
   * @throws IllegalStateException if there is no population to evaluate with
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    requireChannels(x);
    boolean byBatch = mode.usesBatchStatistics();
    Moments by = byBatch ? ofBatch(x) : Moments.of(measured());
    double[] factor = new double[channels()];
    for (int c = 0; c < factor.length; c++) {
      factor[c] = 1 / Math.sqrt(by.variance()[c] + epsilon);
    }
    float[] in = Floats.of(x);
    double[] mean = by.mean();
    float[] gamma = Floats.of(scale);
    float[] beta = Floats.of(shift);
    int inner = Population.inner(x);
    float[] xHat = new float[in.length];
    float[] y = new float[in.length];
    for (int i = 0, c = 0; i < y.length; c = c + 1 < factor.length ? c + 1 : 0) {
      for (int end = i + inner; i < end; i++) {
        xHat[i] = (float) ((in[i] - mean[c]) * factor[c]);
        y[i] = gamma[c] * xHat[i] + beta[c];
      }
    }
    return new Forward(Floats.like(x, y), g -> backward(xHat, inner, factor, byBatch, g));
  }

  private Moments ofBatch(Tensor x) {
    Moments batch = Moments.of(x);
    if (batch.count() == 1) {
      throw new IllegalArgumentException(
          "a batch of 1 has no variance to normalise by: choose a batch size that leaves no single"
              + " example over");
    }
    return batch.roundedWhereHeld(epsilon);
  }

  private Population measured() {
    if (population.count() == 0) {
      throw new IllegalStateException(
          this
              + " has not measured its population: call model.calibrated(x, mode) with the training"
              + " inputs before evaluating");
    }
    return population;
  }

  /** The backward pass; where μ and σ² are constants, both means in its formula are left out. */
  private Gradients backward(
      float[] xHat, int inner, double[] factor, boolean byBatch, Tensor outputGradient) {
    float[] gamma = Floats.of(scale);
    float[] g = Floats.of(outputGradient);
    double[] sum = new double[gamma.length];
    double[] sumTimesX = new double[gamma.length];
    for (int i = 0, c = 0; i < g.length; c = c + 1 < gamma.length ? c + 1 : 0) {
      for (int end = i + inner; i < end; i++) {
        sum[c] += g[i];
        sumTimesX[c] += (double) g[i] * xHat[i];
      }
    }
    double weight = byBatch ? (double) gamma.length / g.length : 0; // of one number in a mean
    float[] dx = new float[g.length];
    for (int i = 0, c = 0; i < dx.length; c = c + 1 < gamma.length ? c + 1 : 0) {
      for (int end = i + inner; i < end; i++) {
        double centred = g[i] - sum[c] * weight - xHat[i] * (sumTimesX[c] * weight);
        dx[i] = (float) (gamma[c] * factor[c] * centred);
      }
    }
    return new Gradients(
        Floats.like(outputGradient, dx),
        List.of(
            Tensor.generate(c -> sumTimesX[c], gamma.length),
            Tensor.generate(c -> sum[c], gamma.length)));
  }

  @Override
  public BatchNorm calibrated(Tensor x, Mode mode) {
    requireChannels(x);
    return new BatchNorm(scale, shift, epsilon, Population.of(x));
  }

  @Override
  public boolean needsCalibration() {
    return population.count() == 0;
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(scale, shift);
  }

  @Override
  public BatchNorm withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new BatchNorm(
        parameters.get(0), parameters.get(1), epsilon, Population.none(channels()));
  }

  private void requireChannels(Tensor x) {
    int[] shape = x.shape();
    if ((shape.length != 2 && shape.length != 4) || shape[1] != channels()) {
      throw new IllegalArgumentException(
          "the input must be [batch, "
              + channels()
              + "] or [batch, "
              + channels()
              + ", height, width], but its shape was "
              + Arrays.toString(shape));
    }
  }

  @Override
  public String toString() {
    return "BatchNorm(" + channels() + (needsCalibration() ? "" : ", calibrated") + ")";
  }
}
