package dojo.nn;

import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Rules about lists of parameters, for those who write layers. */
public final class Parameters {
  private Parameters() {}

  /**
   * Checks that parameters given fit a layer.
   *
   * @param layer the layer
   * @param given what is to replace its parameters
   * @throws IllegalArgumentException if their number or a shape differs
   */
  public static void requireLike(Layer layer, List<Tensor> given) {
    List<String> expected = shapes(layer.parameters());
    if (!shapes(given).equals(expected)) {
      throw new IllegalArgumentException(
          "the parameters of "
              + layer
              + " have shapes "
              + expected
              + ", but were "
              + shapes(given));
    }
  }

  private static List<String> shapes(List<Tensor> tensors) {
    return tensors.stream().map(t -> Arrays.toString(t.shape())).toList();
  }
}
