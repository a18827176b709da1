package dojo.optim;

import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which gradients and which states fit parameters. */
final class Fit {
  private Fit() {}

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

  /** Checks that a state has so many averages of every parameter, of its shape. */
  static void requireMemory(List<Tensor> parameters, Optimizer.State state, int averages) {
    List<String> expected = new ArrayList<>();
    for (int average = 0; average < averages; average++) {
      expected.addAll(shapes(parameters));
    }
    if (!shapes(state.memory()).equals(expected)) {
      throw new IllegalArgumentException(
          "this optimizer remembers tensors of the shapes "
              + expected
              + ", but the state had "
              + shapes(state.memory())
              + ": take the state that start or the last step returned for the same model");
    }
  }

  private static List<String> shapes(List<Tensor> tensors) {
    return tensors.stream().map(t -> Arrays.toString(t.shape())).toList();
  }
}
