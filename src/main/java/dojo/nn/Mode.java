package dojo.nn;

import dojo.random.RandomKey;

/**
 * Says what a forward pass is for, and so whether it may be random.
 *
 * <p>Training draws noise and therefore carries a key; evaluation draws none and carries none.
 * There is no third case, and a training pass without a key does not compile:
 *
 * <pre>{@code
 * model.forward(x, Mode.train(key));  // some units are dropped
 * model.forward(x, Mode.eval());      // every unit is kept; the answer never varies
 * model.forward(x, Mode.sample(key)); // Monte-Carlo: dropped as in training, all else evaluates
 * }</pre>
 *
 * <p>A layer that drops asks one question, {@code mode instanceof Mode.Train train}, and draws from
 * {@code train.key()}. A layer that normalises batches asks {@code mode instanceof Mode.Train train
 * && train.batchStatistics()}: only then it uses the mean and variance of the batch before it, else
 * those of the population.
 *
 * <p>PyTorch keeps this in a flag on the model ({@code model.train()}, {@code model.eval()}), where
 * it is easily forgotten. Here it is an argument: reading the call tells all.
 */
public sealed interface Mode {

  /**
   * A pass with noise.
   *
   * @param key where the noise is drawn from: the same key, the same noise
   * @param batchStatistics whether batch normalisation uses the statistics of the batch: true when
   *     fitting a model, false when only its noise is wanted
   */
  record Train(RandomKey key, boolean batchStatistics) implements Mode {}

  /** A pass without noise. */
  record Eval() implements Mode {}

  /**
   * Returns the mode of a training pass.
   *
   * @param key where its noise is drawn from
   * @return the mode
   */
  static Mode train(RandomKey key) {
    return new Train(key, true);
  }

  /**
   * Returns the mode of a pass that is random by dropout alone, for Monte-Carlo prediction: batch
   * normalisation answers as in evaluation, so that an example's answer does not depend on its
   * neighbours.
   *
   * @param key where its noise is drawn from
   * @return the mode
   */
  static Mode sample(RandomKey key) {
    return new Train(key, false);
  }

  /**
   * Returns the mode of an evaluating pass.
   *
   * @return the mode
   */
  static Mode eval() {
    return new Eval();
  }

  /**
   * Returns the mode for one part of a model, so that no two parts draw the same noise.
   *
   * @param part which part, for example the position of a layer
   * @return a mode of the same kind, with a key of its own
   */
  default Mode split(long part) {
    return this instanceof Train train
        ? new Train(train.key().split(part), train.batchStatistics())
        : this;
  }
}
