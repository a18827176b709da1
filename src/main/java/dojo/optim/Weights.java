package dojo.optim;

import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Which parameters are weights, and which gradients fit them. */
final class Weights {
  private Weights() {}

  /** Returns true for those with two axes or more, [in, out]; not for biases, scales and shifts. */
  static boolean is(Tensor parameter) {
    return parameter.shape().length >= 2;
  }

  /** Checks that every parameter has a gradient of its shape. */
  static void requireGradients(List<Tensor> parameters, List<Tensor> gradients) {
    if (!shapes(gradients).equals(shapes(parameters))) {
      throw new IllegalArgumentException(
          "every parameter needs a gradient of its shape, "
              + shapes(parameters)
              + ", but the gradients were "
              + shapes(gradients)
              + ": take those of a backward pass of the same model");
    }
  }

  private static List<String> shapes(List<Tensor> tensors) {
    return tensors.stream().map(t -> Arrays.toString(t.shape())).toList();
  }
}
