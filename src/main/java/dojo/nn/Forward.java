package dojo.nn;

import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The result of a forward pass: an output, and the backward pass that belongs to it.
 *
 * @param output the output of the layer
 * @param pullback turns the gradient of the loss at {@code output} into gradients further back
 */
public record Forward(Tensor output, Pullback pullback) {

  /**
   * Makes the pullback check that a gradient has the shape of the output.
   *
   * @param output the output of the layer
   * @param pullback turns the gradient of the loss at {@code output} into gradients further back
   */
  public Forward {
    int[] shape = output.shape();
    Pullback unchecked = pullback;
    pullback =
        gradient -> {
          if (!Arrays.equals(shape, gradient.shape())) {
            throw new IllegalArgumentException(
                "the gradient must be "
                    + Arrays.toString(shape)
                    + ", but its shape was "
                    + Arrays.toString(gradient.shape())
                    + ": pass the gradient of the loss at this output");
          }
          return unchecked.apply(gradient);
        };
  }

  /**
   * Returns the pass of a layer without parameters.
   *
   * @param output the output of the layer
   * @param inputGradient turns dL/dOutput into dL/dInput
   * @return the pass
   */
  public static Forward of(Tensor output, UnaryOperator<Tensor> inputGradient) {
    return new Forward(output, g -> new Gradients(inputGradient.apply(g), List.of()));
  }
}
