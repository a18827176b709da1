package dojo.train;

import dojo.data.Examples;
import dojo.nn.Layer;
import dojo.nn.Loss;
import dojo.nn.Mode;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a model does on a data set.
 *
 * @param loss the mean loss
 * @param error of classes: the fraction of examples whose label was not the first choice, in {@code
 *     [0, 1]}: 1 if the model answers NaN throughout, whose loss is NaN; of numbers: the
 *     root-mean-square error, in their unit
 */
public record Score(double loss, double error) {

  /** How many numbers of x go through a model at a time; convolutions make hundreds of each. */
  private static final int AT_A_TIME = 1 << 17;

  /**
   * Measures a model, in evaluation mode: without noise.
   *
   * <p>A large set goes through the model in parts, so that intermediate results fit into memory.
   * In evaluation no output depends on other examples, so the score is that of one pass, to the
   * bit.
   *
   * @param model the model
   * @param data what to measure it on
   * @param loss what to measure
   * @return its score
   */
  public static Score of(Layer model, Examples<?> data, Loss loss) {
    Tensor output = output(model, data.x());
    return new Score(loss.mean(output, data.y()), data.error(loss.answer(output)));
  }

  private static Tensor output(Layer model, Tensor x) {
    int n = x.length(0);
    int rows = (int) Math.max(1, (long) AT_A_TIME * n / Math.max(1, x.size()));
    if (n <= rows) {
      return model.apply(x, Mode.eval());
    }
    List<Tensor> parts = new ArrayList<>();
    for (int from = 0; from < n; from += rows) {
      int[] part = IntStream.range(from, Math.min(from + rows, n)).toArray();
      parts.add(model.apply(x.rows(part), Mode.eval()));
    }
    int[] shape = parts.get(0).shape();
    shape[0] = parts.stream().mapToInt(part -> part.length(0)).sum();
    float[] all = new float[Shape.size(shape)];
    int to = 0;
    for (Tensor part : parts) {
      System.arraycopy(part.toArray(), 0, all, to, part.size());
      to += part.size();
    }
    return Tensor.of(all, shape);
  }
}
