package dojo.nn;

import dojo.tensor.Tensor;
import java.util.List;

/**
 * What a backward pass finds: in which direction the loss grows.
 *
 * @param input dL/dInput, in the shape of the input
 * @param parameters dL/dParameters, in the order and the shapes of {@link Layer#parameters}
 */
public record Gradients(Tensor input, List<Tensor> parameters) {
  /**
   * Copies the list.
   *
   * @param input as the component says
   * @param parameters as the component says
   */
  public Gradients {
    parameters = List.copyOf(parameters);
  }
}
