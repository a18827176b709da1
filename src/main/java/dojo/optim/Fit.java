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
    if (!same(gradients, parameters)) {
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
    List<Tensor> expected = new ArrayList<>();
    for (int average = 0; average < averages; average++) {
      expected.addAll(parameters);
    }
    if (!same(state.memory(), expected)) {
      throw new IllegalArgumentException(
          "this optimizer remembers tensors of the shapes "
              + shapes(expected)
              + ", but the state had "
              + shapes(state.memory())
              + ": take the state that start or the last step returned for the same model");
    }
  }

  /** Without a string: this is asked at every step. */
  private static boolean same(List<Tensor> tensors, List<Tensor> others) {
    boolean same = tensors.size() == others.size();
    for (int i = 0; same && i < tensors.size(); i++) {
      same = Arrays.equals(tensors.get(i).shape(), others.get(i).shape());
    }
    return same;
  }

  private static List<String> shapes(List<Tensor> tensors) {
    return tensors.stream().map(t -> Arrays.toString(t.shape())).toList();
  }
}
