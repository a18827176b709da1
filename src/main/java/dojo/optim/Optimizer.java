package dojo.optim;

import dojo.tensor.Tensor;
import java.util.List;

/** A rule that turns parameters and their gradients into better parameters. */
public interface Optimizer {

  /**
   * Returns what the rule remembers before its first step.
   *
   * @param parameters the parameters to be trained
   * @return the state to give to the first {@link #step}
   */
  State start(List<Tensor> parameters);

  /**
   * Makes one step.
   *
   * @param parameters the parameters
   * @param gradients the gradient of the loss at each, in the same order and shapes
   * @param state what the step before returned
   * @return the new parameters, and what to remember
   * @throws IllegalArgumentException if a gradient is missing, too many or of another shape
   */
  Step step(List<Tensor> parameters, List<Tensor> gradients, State state);

  /**
   * Returns the same rule with its learning rate multiplied. It goes on from the same states.
   *
   * @param factor above 0; schedules stay below or at 1
   * @return the new optimizer
   * @throws IllegalArgumentException if the new learning rate is not above 0 and finite
   */
  Optimizer slowed(double factor);

  /**
   * What an optimizer remembers between steps: a value, like everything else.
   *
   * @param steps how many steps have been made
   * @param memory averages, one tensor per parameter and average
   */
  record State(int steps, List<Tensor> memory) {
    /**
     * Copies the list.
     *
     * @param steps how many steps have been made
     * @param memory averages, one tensor per parameter and average
     */
    public State {
      memory = List.copyOf(memory);
    }
  }

  /**
   * The result of a step.
   *
   * @param parameters the new parameters
   * @param state what to give to the next step
   */
  record Step(List<Tensor> parameters, State state) {
    /**
     * Copies the list.
     *
     * @param parameters the new parameters
     * @param state what to give to the next step
     */
    public Step {
      parameters = List.copyOf(parameters);
    }
  }
}
