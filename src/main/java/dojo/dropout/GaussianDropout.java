package dojo.dropout;

import dojo.nn.Forward;
import dojo.tensor.Tensor;

/**
 * Gaussian dropout: while training, multiplies each unit by noise with the mean and the variance of
 * inverted dropout, but drops none entirely.
 *
 * <pre>
 *   train:  y  = x·(1 + s·ε),  ε ~ N(0, 1),  s = √(p/q),  q = 1 − p     E[y] = x,  Var[y] = x²·p/q
 *   eval:   y  = x
 *   back:   dx = dy·(1 + s·ε)  with the noise of the forward pass
 * </pre>
 *
 * <p>Nothing is dropped, so NaN and Inf pass through. For p → 1 the variance has no bound; p = 1
 * itself gives zeros, forward and backward, as everywhere in the family.
 *
 * @param rate the p of the dropout whose mean and variance the noise has
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. (2014), section
 *     10</a>
 */
public record GaussianDropout(DropRate rate) implements RatedLayer, NoisyLayer {

  /**
   * Returns the layer with the noise of a drop probability.
   *
   * @param p the drop probability, in {@code [0, 1]}
   * @return the layer
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public static GaussianDropout of(double p) {
    return new GaussianDropout(new DropRate(p));
  }

  /**
   * Returns the standard deviation of the noise.
   *
   * @return √(p/q); Infinity for p = 1
   */
  @Override
  public double sd() {
    return Math.sqrt(rate.p() / rate.keep());
  }

  /** The pass of p = 1, the limit of the family: zeros, forward and backward. */
  private static Forward nothing(Tensor x) {
    return Forward.of(Tensor.zeros(x.shape()), dy -> Tensor.zeros(dy.shape()));
  }

  @Override
  public Forward forward(Tensor x, Tensor.Generator epsilon) {
    if (rate.p() == 1) {
      return nothing(x);
    }
    Tensor noise = Tensor.generate(i -> 1 + sd() * epsilon.at(i), x.shape());
    return Forward.of(x.times(noise), dy -> dy.times(noise));
  }

  @Override
  public GaussianDropout withRate(DropRate other) {
    return new GaussianDropout(other);
  }

  @Override
  public String toString() {
    return "GaussianDropout(p = " + rate.p() + ", times N(1, " + sd() + "²))";
  }
}
