package dojo.train;

import dojo.nn.Layer;

/**
 * A fitted model, and the history of its training.
 *
 * @param model the model after its epoch
 * @param history the scores after every epoch
 * @param epoch which epoch the model is from, counted from 1: the last one, or under early stopping
 *     the best
 */
public record Run(Layer model, History history, int epoch) {

  /**
   * Makes the run of a model that is from the last epoch.
   *
   * @param model the model after the last epoch
   * @param history its scores after every epoch
   */
  public Run(Layer model, History history) {
    this(model, history, history.last().number());
  }

  /**
   * Returns the scores of the model.
   *
   * @return the epoch that the model is from
   */
  public History.Epoch score() {
    return history.upTo(epoch).last();
  }
}
