package dojo.nn;

import dojo.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;

/**
 * The result of a backward pass: the gradients of the loss at the input and at the parameters.
 *
 * <p>The gradient at the input is computed when it is asked for. The first layer of a model does
 * not need it, and it would be the largest product of a training step.
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
   * Makes gradients that are computed already.
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
