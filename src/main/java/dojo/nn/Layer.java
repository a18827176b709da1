package dojo.nn;

import dojo.tensor.Tensor;
import java.util.List;

/**
 * A differentiable function with parameters.
 *
 * <p>A layer is a value: a forward pass changes nothing, and what the backward pass needs, such as
 * a dropout mask, travels in the {@link Forward} it returns. To train is to make new layers from
 * old ones with {@link #withParameters}.
 */
public interface Layer {

  /**
   * Applies this layer to a batch.
   *
   * @param x the inputs, one example per entry of the first axis
   * @param mode whether to train or to evaluate, and the source of any noise
   * @return the outputs, and the way back
   * @throws IllegalArgumentException if the shape of {@code x} does not fit this layer
   */
  Forward forward(Tensor x, Mode mode);

  /**
   * Returns the output alone, for those who will not go back.
   *
   * @param x the inputs, one example per entry of the first axis
   * @param mode whether to train or to evaluate, and the source of any noise
   * @return the outputs
   * @throws IllegalArgumentException if the shape of {@code x} does not fit this layer
   */
  default Tensor apply(Tensor x, Mode mode) {
    return forward(x, mode).output();
  }

  /**
   * Returns what training may change.
   *
   * @return the parameters in a fixed order; none for many layers
   */
  default List<Tensor> parameters() {
    return List.of();
  }

  /**
   * Returns this layer with other parameters.
   *
   * @param parameters in the order and the shapes of {@link #parameters()}
   * @return the new layer
   * @throws IllegalArgumentException if their number or a shape differs
   */
  default Layer withParameters(List<Tensor> parameters) {
    if (!parameters.isEmpty()) {
      throw new IllegalArgumentException(
          "this layer has no parameters, but was given " + parameters.size());
    }
    return this;
  }
}
