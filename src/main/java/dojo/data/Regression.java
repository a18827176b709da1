package dojo.data;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * Examples and the numbers to predict from them.
 *
 * @param x the examples, {@code [n, …]}
 * @param y the targets, {@code [n, targets]}: any numbers
 */
public record Regression(Tensor x, Tensor y) implements Examples<Regression> {

  /**
   * Checks that there is one row of targets per example.
   *
   * @param x the examples, {@code [n, …]}
   * @param y the targets, {@code [n, targets]}
   * @throws IllegalArgumentException if y is no matrix or the numbers of rows differ
   */
  public Regression {
    int[] shape = y.shape();
    if (shape.length != 2 || x.shape().length == 0 || x.length(0) != shape[0]) {
      throw new IllegalArgumentException(
          "every example needs one row of targets, but the shapes were "
              + Arrays.toString(x.shape())
              + " and "
              + Arrays.toString(shape));
    }
  }

  @Override
  public Regression rows(int... numbers) {
    return new Regression(x.rows(numbers), y.rows(numbers));
  }

  /**
   * Returns the root-mean-square error: {@code √ mean (output − y)²}, over all numbers.
   *
   * @param output the model's output for x, {@code [n, targets]}
   * @return the error in the unit of y; NaN if there are no examples
   * @throws IllegalArgumentException if the shape is not that of y
   */
  @Override
  public double error(Tensor output) {
    if (!Arrays.equals(output.shape(), y.shape())) {
      throw new IllegalArgumentException(
          "outputs and targets must have the same shape, but had "
              + Arrays.toString(output.shape())
              + " and "
              + Arrays.toString(y.shape()));
    }
    float[] answers = Floats.of(output);
    float[] targets = Floats.of(y);
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      double difference = (double) answers[i] - targets[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum / targets.length);
  }

  /**
   * Returns the same examples on other scales, ideally those of the training data.
   *
   * @param ofX the scale of x
   * @param ofY the scale of y
   * @return the examples, in the same order
   * @throws IllegalArgumentException if a scale is of other columns
   */
  public Regression standardised(Standardisation ofX, Standardisation ofY) {
    return new Regression(ofX.apply(x), ofY.apply(y));
  }

  @Override
  public String toString() {
    int targets = y.length(1);
    return size()
        + " examples "
        + Arrays.toString(x.shape())
        + ", "
        + targets
        + (targets == 1 ? " target" : " targets");
  }
}
