package dojo.bench;

import dojo.data.Dataset;
import dojo.dropout.Dropout;
import dojo.nn.Conv2d;
import dojo.nn.Flatten;
import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Loss;
import dojo.nn.MaxPool2d;
import dojo.nn.Mode;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.optim.Optimizer;
import dojo.optim.Sgd;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;

/** A net that is trained on one batch for ever: one step is what the trainer does per batch. */
public final class Training {
  /** Of SGD. */
  public static final double LEARNING_RATE = 0.01;

  /** Of SGD. */
  public static final double MOMENTUM = 0.9;

  /** What everything is drawn from; the masks of step s from its child s. */
  public static final RandomKey KEY = RandomKey.of(1);

  private final Loss loss = new SoftmaxCrossEntropy();
  private final Optimizer optimizer = new Sgd(LEARNING_RATE, MOMENTUM);
  private final Dataset batch;
  private Layer model;
  private Optimizer.State state;

  private Training(Layer model, int... shape) {
    this.model = model;
    state = optimizer.start(model.parameters());
    int[] labels = new int[shape[0]];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = KEY.below(i, 10);
    }
    batch = Dataset.of(Tensor.uniform(KEY.split("x"), shape), labels, 10);
  }

  /**
   * Returns the training of a net before its first step.
   *
   * @param net small: 64-256-256-10, 64 examples; big: 784-512-512-10, 128 examples; convolution:
   *     two of 3×3 with pooling, 64 pictures of 14×14
   * @return the training
   * @throws IllegalArgumentException if there is no such net
   */
  public static Training of(String net) {
    return switch (net) {
      case "small" -> new Training(dense(64, 256), 64, 64);
      case "big" -> new Training(dense(784, 512), 128, 784);
      case "convolution" -> new Training(convolution(), 64, 1, 14, 14);
      default ->
          throw new IllegalArgumentException(
              "the nets are small, big and convolution, but was asked for " + net);
    };
  }

  private static Layer dense(int in, int width) {
    return Sequential.of(
        Linear.he(in, width, KEY.split(0)),
        new Relu(),
        Dropout.of(0.5),
        Linear.he(width, width, KEY.split(1)),
        new Relu(),
        Dropout.of(0.5),
        Linear.he(width, 10, KEY.split(2)));
  }

  private static Layer convolution() {
    return Sequential.of(
        Conv2d.he(1, 16, 3, KEY.split(0)).withPadding(1),
        new Relu(),
        MaxPool2d.of(2),
        Conv2d.he(16, 32, 3, KEY.split(1)).withPadding(1),
        new Relu(),
        MaxPool2d.of(2),
        new Flatten(),
        Dropout.of(0.5),
        Linear.he(32 * 3 * 3, 10, KEY.split(2)));
  }

  /**
   * Makes a step.
   *
   * @return the model after it
   */
  public Layer step() {
    Forward pass = model.forward(batch.x(), Mode.train(KEY.split(state.steps())));
    Loss.Value value = loss.at(pass.output(), batch.y());
    var gradients = pass.pullback().apply(value.gradient()).parameters();
    Optimizer.Step step = optimizer.step(model.parameters(), gradients, state);
    model = model.withParameters(step.parameters());
    state = step.state();
    return model;
  }

  /**
   * Returns the model as it is.
   *
   * @return the model after the last step
   */
  public Layer model() {
    return model;
  }

  /**
   * Returns what it is trained on.
   *
   * @return the batch
   */
  public Dataset batch() {
    return batch;
  }
}
