package dojo.train;

import dojo.data.Examples;
import dojo.nn.Layer;
import dojo.nn.Loss;
import dojo.nn.Mode;
import dojo.tensor.Tensor;

/**
 * How well a model does on a data set.
 *
 * @param loss the mean loss
 * @param error of classes: the fraction of examples put in a wrong one, in {@code [0, 1]}; of
 *     numbers: the root-mean-square error, in their unit
 */
public record Score(double loss, double error) {

  /**
   * Measures a model, in evaluation mode: without noise.
   *
   * @param model the model
   * @param data what to measure it on
   * @param loss what to measure
   * @return its score
   */
  public static Score of(Layer model, Examples<?> data, Loss loss) {
    Tensor output = model.apply(data.x(), Mode.eval());
    return new Score(loss.at(output, data.y()).mean(), data.error(loss.answer(output)));
  }
}
