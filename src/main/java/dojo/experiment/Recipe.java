package dojo.experiment;

import dojo.data.Dataset;
import dojo.dropout.DropRate;
import dojo.dropout.Dropout;
import dojo.nn.Layer;
import dojo.nn.Linear;
import dojo.nn.Relu;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import dojo.train.History;
import dojo.train.Run;
import dojo.train.Trainer;
import dojo.words.Words;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The experiment that the course comes back to: few examples, some with a wrong label, and a net
 * wide enough to learn them by heart.
 *
 * <p>The net has two equal hidden layers of ReLUs, with dropout after each; the trainer is {@link
 * Trainer#ofClassifier}. Change one ingredient at a time:
 *
 * <pre>{@code
 * Recipe recipe = Recipe.headline(OptDigits.train(), OptDigits.test());
 * Run without = recipe.run(key);
 * Run with = recipe.withRate(0.5).run(key); // same data, same initial weights, same batches
 * }</pre>
 *
 * @param train where the training examples are drawn from
 * @param test what is measured, never learned from
 * @param examples how many training examples
 * @param labelNoise which fraction of them gets a wrong label
 * @param width units in each hidden layer
 * @param epochs passes through the training examples
 * @param rate the probability of dropping a hidden unit
 */
public record Recipe(
    Dataset train,
    Dataset test,
    int examples,
    double labelNoise,
    int width,
    int epochs,
    DropRate rate) {

  private static final String MISLABELLED = "mislabelled training examples";

  /**
   * Returns the headline experiment, still without dropout: 1,000 examples, 10 % of them
   * mislabelled, two layers of 256 units, 60 epochs.
   *
   * @param train where the training examples are drawn from
   * @param test what is measured
   * @return the recipe
   */
  public static Recipe headline(Dataset train, Dataset test) {
    return new Recipe(train, test, 1000, 0.1, 256, 60, new DropRate(0));
  }

  /**
   * Returns this recipe with another drop probability.
   *
   * @param p the probability of dropping a hidden unit, in {@code [0, 1]}
   * @return the new recipe
   * @throws IllegalArgumentException if p is outside {@code [0, 1]} or NaN
   */
  public Recipe withRate(double p) {
    return new Recipe(train, test, examples, labelNoise, width, epochs, new DropRate(p));
  }

  /**
   * Returns this recipe with another number of training examples.
   *
   * @param number how many, a multiple of the number of classes
   * @return the new recipe
   */
  public Recipe withExamples(int number) {
    return new Recipe(train, test, number, labelNoise, width, epochs, rate);
  }

  /**
   * Returns this recipe with another amount of label noise.
   *
   * @param fraction of the training examples, in {@code [0, 1]}
   * @return the new recipe
   */
  public Recipe withLabelNoise(double fraction) {
    return new Recipe(train, test, examples, fraction, width, epochs, rate);
  }

  /**
   * Returns this recipe with hidden layers of another width.
   *
   * @param units in each hidden layer
   * @return the new recipe
   */
  public Recipe withWidth(int units) {
    return new Recipe(train, test, examples, labelNoise, units, epochs, rate);
  }

  /**
   * Returns this recipe with another number of epochs.
   *
   * @param number passes through the training examples
   * @return the new recipe
   */
  public Recipe withEpochs(int number) {
    return new Recipe(train, test, examples, labelNoise, width, number, rate);
  }

  /**
   * Draws the training examples and their label noise.
   *
   * @param key decides which, whatever the drop rate
   * @return the examples, every class equally often before the noise
   */
  public Dataset data(RandomKey key) {
    return train
        .stratified(examples, key.split("subset"))
        .withLabelNoise(labelNoise, key.split("noise"));
  }

  /**
   * Returns the training examples that got a wrong label, with that label.
   *
   * @param key as for {@link #data}
   * @return some rows of the data
   */
  public Dataset mislabelled(RandomKey key) {
    Dataset data = data(key);
    return data.rows(data.mislabelled(withLabelNoise(0).data(key)));
  }

  /**
   * Returns the examples that were left out when the training examples were drawn, with their right
   * labels: to measure on what comes from the same source.
   *
   * @param key as for {@link #data}
   * @return all other examples, in random order
   */
  public Dataset unused(RandomKey key) {
    return train.stratifiedSplit(examples, key.split("subset")).heldOut();
  }

  /**
   * Makes the net before training.
   *
   * @param key its initial weights are drawn from it, whatever the drop rate
   * @return the net
   */
  public Sequential net(RandomKey key) {
    RandomKey init = key.split("init");
    int inputs = train.x().length(1);
    return Sequential.of(
        Linear.he(inputs, width, init.split(0)),
        new Relu(),
        new Dropout(rate),
        Linear.he(width, width, init.split(1)),
        new Relu(),
        new Dropout(rate),
        Linear.he(width, train.classes(), init.split(2)).scaled(0.5));
  }

  /**
   * Trains the net.
   *
   * @param key the only source of randomness: under one key, two recipes that differ in the drop
   *     rate see the same examples, initial weights and batches
   * @return the run
   */
  public Run run(RandomKey key) {
    return run(net(key), key);
  }

  /**
   * Trains another net on the same examples, in the same batches. If labels are wrong, the net is
   * asked about them after every epoch: see {@link #recited}.
   *
   * @param net where to start
   * @param key as in the other method
   * @return the run
   */
  public Run run(Layer net, RandomKey key) {
    return fit(Trainer.ofClassifier(epochs), net, key);
  }

  /**
   * Trains the net, and scores it after the last epoch only: the same net as that of {@link
   * #run(RandomKey)}, in little more than half the time, for an experiment that draws no curve.
   *
   * @param key as in the other method
   * @return the run, whose history has one epoch
   */
  public Run runScoredOnce(RandomKey key) {
    return runScoredOnce(net(key), key);
  }

  /**
   * Trains another net on the same examples, in the same batches, and scores it after the last
   * epoch only.
   *
   * @param net where to start
   * @param key as in the other methods
   * @return the run, whose history has one epoch
   */
  public Run runScoredOnce(Layer net, RandomKey key) {
    return fit(Trainer.ofClassifier(epochs).withScoredEvery(epochs), net, key);
  }

  private Run fit(Trainer trainer, Layer net, RandomKey key) {
    Dataset wrong = mislabelled(key);
    return (wrong.size() == 0 ? trainer : trainer.watching(MISLABELLED, wrong))
        .fit(net, data(key), test, key);
  }

  /**
   * Returns which share of the wrong labels a net answered, after each epoch of its run. A net that
   * reads well disagrees with a wrong label, and what it answers nevertheless it has learned by
   * heart; among ten classes, a net that knows nothing answers one in ten by chance.
   *
   * @param history of a run of a recipe with label noise
   * @return one number per epoch, in {@code [0, 1]}
   * @throws IllegalArgumentException if no label was wrong
   */
  public static double[] recited(History history) {
    return DoubleStream.of(history.errors(MISLABELLED)).map(error -> 1 - error).toArray();
  }

  /**
   * Returns this recipe in words.
   *
   * @param language of the words
   * @return its numbers, in a line
   */
  public String text(Locale language) {
    Words words = Words.of(Recipe.class, language);
    String setUp = words.say("recipe", examples, 100 * labelNoise, width, epochs);
    return rate.p() == 0 ? setUp : words.say("recipe-with-dropout", setUp, rate.p());
  }

  /** Returns this recipe in the language of this program's surroundings. */
  @Override
  public String toString() {
    return text(Words.surroundings());
  }
}
