package dojo.nn;

import dojo.random.RandomKey;
import java.util.Optional;

/**
 * Says what a forward pass is for, and so whether it may be random.
 *
 * <p>There are three cases. Those that draw noise carry a key, so a training pass without a key
 * does not compile:
 *
 * <pre>{@code
 * model.forward(x, Mode.train(key));  // some units are dropped
 * model.forward(x, Mode.sample(key)); // Monte-Carlo: dropped as in training, all else evaluates
 * model.forward(x, Mode.eval());      // every unit is kept; the output never varies
 * }</pre>
 *
 * <p>A layer does not ask which case it is. A layer that drops asks for the {@link #noise}, which
 * two of the three have; a layer that normalises batches asks {@link #usesBatchStatistics}, which
 * is true of one.
 *
 * <p>PyTorch keeps this in a flag on the model ({@code model.train()}, {@code model.eval()}), where
 * it is easily forgotten. Here it is an argument, visible in each call.
 */
public sealed interface Mode {

  /**
   * A training pass: layers draw noise, and batch normalisation uses the statistics of the batch.
   *
   * @param key where the noise is drawn from: the same key, the same noise
   */
  record Train(RandomKey key) implements Mode {
    @Override
    public Optional<RandomKey> noise() {
      return Optional.of(key);
    }

    @Override
    public boolean usesBatchStatistics() {
      return true;
    }

    @Override
    public Train split(long part) {
      return new Train(key.split(part));
    }
  }

  /**
   * A pass that is random by dropout alone, for Monte-Carlo prediction: batch normalisation uses
   * the statistics of the population, so that an example's answer does not depend on its
   * neighbours.
   *
   * @param key where the noise is drawn from: the same key, the same noise
   */
  record Sample(RandomKey key) implements Mode {
    @Override
    public Optional<RandomKey> noise() {
      return Optional.of(key);
    }

    @Override
    public boolean usesBatchStatistics() {
      return false;
    }

    @Override
    public Sample split(long part) {
      return new Sample(key.split(part));
    }
  }

  /** An evaluating pass: no noise, and the statistics of the population. */
  record Eval() implements Mode {
    @Override
    public Optional<RandomKey> noise() {
      return Optional.empty();
    }

    @Override
    public boolean usesBatchStatistics() {
      return false;
    }

    @Override
    public Eval split(long part) {
      return this;
    }
  }

  /**
   * Returns where layers draw their noise from: the one question of a layer that drops.
   *
   * @return the key of a training or a sampling pass; empty while evaluating
   */
  Optional<RandomKey> noise();

  /**
   * Returns whether batch normalisation uses the mean and variance of the batch instead of those of
   * the population.
   *
   * @return true for a training pass alone
   */
  boolean usesBatchStatistics();

  /**
   * Returns the mode for one part of a model, so that no two parts draw the same noise.
   *
   * @param part which part, for example the position of a layer
   * @return a mode of the same kind, with a key of its own
   */
  Mode split(long part);

  /**
   * Returns the mode of a training pass.
   *
   * @param key where its noise is drawn from
   * @return the mode
   */
  static Mode train(RandomKey key) {
    return new Train(key);
  }

  /**
   * Returns the mode of a pass that is random by dropout alone, for Monte-Carlo prediction.
   *
   * @param key where its noise is drawn from
   * @return the mode
   */
  static Mode sample(RandomKey key) {
    return new Sample(key);
  }

  /**
   * Returns the mode of an evaluating pass.
   *
   * @return the mode
   */
  static Mode eval() {
    return new Eval();
  }
}
