package dojo.train;

import dojo.data.Examples;
import dojo.nn.Layer;
import dojo.nn.Loss;

/**
 * Stops training when the loss on validation data has not become smaller for a while, and returns
 * the model that had the smallest.
 *
 * <pre>{@code
 * Trainer.ofClassifier(60).withStopping(new EarlyStopping(validation, 5)).fit(model, train, test, key)
 * }</pre>
 *
 * <p>The validation data must be part of neither the training nor the test data: if training stops
 * by the test data, the reported test loss has been selected.
 *
 * @param validation what to measure after every epoch
 * @param patience after how many epochs without a smaller loss to stop, at least 1
 * @see <a href="https://doi.org/10.1007/3-540-49430-8_3">Prechelt (1998)</a>
 */
public record EarlyStopping(Examples<?> validation, int patience) {

  /**
   * Checks the range.
   *
   * @param validation what to measure after every epoch
   * @param patience after how many epochs without a smaller loss to stop, at least 1
   * @throws IllegalArgumentException if the patience is below 1
   */
  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException("patience must be at least 1 epoch, but was " + patience);
    }
  }

  /**
   * The best model so far.
   *
   * @param model the model
   * @param epoch after which epoch, counted from 1; 0 before the first
   * @param loss its loss on the validation data
   */
  record Best(Layer model, int epoch, double loss) {}

  /** Returns what is best before the first epoch: worse than anything. */
  Best start(Layer model) {
    return new Best(model, 0, Double.POSITIVE_INFINITY);
  }

  /** Returns what is best after an epoch; the earlier of equals, and NaN only if it is first. */
  Best after(Best before, int epoch, Layer model, Loss loss) {
    double found = Score.of(model, validation, loss).loss();
    return found < before.loss || before.epoch == 0
        ? new Best(model, epoch, Double.isNaN(found) ? Double.POSITIVE_INFINITY : found)
        : before;
  }

  /** Returns whether patience has run out. */
  boolean ends(Best best, int epoch) {
    return epoch - best.epoch >= patience;
  }
}
