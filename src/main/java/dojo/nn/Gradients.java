package dojo.nn;

import dojo.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a backward pass finds: in which direction the loss grows.
 *
 * <p>The gradient at the input is computed when it is asked for. The layer that sees the data has
 * nobody to hand it to, and it would be the largest product of a training step.
 *
 * @param atInput gives dL/dInput, in the shape of the input
 * @param parameters dL/dParameters, in the order and the shapes of {@link Layer#parameters}
 */
public record Gradients(Supplier<Tensor> atInput, List<Tensor> parameters) {
  /**
   * Copies the list.
   *
   * @param atInput gives dL/dInput, in the shape of the input
   * @param parameters dL/dParameters, in the order and the shapes of {@link Layer#parameters}
   */
  public Gradients {
    parameters = List.copyOf(parameters);
  }

  /**
   * Makes gradients that are known already.
   *
   * @param input dL/dInput, in the shape of the input
   * @param parameters dL/dParameters, in the order and the shapes of {@link Layer#parameters}
   */
  public Gradients(Tensor input, List<Tensor> parameters) {
    this(() -> input, parameters);
  }

  /**
   * Returns dL/dInput.
   *
   * @return the gradient, in the shape of the input
   */
  public Tensor input() {
    return atInput.get();
  }

  /** Gradients are equal when their numbers are. */
  @Override
  public boolean equals(Object o) {
    return o instanceof Gradients g && input().equals(g.input()) && parameters.equals(g.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * input().hashCode() + parameters.hashCode();
  }

  @Override
  public String toString() {
    return "Gradients[input=" + input() + ", parameters=" + parameters + "]";
  }
}
