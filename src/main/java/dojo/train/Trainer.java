package dojo.train;

import dojo.data.Examples;
import dojo.nn.Layer;
import dojo.nn.Loss;
import dojo.nn.MeanSquare;
import dojo.nn.Mode;
import dojo.nn.Objective;
import dojo.nn.SoftmaxCrossEntropy;
import dojo.optim.Adam;
import dojo.optim.Optimizer;
import dojo.random.RandomKey;
import dojo.tensor.Cores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * Fits a model to data. A run is a pure function of its key: the same key, the same weights, to the
 * bit.
 *
 * @param loss what to measure
 * @param objective what to minimise: the loss, or the loss and more
 * @param optimizer makes the steps
 * @param batchSize examples per step, at least 1
 * @param epochs passes through the training data, at least 1
 * @param stopping when to stop before the last of them, if ever
 * @param watched what else to measure whenever it measures, by name
 * @param scoredEvery after every how many epochs it measures; always after the last
 */
public record Trainer(
    Loss loss,
    Objective objective,
    Optimizer optimizer,
    int batchSize,
    int epochs,
    Optional<EarlyStopping> stopping,
    Map<String, Examples<?>> watched,
    int scoredEvery) {

  /**
   * Copies the map and checks the ranges.
   *
   * @param loss what to measure
   * @param objective what to minimise
   * @param optimizer makes the steps
   * @param batchSize examples per step, at least 1
   * @param epochs passes through the training data, at least 1
   * @param stopping when to stop before the last of them, if ever
   * @param watched as the component says
   * @param scoredEvery as the component says
   * @throws IllegalArgumentException if a number is below 1, or a trainer that stops early does not
   *     measure every epoch
   */
  public Trainer {
    if (batchSize < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "batch size and epochs must be at least 1, but were " + batchSize + " and " + epochs);
    }
    if (scoredEvery < 1 || (scoredEvery > 1 && stopping.isPresent())) {
      throw new IllegalArgumentException(
          "a trainer scores every epoch or every so many, and every one if it stops early, but had "
              + scoredEvery);
    }
    watched = Collections.unmodifiableMap(new LinkedHashMap<>(watched));
  }

  /**
   * Makes a trainer that never stops early.
   *
   * @param loss what to minimise and to measure
   * @param optimizer makes the steps
   * @param batchSize examples per step, at least 1
   * @param epochs passes through the training data, at least 1
   * @throws IllegalArgumentException if a number is below 1
   */
  public Trainer(Loss loss, Optimizer optimizer, int batchSize, int epochs) {
    this(loss, loss, optimizer, batchSize, epochs, Optional.empty(), Map.of(), 1);
  }

  /**
   * Returns the trainer of classifiers that the course uses: cross-entropy, Adam with a learning
   * rate of 0.001, batches of 50.
   *
   * @param epochs passes through the training data, at least 1
   * @return the trainer
   * @throws IllegalArgumentException if there are no epochs
   */
  public static Trainer ofClassifier(int epochs) {
    return new Trainer(new SoftmaxCrossEntropy(), Adam.of(1e-3), 50, epochs);
  }

  /**
   * Returns the trainer of regressions: mean square, Adam with a learning rate of 0.001, batches of
   * 50.
   *
   * @param epochs passes through the training data, at least 1
   * @return the trainer
   * @throws IllegalArgumentException if there are no epochs
   */
  public static Trainer ofRegression(int epochs) {
    return new Trainer(new MeanSquare(), Adam.of(1e-3), 50, epochs);
  }

  /**
   * Returns this trainer with another objective; what it measures is still its loss.
   *
   * <pre>{@code
   * Trainer.ofClassifier(60).withObjective(new RDrop(1)) // two passes a step
   * }</pre>
   *
   * @param other what to minimise
   * @return the new trainer
   */
  public Trainer withObjective(Objective other) {
    return new Trainer(loss, other, optimizer, batchSize, epochs, stopping, watched, scoredEvery);
  }

  /**
   * Returns this trainer with another optimizer.
   *
   * @param other the optimizer
   * @return the new trainer
   */
  public Trainer withOptimizer(Optimizer other) {
    return new Trainer(loss, objective, other, batchSize, epochs, stopping, watched, scoredEvery);
  }

  /**
   * Returns this trainer with early stopping.
   *
   * @param rule when to stop, and which model to return
   * @return the new trainer
   */
  public Trainer withStopping(EarlyStopping rule) {
    return new Trainer(
        loss, objective, optimizer, batchSize, epochs, Optional.of(rule), watched, scoredEvery);
  }

  /**
   * Returns this trainer with more to measure after every epoch. What is watched changes nothing in
   * the run.
   *
   * <pre>{@code
   * Run run = Trainer.ofClassifier(60).watching("wrong labels", wrong).fit(net, train, test, key);
   * double[] errors = run.history().errors("wrong labels");
   * }</pre>
   *
   * @param name what to call it
   * @param data what to measure the model on
   * @return the new trainer
   * @throws IllegalArgumentException if something else already has the name
   */
  public Trainer watching(String name, Examples<?> data) {
    Map<String, Examples<?>> more = new LinkedHashMap<>(watched);
    if (more.put(name, data) != null) {
      throw new IllegalArgumentException("\"" + name + "\" is already watched: take another name");
    }
    return new Trainer(loss, objective, optimizer, batchSize, epochs, stopping, more, scoredEvery);
  }

  /**
   * Returns this trainer, measuring less often: where measuring takes as long as training. It
   * changes nothing in the run but the history, which has the epochs that were scored.
   *
   * @param number after every how many epochs to measure, at least 1; the last is always measured
   * @return the new trainer
   * @throws IllegalArgumentException if the number is below 1, or above 1 in a trainer that stops
   *     early
   */
  public Trainer withScoredEvery(int number) {
    return new Trainer(loss, objective, optimizer, batchSize, epochs, stopping, watched, number);
  }

  /**
   * Returns the model after training, and its scores after every epoch; under early stopping the
   * model of the best epoch, and the scores of all.
   *
   * @param model where to start
   * @param train what to learn from
   * @param test what to measure, never learned from
   * @param key the order of the examples is drawn from its child "batches", dropout masks from its
   *     child "masks", those of a pass that measures the population of batch normalisation from its
   *     child "calibration": two models under one key see the same batches
   * @return the run
   * @throws IllegalArgumentException if the optimizer has a schedule without a learning rate for
   *     one of the steps, before the first is made
   * @throws CancellationException if the thread is interrupted, as by a notebook's stop button
   */
  public Run fit(Layer model, Examples<?> train, Examples<?> test, RandomKey key) {
    return run(model, train, test, key, epoch -> UnaryOperator.identity());
  }

  /**
   * Returns the model after training with something changed before every epoch, such as its drop
   * rates, and its scores after every epoch.
   *
   * <pre>{@code
   * trainer.fit(model, train, test, key, Rates.following(RateSchedule.early(0.5, 20), 60));
   * }</pre>
   *
   * @param model where to start
   * @param train what to learn from
   * @param test what to measure, never learned from
   * @param key as in the other method
   * @param beforeEpoch given the number of the epoch, from 1, turns the model into the one that is
   *     trained on, with parameters of the same shapes. It is asked for every epoch, and tried on
   *     the untrained model, before the first step, so that what fails in epoch 90 loses nothing
   * @return the run
   * @throws IllegalArgumentException if the optimizer has a schedule without a learning rate for
   *     one of the steps, or a change before an epoch gives parameters of other shapes, before the
   *     first is made
   * @throws CancellationException if the thread is interrupted, as by a notebook's stop button
   */
  public Run fit(
      Layer model,
      Examples<?> train,
      Examples<?> test,
      RandomKey key,
      IntFunction<UnaryOperator<Layer>> beforeEpoch) {
    requireChanges(model, beforeEpoch);
    return run(model, train, test, key, beforeEpoch);
  }

  private Run run(
      Layer model,
      Examples<?> train,
      Examples<?> test,
      RandomKey key,
      IntFunction<UnaryOperator<Layer>> beforeEpoch) {
    try (Ticker ticker = Ticker.of("epochs", epochs)) {
      return run(model, train, test, key, beforeEpoch, ticker);
    }
  }

  private Run run(
      Layer model,
      Examples<?> train,
      Examples<?> test,
      RandomKey key,
      IntFunction<UnaryOperator<Layer>> beforeEpoch,
      Ticker ticker) {
    long batches = (train.size() + batchSize - 1L) / batchSize;
    optimizer.requireSteps((int) Math.min(this.epochs * batches, Integer.MAX_VALUE));
    List<History.Epoch> epochs = new ArrayList<>();
    Layer fitted = model;
    Optimizer.State state = optimizer.start(model.parameters());
    Optional<EarlyStopping.Best> best = stopping.map(rule -> rule.start(model));
    for (int epoch = 1; epoch <= this.epochs; epoch++) {
      fitted = beforeEpoch.apply(epoch).apply(fitted);
      for (Examples<?> batch : train.batches(batchSize, key.split("batches").split(epoch))) {
        Mode mode = Mode.train(key.split("masks").split(state.steps()));
        Optimizer.Step step = step(fitted, batch, mode, state);
        fitted = fitted.withParameters(step.parameters());
        state = step.state();
        Cores.requireNoInterrupt("epoch " + epoch + " of the training");
      }
      if (fitted.needsCalibration()) {
        fitted = fitted.calibrated(train.x(), Mode.train(key.split("calibration").split(epoch)));
      }
      if (epoch % scoredEvery == 0 || epoch == this.epochs) {
        epochs.add(scores(epoch, fitted, train, test));
      }
      ticker.done(epoch);
      if (stopping.isPresent()) {
        EarlyStopping rule = stopping.get();
        EarlyStopping.Best after = rule.after(best.orElseThrow(), epoch, fitted, loss);
        best = Optional.of(after);
        if (rule.ends(after, epoch)) {
          break;
        }
      }
    }
    Layer last = fitted;
    History history = new History(epochs, Units.of(loss, test));
    return best.map(b -> new Run(b.model(), history, b.epoch()))
        .orElseGet(() -> new Run(last, history));
  }

  /** Tries on the untrained model what is to be done before each epoch. */
  private void requireChanges(Layer model, IntFunction<UnaryOperator<Layer>> beforeEpoch) {
    Layer changed = model;
    for (int epoch = 1; epoch <= epochs; epoch++) {
      changed = beforeEpoch.apply(epoch).apply(changed);
      if (!shapes(changed).equals(shapes(model))) {
        throw new IllegalArgumentException(
            "what is changed before an epoch must leave the parameters their shapes, "
                + shapes(model)
                + ", but before epoch "
                + epoch
                + " they became "
                + shapes(changed)
                + ": fit the new model in a run of its own");
      }
    }
  }

  private static List<String> shapes(Layer model) {
    return model.parameters().stream().map(w -> Arrays.toString(w.shape())).toList();
  }

  private History.Epoch scores(int epoch, Layer model, Examples<?> train, Examples<?> test) {
    Map<String, Score> others = new LinkedHashMap<>();
    watched.forEach((name, data) -> others.put(name, Score.of(model, data, loss)));
    return new History.Epoch(
        epoch, Score.of(model, train, loss), Score.of(model, test, loss), others);
  }

  /** The gradient of the objective, and a step against it. */
  private Optimizer.Step step(Layer model, Examples<?> batch, Mode mode, Optimizer.State state) {
    Objective.Result result = objective.on(model, batch.x(), batch.y(), mode);
    return optimizer.step(model.parameters(), result.gradients(), state);
  }
}
