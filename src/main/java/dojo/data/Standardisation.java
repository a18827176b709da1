package dojo.data;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * A scale on which every column of the training data has mean 0 and standard deviation 1.
 *
 * <p>It is measured once, on the training data alone, and then applied to all data: a scale that is
 * measured on test data leaks information about them.
 *
 * <pre>{@code
 * Standardisation scale = Standardisation.of(train.x());
 * Tensor x = scale.apply(test.x()); // (x − mean) / sd, column by column
 * }</pre>
 *
 * @param mean the mean of each column, {@code […]}
 * @param sd the standard deviation of each column, with n in the denominator, {@code […]}; 1 for a
 *     column that never varies, which is therefore shifted only
 */
public record Standardisation(Tensor mean, Tensor sd) {

  /**
   * Checks that the numbers make a scale.
   *
   * @param mean the mean of each column, {@code […]}
   * @param sd the standard deviation of each column, with n in the denominator, {@code […]}
   * @throws IllegalArgumentException if the shapes differ, a mean is not finite or a standard
   *     deviation not above 0
   */
  public Standardisation {
    boolean valid = Arrays.equals(mean.shape(), sd.shape());
    for (int i = 0; valid && i < mean.size(); i++) {
      float m = Floats.of(mean)[i];
      float s = Floats.of(sd)[i];
      valid = Math.abs(m) <= Float.MAX_VALUE && s > 0 && s <= Float.MAX_VALUE; // false for NaN too
    }
    if (!valid) {
      throw new IllegalArgumentException(
          "a scale needs for every column a finite mean and a finite standard deviation above 0,"
              + " but had "
              + mean
              + " and "
              + sd);
    }
  }

  /**
   * Measures the columns of some data.
   *
   * @param train the training data, {@code [n, …]}, n ≥ 1
   * @return their scale
   * @throws IllegalArgumentException if there are no rows, or a number is not finite
   */
  public static Standardisation of(Tensor train) {
    int n = train.shape().length == 0 ? 0 : train.length(0);
    if (n < 1) {
      throw new IllegalArgumentException(
          "a scale is measured on at least 1 row, but the shape was "
              + Arrays.toString(train.shape()));
    }
    int columns = train.size() / n;
    float[] values = Floats.of(train);
    float[] mean = new float[columns];
    float[] sd = new float[columns];
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      boolean varies = false;
      for (int i = j; i < values.length; i += columns) {
        sum += values[i];
        varies |= values[i] != values[j];
      }
      double squares = 0;
      for (int i = j; i < values.length; i += columns) {
        squares += (values[i] - sum / n) * (values[i] - sum / n);
      }
      mean[j] = (float) (sum / n);
      sd[j] = varies ? (float) Math.sqrt(squares / n) : 1;
    }
    int[] shape = Arrays.copyOfRange(train.shape(), 1, train.shape().length);
    return new Standardisation(Floats.tensor(mean, shape), Floats.tensor(sd, shape.clone()));
  }

  /**
   * Returns data on this scale: {@code (data − mean) / sd}.
   *
   * @param data {@code [m, …]}, with the columns this was measured on
   * @return of the same shape
   * @throws IllegalArgumentException if the columns are others
   */
  public Tensor apply(Tensor data) {
    requireColumns(data);
    float[] v = Floats.of(data);
    float[] m = Floats.of(mean);
    float[] s = Floats.of(sd);
    float[] scaled = new float[v.length];
    for (int i = 0; i < v.length; i++) {
      scaled[i] = (float) (((double) v[i] - m[i % m.length]) / s[i % s.length]);
    }
    return Floats.like(data, scaled);
  }

  /**
   * Returns data on their original scale: {@code scaled · sd + mean}.
   *
   * @param scaled {@code [m, …]}, with the columns this was measured on
   * @return of the same shape
   * @throws IllegalArgumentException if the columns are others
   */
  public Tensor undo(Tensor scaled) {
    requireColumns(scaled);
    float[] v = Floats.of(scaled);
    float[] m = Floats.of(mean);
    float[] s = Floats.of(sd);
    float[] data = new float[v.length];
    for (int i = 0; i < v.length; i++) {
      data[i] = (float) ((double) v[i] * s[i % s.length] + m[i % m.length]);
    }
    return Floats.like(scaled, data);
  }

  private void requireColumns(Tensor data) {
    int[] shape = data.shape();
    if (shape.length == 0
        || !Arrays.equals(Arrays.copyOfRange(shape, 1, shape.length), mean.shape())) {
      throw new IllegalArgumentException(
          "this scale is for rows of shape "
              + Arrays.toString(mean.shape())
              + ", but the data were "
              + Arrays.toString(shape));
    }
  }
}
