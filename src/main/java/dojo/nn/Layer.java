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
   * @return the outputs, and the backward pass
   * @throws IllegalArgumentException if the shape of {@code x} does not fit this layer
   */
  Forward forward(Tensor x, Mode mode);

  /**
   * Returns the output alone, if no backward pass follows.
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
   * Returns the parameters, which training changes.
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

  /**
   * Returns the layers that this one is made of.
   *
   * <p>A layer that has others inside must return them: drop rates, their penalties, noise and
   * population statistics are looked for here.
   *
   * @return the layers inside, in a fixed order; none for most layers
   */
  default List<Layer> layers() {
    return List.of();
  }

  /**
   * Returns this layer made of other layers.
   *
   * @param layers as many as {@link #layers()} has, in its order
   * @return the new layer
   * @throws IllegalArgumentException if their number differs
   */
  default Layer withLayers(List<Layer> layers) {
    if (!layers.isEmpty()) {
      throw new IllegalArgumentException(
          "this layer has no layers inside, but was given " + layers.size());
    }
    return this;
  }

  /**
   * Returns this layer with its population statistics measured, if it has any ({@link BatchNorm}).
   *
   * <p>One pass over all training inputs, before a model is evaluated: {@code
   * model.calibrated(train.x(), Mode.train(key))}.
   *
   * @param x the inputs that represent the population
   * @param mode the mode of the pass: with the noise of training, or without
   * @return the layer, ready to be evaluated; itself for layers without such statistics
   * @throws IllegalArgumentException if the shape of {@code x} does not fit this layer
   */
  default Layer calibrated(Tensor x, Mode mode) {
    return this;
  }

  /**
   * Returns whether this layer draws {@linkplain Mode#noise noise}.
   *
   * @return true if its output may depend on the key; by default, if that of a layer inside it may
   */
  default boolean isRandom() {
    return layers().stream().anyMatch(Layer::isRandom);
  }

  /**
   * Returns whether this layer cannot be evaluated before {@link #calibrated} has been called.
   *
   * @return true if one of the layers inside cannot; false for most layers
   */
  default boolean needsCalibration() {
    return layers().stream().anyMatch(Layer::needsCalibration);
  }
}
