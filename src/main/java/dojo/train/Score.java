package dojo.train;

import dojo.data.Dataset;
import dojo.nn.Layer;
import dojo.nn.Loss;
import dojo.nn.Mode;
import dojo.tensor.Tensor;

/**
 * How well a model does on a data set.
 *
 * @param loss the mean loss
 * @param error the fraction of examples put in a wrong class, in {@code [0, 1]}
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
  public static Score of(Layer model, Dataset data, Loss loss) {
    Tensor output = model.apply(data.x(), Mode.eval());
    int[] answers = output.argmaxOfRows();
    int[] labels = data.labels();
    int wrong = 0;
    for (int i = 0; i < labels.length; i++) {
      wrong += answers[i] == labels[i] ? 0 : 1;
    }
    return new Score(loss.at(output, data.y()).mean(), (double) wrong / labels.length);
  }
}
