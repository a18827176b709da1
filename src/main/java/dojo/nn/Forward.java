package dojo.nn;

import dojo.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The result of a forward pass: an output, and the way back from it.
 *
 * @param output what the layer answered
 * @param pullback turns the gradient of the loss at {@code output} into gradients further back
 */
public record Forward(Tensor output, Pullback pullback) {

  /**
   * Returns the pass of a layer without parameters.
   *
   * @param output what the layer answered
   * @param inputGradient turns dL/dOutput into dL/dInput
   * @return the pass
   */
  public static Forward of(Tensor output, UnaryOperator<Tensor> inputGradient) {
    return new Forward(output, g -> new Gradients(inputGradient.apply(g), List.of()));
  }
}
