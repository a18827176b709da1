package dojo.nn;

import dojo.tensor.Tensor;

/** How wrong the outputs of a model are, averaged over a batch: the plain {@link Objective}. */
public interface Loss extends Objective {

  /**
   * Returns the loss of a batch, and the gradient to start a backward pass from.
   *
   * @param output what the model answered, {@code [batch, out]}
   * @param target what it should have answered, of the same shape if the loss says no other
   * @return the loss and its gradient
   * @throws IllegalArgumentException if the shapes do not fit
   */
  Value at(Tensor output, Tensor target);

  /**
   * Returns what an output answers, where a model says more than its answer.
   *
   * @param output what the model put out, {@code [batch, out]}
   * @return the answers, in the shape of the targets; the output itself for most losses
   * @throws IllegalArgumentException if the shape does not fit
   */
  default Tensor answer(Tensor output) {
    return output;
  }

  /** Forward, loss, backward: all there is to the slope of a loss. */
  @Override
  default Result on(Layer model, Tensor x, Tensor target, Mode mode) {
    Forward pass = model.forward(x, mode);
    Value value = at(pass.output(), target);
    return new Result(value.mean(), pass.pullback().apply(value.gradient()).parameters());
  }

  /**
   * Returns what this loss is counted in, as charts say beside their axes.
   *
   * @return for example {@code nats per example}; empty where a loss does not say
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
