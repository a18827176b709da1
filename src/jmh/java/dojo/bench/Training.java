package dojo.bench;

import dojo.data.Dataset;
import dojo.dropout.Dropout;
import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Loss;
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

  private final Loss loss;
  private final Optimizer optimizer;
  private final Tensor x;
  private final Tensor y;
  private Layer model;
  private Optimizer.State state;

  Training(Layer model, Loss loss, Optimizer optimizer, Tensor x, Tensor y) {
    this.model = model;
    this.loss = loss;
    this.optimizer = optimizer;
    this.x = x;
    this.y = y;
    state = optimizer.start(model.parameters());
  }

  /**
   * Returns the training of a net before its first step.
   *
   * @param net small: 64-256-256-10, 64 examples; big: 784-512-512-10, 128 examples; or a net of
   *     the course, as {@link CourseNets} has them: convolution, lstm, transformer
   * @return the training
   * @throws IllegalArgumentException if there is no such net
   */
  public static Training of(String net) {
    return switch (net) {
      case "small" -> dense(64, 256, 64);
      case "big" -> dense(784, 512, 128);
      case "convolution" -> CourseNets.convolution();
      case "lstm" -> CourseNets.lstm();
      case "transformer" -> CourseNets.transformer();
      default ->
          throw new IllegalArgumentException(
              "the nets are small, big, convolution, lstm and transformer, but was asked for "
                  + net);
    };
  }

  static Training dense(int in, int width, int batch) {
    Layer model =
        Sequential.of(
            Linear.he(in, width, KEY.split(0)),
            new Relu(),
            Dropout.of(0.5),
            Linear.he(width, width, KEY.split(1)),
            new Relu(),
            Dropout.of(0.5),
            Linear.he(width, 10, KEY.split(2)));
    return ofClassifier(
        model, new Sgd(LEARNING_RATE, MOMENTUM), Tensor.uniform(KEY.split("x"), batch, in), 10);
  }

  /** Returns the training of a classifier, to tell random labels by an input. */
  static Training ofClassifier(Layer model, Optimizer optimizer, Tensor x, int classes) {
    int[] labels = new int[x.length(0)];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = KEY.below(i, classes);
    }
    Dataset batch = Dataset.of(x, labels, classes);
    return new Training(model, new SoftmaxCrossEntropy(), optimizer, x, batch.y());
  }

  /**
   * Makes a step.
   *
   * @return the model after it
   */
  public Layer step() {
    Forward pass = model.forward(x, Mode.train(KEY.split(state.steps())));
    Loss.Value value = loss.at(pass.output(), y);
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
  public Tensor x() {
    return x;
  }

  /**
   * Returns what it is to answer.
   *
   * @return the targets of the batch
   */
  public Tensor y() {
    return y;
  }
}
