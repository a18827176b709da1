package dojo.optim;

import dojo.tensor.Tensor;

/** Which parameters are weights: those with two axes or more, {@code [in, out]}. */
final class Weights {
  private Weights() {}

  /** Returns false for biases, and for the scales and shifts of normalisation: one axis. */
  static boolean is(Tensor parameter) {
    return parameter.shape().length >= 2;
  }
}
