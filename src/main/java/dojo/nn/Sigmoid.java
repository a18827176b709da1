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
    float[] y = Doubles.rounded(values(Doubles.of(x)));
    return Forward.of(Floats.like(x, y), g -> Doubles.product(g, slopes(Doubles.of(x))));
  }

  /** Returns the function itself of each number. */
  static double[] values(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = -x[i];
    }
    Curves.fastest().exp(y, 0, y.length);
    for (int i = 0; i < y.length; i++) {
      y[i] = 1 / (1 + y[i]);
    }
    return y;
  }

  /** Returns the slope at each number, y·(1 − y) = e/(1 + e)² with e = e⁻ˣ; the same at −x. */
  static double[] slopes(double[] x) {
    double[] e = new double[x.length];
    for (int i = 0; i < e.length; i++) {
      e[i] = -Math.abs(x[i]);
    }
    Curves.fastest().exp(e, 0, e.length);
    for (int i = 0; i < e.length; i++) {
      e[i] = e[i] / ((1 + e[i]) * (1 + e[i]));
    }
    return e;
  }

  @Override
  public String toString() {
    return "Sigmoid";
  }
}
