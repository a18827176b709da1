package dojo.bench;

import dojo.dropout.DropConnect;
import dojo.nn.Forward;
import dojo.nn.Gradients;
import dojo.nn.Linear;
import dojo.nn.Mode;
import dojo.tensor.Tensor;

/** DropConnect of 256 × 256 weights on 64 examples, forward and backward, as in training. */
final class DropConnectPass {
  static final int EXAMPLES = 64;

  private final DropConnect layer = DropConnect.of(Linear.he(256, 256, Training.KEY), 0.5);
  private final Tensor x = Tensor.normal(Training.KEY.split("x"), EXAMPLES, 256);
  private final Tensor gradient = Tensor.ones(EXAMPLES, 256);
  private int step;

  /** Returns the output and all gradients. */
  Object bothWays() {
    Forward pass = layer.forward(x, Mode.train(Training.KEY.split(step++)));
    Gradients gradients = pass.pullback().apply(gradient);
    return new Object[] {pass.output(), gradients.input(), gradients.parameters()};
  }
}
