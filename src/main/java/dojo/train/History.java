package dojo.train;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What happened while training, one entry per epoch that was scored, in order.
 *
 * @param epochs first to last, at least one
 * @param units the units of the scores
 */
public record History(List<Epoch> epochs, Units units) {

  /**
   * The scores after an epoch. All are measured in evaluation mode, so that they can be compared: a
   * training loss with dropout on is the loss of a noisier model.
   *
   * @param number counted from 1
   * @param train on the data that was learned from
   * @param test on data that was never learned from
   * @param watched on further data, by name: see {@link Trainer#watching}
   */
  public record Epoch(int number, Score train, Score test, Map<String, Score> watched) {

    /**
     * Copies the map.
     *
     * @param number as the component says
     * @param train as the component says
     * @param test as the component says
     * @param watched as the component says
     */
    public Epoch {
      watched = Collections.unmodifiableMap(new LinkedHashMap<>(watched));
    }

    /**
     * Makes the scores of an epoch in which nothing else was watched.
     *
     * @param number counted from 1
     * @param train on the data that was learned from
     * @param test on data that was never learned from
     */
    public Epoch(int number, Score train, Score test) {
      this(number, train, test, Map.of());
    }

    private Score watched(String name) {
      Score score = watched.get(name);
      if (score == null) {
        throw new IllegalArgumentException(
            "nothing called \"" + name + "\" was watched, only " + watched.keySet());
      }
      return score;
    }
  }

  /**
   * Copies the list.
   *
   * @param epochs first to last, at least one
   * @param units the units of the scores
   * @throws IllegalArgumentException if it is empty
   */
  public History {
    epochs = List.copyOf(epochs);
    if (epochs.isEmpty()) {
      throw new IllegalArgumentException("a history has at least one epoch, but had none");
    }
  }

  /**
   * Returns the last epoch.
   *
   * @return where training ended
   */
  public Epoch last() {
    return epochs.get(epochs.size() - 1);
  }

  /**
   * Returns the epoch with the lowest test loss.
   *
   * @return where training should have stopped, which is known from the test data only
   */
  public Epoch best() {
    return epochs.stream().min(Comparator.comparingDouble(e -> e.test().loss())).orElseThrow();
  }

  /**
   * Returns the beginning of this history: what a shorter run under the same key shows.
   *
   * @param number of the last epoch that is kept, from 1 to that of {@link #last()}
   * @return the scored epochs up to it
   * @throws IndexOutOfBoundsException if there is no such epoch
   * @throws IllegalArgumentException if none of them was scored
   */
  public History upTo(int number) {
    Objects.checkIndex(number, last().number() + 1);
    return new History(epochs.stream().filter(e -> e.number() <= number).toList(), units);
  }

  /**
   * Returns the loss on the training data after the last epoch.
   *
   * @return the mean loss
   */
  public double trainLoss() {
    return last().train().loss();
  }

  /**
   * Returns the loss on the test data after the last epoch.
   *
   * @return the mean loss
   */
  public double testLoss() {
    return last().test().loss();
  }

  /**
   * Returns the error on the training data after the last epoch.
   *
   * @return of classes the fraction in {@code [0, 1]} whose label was not the first choice, of
   *     numbers the root-mean-square error
   */
  public double trainError() {
    return last().train().error();
  }

  /**
   * Returns the error on the test data after the last epoch.
   *
   * @return of classes the fraction in {@code [0, 1]} whose label was not the first choice, of
   *     numbers the root-mean-square error
   */
  public double testError() {
    return last().test().error();
  }

  /**
   * Returns the loss on the training data after each epoch.
   *
   * @return one number per epoch
   */
  public double[] trainLosses() {
    return each(e -> e.train().loss());
  }

  /**
   * Returns the loss on the test data after each epoch.
   *
   * @return one number per epoch
   */
  public double[] testLosses() {
    return each(e -> e.test().loss());
  }

  /**
   * Returns the error on the training data after each epoch.
   *
   * @return one number per epoch
   */
  public double[] trainErrors() {
    return each(e -> e.train().error());
  }

  /**
   * Returns the error on the test data after each epoch.
   *
   * @return one number per epoch
   */
  public double[] testErrors() {
    return each(e -> e.test().error());
  }

  /**
   * Returns the loss on data that was watched, after each epoch.
   *
   * @param name what the trainer calls the data
   * @return one number per epoch
   * @throws IllegalArgumentException if nothing of that name was watched
   */
  public double[] losses(String name) {
    return each(e -> e.watched(name).loss());
  }

  /**
   * Returns the error on data that was watched, after each epoch.
   *
   * @param name what the trainer calls the data
   * @return one number per epoch
   * @throws IllegalArgumentException if nothing of that name was watched
   */
  public double[] errors(String name) {
    return each(e -> e.watched(name).error());
  }

  private double[] each(ToDoubleFunction<Epoch> value) {
    return epochs.stream().mapToDouble(value).toArray();
  }

  /**
   * Returns this history as a table.
   *
   * @return a row per epoch: epoch, train loss, test loss, train error, test error
   */
  public Table table() {
    return Table.create(
        "history",
        IntColumn.create("epoch", epochs.stream().mapToInt(Epoch::number).toArray()),
        Decimals.column("train loss", trainLosses()),
        Decimals.column("test loss", testLosses()),
        Decimals.column("train error", trainErrors()),
        Decimals.column("test error", testErrors()));
  }
}
