package dojo.nn;

import dojo.tensor.Curves;
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
    double[] y = Doubles.of(x);
    replace(y, 0, y.length);
    return Forward.of(Floats.like(x, Doubles.rounded(y)), g -> backward(x, g));
  }

  /** Replaces numbers by the function itself. */
  static void replace(double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i] = -x[i];
    }
    Curves.fastest().exp(x, from, to);
    for (int i = from; i < to; i++) {
      x[i] = 1 / (1 + x[i]);
    }
  }

  /** Replaces numbers by the slope there, y·(1 − y) = e/(1 + e)² with e = e⁻ˣ; the same at −x. */
  static void replaceBySlope(double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      x[i] = -Math.abs(x[i]);
    }
    Curves.fastest().exp(x, from, to);
    for (int i = from; i < to; i++) {
      x[i] = x[i] / ((1 + x[i]) * (1 + x[i]));
    }
  }

  private static Tensor backward(Tensor x, Tensor outputGradient) {
    double[] slope = Doubles.of(x);
    replaceBySlope(slope, 0, slope.length);
    return Doubles.product(outputGradient, slope);
  }

  @Override
  public String toString() {
    return "Sigmoid";
  }
}
