package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/** Numbers in float64, for layers that compute in it and round once. */
final class Doubles {
  private Doubles() {}

  static double[] of(Tensor x) {
    float[] in = Floats.of(x);
    double[] doubles = new double[in.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = in[i];
    }
    return doubles;
  }

  static float[] rounded(double[] x) {
    float[] rounded = new float[x.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) x[i];
    }
    return rounded;
  }

  /** Returns the products g·slope, rounded once. */
  static Tensor product(Tensor g, double[] slope) {
    float[] in = Floats.of(g);
    float[] product = new float[slope.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = (float) (in[i] * slope[i]);
    }
    return Floats.like(g, product);
  }
}
