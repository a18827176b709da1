package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * The loss of regression: {@code (y − t)²}, averaged over all numbers of the batch.
 *
 * <p>The gradient is 2·(y − t) / n for n numbers. The mean is over outputs and examples, as in
 * PyTorch and Keras; many books take half of it.
 */
public record MeanSquare() implements Loss {

  /**
   * {@inheritDoc}
   *
   * @param output the output of the model, {@code […]}
   * @param target the targets, of the same shape
   */
  @Override
  public Value at(Tensor output, Tensor target) {
    if (!Arrays.equals(output.shape(), target.shape())) {
      throw new IllegalArgumentException(
          "outputs and targets must have the same shape, but had "
              + Arrays.toString(output.shape())
              + " and "
              + Arrays.toString(target.shape()));
    }
    float[] y = Floats.of(output);
    float[] t = Floats.of(target);
    float[] gradient = new float[y.length];
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double error = (double) y[i] - t[i];
      sum += error * error;
      gradient[i] = (float) (2 * error / y.length);
    }
    return new Value(sum / y.length, Floats.like(output, gradient));
  }

  @Override
  public String unit() {
    return "squared unit of the targets";
  }

  @Override
  public String toString() {
    return "mean square error";
  }
}
