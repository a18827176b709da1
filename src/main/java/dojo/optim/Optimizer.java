package dojo.optim;

import dojo.tensor.Tensor;
import java.util.List;

/** A rule that turns parameters and their gradients into better parameters. */
public interface Optimizer {

  /**
   * Returns the state before the first step.
   *
   * @param parameters the parameters to be trained
   * @return the state to pass to the first {@link #step}
   */
  State start(List<Tensor> parameters);

  /**
   * Makes one step.
   *
   * @param parameters the parameters
   * @param gradients the gradient of the loss at each, in the same order and shapes
   * @param state the state that the step before returned
   * @return the new parameters, and the new state
   * @throws IllegalArgumentException if a gradient is missing, too many or of another shape, or the
   *     state is that of another model or optimizer
   */
  Step step(List<Tensor> parameters, List<Tensor> gradients, State state);

  /**
   * Returns the same rule with its learning rate multiplied by a factor. It continues from the same
   * states.
   *
   * @param factor above 0; at most 1 in schedules
   * @return the new optimizer
   * @throws IllegalArgumentException if the new learning rate is not above 0 and finite
   */
  Optimizer slowed(double factor);

  /**
   * Checks that as many steps can be made as a run will need, before the first is made: nothing is
   * lost then.
   *
   * @param steps how many
   * @throws IllegalArgumentException if a schedule has no learning rate for one of them
   */
  default void requireSteps(int steps) {}

  /**
   * The state of an optimizer between two steps: a value, like everything else.
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
   * @param state the state to pass to the next step
   */
  record Step(List<Tensor> parameters, State state) {
    /**
     * Copies the list.
     *
     * @param parameters the new parameters
     * @param state the state to pass to the next step
     */
    public Step {
      parameters = List.copyOf(parameters);
    }
  }
}
