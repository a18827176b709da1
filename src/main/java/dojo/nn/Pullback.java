package dojo.nn;

import dojo.tensor.Tensor;

/**
 * The backward pass of one forward pass: it remembers what that pass saw, its dropout mask
 * included.
 *
 * <p>Mathematicians call it the pullback or vector-Jacobian product. It may be applied any number
 * of times; it changes nothing.
 */
@FunctionalInterface
public interface Pullback {
  /**
   * Turns the gradient at the output into the gradients at the input and the parameters.
   *
   * @param outputGradient dL/dOutput, in the shape of the output
   * @return dL/dInput and dL/dParameters
   * @throws IllegalArgumentException if it has another shape, which {@link Forward} checks
   */
  Gradients apply(Tensor outputGradient);
}
