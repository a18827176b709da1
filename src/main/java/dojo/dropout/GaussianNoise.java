package dojo.dropout;

import dojo.nn.Forward;
import dojo.tensor.Tensor;

/**
 * Gaussian noise: while training, adds to each unit a random number of a given spread; while
 * evaluating, does nothing.
 *
 * <pre>
 *   train:  y  = x + s·ε,  ε ~ N(0, 1)                      E[y] = x,  Var[y] = s²
 *   eval:   y  = x
 *   back:   dx = dy
 * </pre>
 *
 * <p>Dropout's noise grows with the unit; this one does not. On the inputs of a linear regression
 * it is a ridge penalty on average, for any s; on those of other nets, for a small s, a Tikhonov
 * penalty on the slope of the output.
 *
 * @param sd s, the standard deviation of the noise, at least 0 and finite
 * @see <a href="https://doi.org/10.1162/neco.1995.7.1.108">Bishop (1995), Training with noise is
 *     equivalent to Tikhonov regularization</a>
 */
public record GaussianNoise(double sd) implements NoisyLayer {

  /**
   * Checks the range.
   *
   * @param sd s, the standard deviation of the noise, at least 0 and finite
   * @throws IllegalArgumentException if it is negative, infinite or NaN
   */
  public GaussianNoise {
    if (!(sd >= 0 && sd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "standard deviation must be at least 0 and finite, but was " + sd);
    }
    if (sd > Float.MAX_VALUE) {
      throw new IllegalArgumentException(
          "standard deviation must be at most "
              + Float.MAX_VALUE
              + ", the largest float32, but was "
              + sd);
    }
    sd = sd + 0.0; // −0.0 becomes 0.0, so that equal layers are equal records
  }

  /**
   * Returns the layer with a spread.
   *
   * @param sd the standard deviation of the noise, at least 0 and finite
   * @return the layer
   * @throws IllegalArgumentException if it is negative, infinite or NaN
   */
  public static GaussianNoise of(double sd) {
    return new GaussianNoise(sd);
  }

  @Override
  public Forward forward(Tensor x, Tensor.Generator epsilon) {
    Tensor noise = Tensor.generate(i -> sd * epsilon.at(i), x.shape());
    return Forward.of(x.plus(noise), dy -> dy);
  }

  @Override
  public boolean isRandom() {
    return sd > 0;
  }

  @Override
  public String toString() {
    return "GaussianNoise(sd = " + sd + ")";
  }
}
