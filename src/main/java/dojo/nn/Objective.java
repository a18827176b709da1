package dojo.nn;

import dojo.tensor.Tensor;
import java.util.List;

/**
 * What a training step minimises: a number that depends on a model and a batch.
 *
 * <p>The plain objective is a {@link Loss}: one pass, and how wrong its output is. Others make two
 * passes, or penalise weights and rates.
 */
@FunctionalInterface
public interface Objective {

  /**
   * Returns the objective of a batch, and its gradient at every parameter of the model.
   *
   * @param model the model
   * @param x the inputs, one example per entry of the first axis
   * @param target the targets of the model
   * @param mode of the pass; if there are several, each takes a part of it
   * @return the objective and its gradients
   * @throws IllegalArgumentException if the shapes do not fit
   */
  Result on(Layer model, Tensor x, Tensor target, Mode mode);

  /**
   * An objective and its gradients.
   *
   * @param value the objective
   * @param gradients dValue/dParameters, in the order and the shapes of {@link Layer#parameters}
   */
  record Result(double value, List<Tensor> gradients) {
    /**
     * Copies the list.
     *
     * @param value the objective
     * @param gradients dValue/dParameters, in the order and the shapes of {@link Layer#parameters}
     */
    public Result {
      gradients = List.copyOf(gradients);
    }
  }
}
