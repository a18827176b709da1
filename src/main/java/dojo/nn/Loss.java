package dojo.nn;

import dojo.tensor.Tensor;

/** How wrong the outputs of a model are, averaged over a batch: the plain {@link Objective}. */
public interface Loss extends Objective {

  /**
   * Returns the loss of a batch, and the gradient to start a backward pass from.
   *
   * @param output the output of the model, {@code [batch, out]}
   * @param target the targets, of the same shape unless the loss says otherwise
   * @return the loss and its gradient
   * @throws IllegalArgumentException if the shapes do not fit
   */
  Value at(Tensor output, Tensor target);

  /**
   * Returns the loss of a batch alone, where nothing is to be learned from it.
   *
   * @param output the output of the model, {@code [batch, out]}
   * @param target the targets, of the same shape unless the loss says otherwise
   * @return {@link #at its} mean, to the bit
   * @throws IllegalArgumentException if the shapes do not fit
   */
  default double mean(Tensor output, Tensor target) {
    return at(output, target).mean();
  }

  /**
   * Returns the predictions in an output, which may hold more than predictions.
   *
   * @param output the output of the model, {@code [batch, out]}
   * @return the predictions, in the shape of the targets; the output itself for most losses
   * @throws IllegalArgumentException if the shape does not fit
   */
  default Tensor answer(Tensor output) {
    return output;
  }

  /** Forward pass, loss, backward pass. */
  @Override
  default Result on(Layer model, Tensor x, Tensor target, Mode mode) {
    Forward pass = model.forward(x, mode);
    Value value = at(pass.output(), target);
    return new Result(value.mean(), pass.pullback().apply(value.gradient()).parameters());
  }

  /**
   * Returns the unit of this loss, which charts show beside the axis.
   *
   * @return for example {@code nats per example}; empty if it has none
   */
  default String unit() {
    return "";
  }

  /**
   * A loss and its gradient.
   *
   * @param mean the mean loss over the batch
   * @param gradient dMean/dOutput, in the shape of the output
   */
  record Value(double mean, Tensor gradient) {}
}
