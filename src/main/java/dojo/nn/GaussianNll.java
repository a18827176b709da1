package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * The loss of a regression that also learns its own uncertainty: the negative logarithm of a normal
 * density, averaged over all targets of the batch, in nats.
 *
 * <pre>
 *   loss = ½·(s + (t − μ)²·e⁻ˢ + log 2π),   s = log max(σ², ε)
 *   dμ   = (μ − t)·e⁻ˢ                      ds = ½·(1 − (t − μ)²·e⁻ˢ)
 * </pre>
 *
 * <p>The model outputs a mean μ for every target, then a log-variance log σ² for every target: two
 * outputs per target. A log-variance may be any number, while a variance would have to be kept
 * above 0. The constant ½·log 2π is part of the loss, so that it is the likelihood that papers
 * report.
 *
 * <p>ε bounds what a model can gain by certainty, and what it pays for being sure and wrong:
 * without it the gradient may be infinite, and a single step then ruins the model. Where σ² lies
 * below ε, the loss is that of ε; a slope ds that would lead further down is 0, and one that leads
 * back is kept, so that a log-variance that has fallen too far returns. PyTorch's {@code
 * GaussianNLLLoss} has the same ε. Single targets that are far off can still make steep gradients,
 * up to |t − μ|/ε: see {@link dojo.optim.ClippedNorm}.
 *
 * @param leastVariance ε, the smallest variance that is believed, in the squared unit of the
 *     targets; above 0 and finite
 * @see <a href="https://doi.org/10.1109/ICNN.1994.374138">Nix and Weigend (1994)</a>
 * @see <a href="https://arxiv.org/abs/1703.04977">Kendall and Gal (2017), section 3.1</a>
 */
public record GaussianNll(double leastVariance) implements Loss {
  private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

  /**
   * Checks the range.
   *
   * @param leastVariance ε, the smallest variance that is believed; above 0 and finite
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  public GaussianNll {
    if (!(leastVariance > 0 && leastVariance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the least variance must be above 0 and finite, but was " + leastVariance);
    }
    if (leastVariance < Float.MIN_NORMAL) {
      throw new IllegalArgumentException(
          "the least variance must be at least "
              + Float.MIN_NORMAL
              + ", whose inverse float32 holds, but was "
              + leastVariance);
    }
  }

  /** Makes the loss with ε = 1e-6, for targets whose spread is near 1. */
  public GaussianNll() {
    this(1e-6);
  }

  /**
   * {@inheritDoc}
   *
   * @param output means, then log-variances, {@code [batch, 2·targets]}
   * @param target what was observed, {@code [batch, targets]}
   */
  @Override
  public Value at(Tensor output, Tensor target) {
    int[] shape = target.shape();
    int[] wide = output.shape();
    if (shape.length != 2 || wide.length != 2 || wide[0] != shape[0] || wide[1] != 2L * shape[1]) {
      throw new IllegalArgumentException(
          "outputs must be [batch, 2·targets], means then log-variances, and targets"
              + " [batch, targets], but were "
              + Arrays.toString(wide)
              + " and "
              + Arrays.toString(shape));
    }
    int width = shape[1];
    float[] out = Floats.of(output);
    float[] t = Floats.of(target);
    float[] gradient = new float[out.length];
    double lowest = StrictMath.log(leastVariance);
    double sum = 0;
    for (int i = 0; i < t.length; i++) {
      int mu = i / width * 2 * width + i % width;
      int logVariance = mu + width;
      double s = Math.max(out[logVariance], lowest);
      double error = (double) t[i] - out[mu];
      double precision = StrictMath.exp(-s);
      double square = error * error * precision;
      sum += 0.5 * (s + square + LOG_2_PI);
      gradient[mu] = error == 0 ? 0f : (float) (-error * precision / t.length); // +0
      double slope = 0.5 * (1 - square) / t.length;
      gradient[logVariance] = out[logVariance] < lowest && slope > 0 ? 0f : (float) slope;
    }
    return new Value(sum / t.length, Floats.like(output, gradient));
  }

  /** Returns the means, {@code [batch, targets]}. */
  @Override
  public Tensor answer(Tensor output) {
    int[] shape = output.shape();
    if (shape.length != 2 || shape[1] % 2 != 0) {
      throw new IllegalArgumentException(
          "outputs must be [batch, 2·targets], means then log-variances, but were "
              + Arrays.toString(shape));
    }
    float[] out = Floats.of(output);
    int width = shape[1] / 2;
    return Tensor.generate(i -> out[i / width * 2 * width + i % width], shape[0], width);
  }

  @Override
  public String unit() {
    return "nats per target";
  }

  @Override
  public String toString() {
    return "Gaussian negative log-likelihood";
  }
}
