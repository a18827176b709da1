package dojo.playground;

import dojo.data.Dataset;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.nn.Objective;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.optim.Optimizer;
import dojo.tensor.Tensor;

/**
 * A net in training: its weights, and what its optimizer remembers.
 *
 * @param net the net
 * @param optimizer makes the steps
 * @param state of the optimizer after the last step
 */
record Player(Sequential net, Optimizer optimizer, Optimizer.State state) {
  private static final SoftmaxCrossEntropy LOSS = new SoftmaxCrossEntropy();

  static Player start(Sequential net, Optimizer optimizer) {
    return new Player(net, optimizer, optimizer.start(net.parameters()));
  }

  /** Forward pass, loss, backward pass, and a step against the gradient. */
  Player after(Dataset batch, Mode mode) {
    Objective.Result result = LOSS.on(net, batch.x(), batch.y(), mode);
    Optimizer.Step step = optimizer.step(net.parameters(), result.gradients(), state);
    return new Player(net.withParameters(step.parameters()), optimizer, step.state());
  }

  /** Returns the mean loss, and the fraction of wrong answers. */
  double[] score(Dataset data, Mode mode) {
    Tensor logits = net.apply(data.x(), mode);
    return new double[] {LOSS.at(logits, data.y()).mean(), data.error(logits)};
  }

  static Tensor probabilities(Layer net, Tensor x, Mode mode) {
    return SoftmaxCrossEntropy.softmax(net.apply(x, mode));
  }
}
