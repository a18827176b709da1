package dojo.train;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What happened while training, one entry per epoch, in order.
 *
 * @param epochs first to last, at least one
 * @param units what the scores are counted in
 */
public record History(List<Epoch> epochs, Units units) {

  /**
   * The scores after an epoch. Both are measured in evaluation mode, so that they can be compared:
   * a training loss with dropout on is the loss of a noisier model.
   *
   * @param number counted from 1
   * @param train on the data that was learned from
   * @param test on data that was never learned from
   */
  public record Epoch(int number, Score train, Score test) {}

  /**
   * Copies the list.
   *
   * @param epochs first to last, at least one
   * @param units what the scores are counted in
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
   * @return where training should have stopped, as only those know who look at the test data
   */
  public Epoch best() {
    return epochs.stream().min(Comparator.comparingDouble(e -> e.test().loss())).orElseThrow();
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
   * @return of classes the fraction in {@code [0, 1]} that is wrong, of numbers the
   *     root-mean-square error
   */
  public double trainError() {
    return last().train().error();
  }

  /**
   * Returns the error on the test data after the last epoch.
   *
   * @return of classes the fraction in {@code [0, 1]} that is wrong, of numbers the
   *     root-mean-square error
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
