package dojo.tensor;

import dojo.random.RandomKey;
import java.util.Arrays;
import java.util.Objects;

/**
 * An array of float32 numbers with a shape, which never changes.
 *
 * <p>The numbers lie in one flat array, last axis fastest (row-major, as in NumPy and PyTorch).
 * Every operation returns a new tensor. Two tensors are equal when their shapes are and their
 * numbers are, to the bit: {@code 0.0} and {@code -0.0} differ, {@code NaN} equals {@code NaN}.
 *
 * <p>Not supported: broadcasting, views, integer tensors. A layer that needs more speed than these
 * operations give works on the flat arrays through {@link Floats}.
 */
public final class Tensor {
  final int[] shape;
  final float[] values;

  /** Takes ownership of both arrays. */
  Tensor(float[] values, int[] shape) {
    this.shape = shape;
    this.values = values;
  }

  /** A number for every position. */
  @FunctionalInterface
  public interface Generator {
    /**
     * Returns the number at a position.
     *
     * @param index the position in the flat array
     * @return the number, rounded to float32 by the caller
     */
    double at(int index);
  }

  /** A function of one number. */
  @FunctionalInterface
  public interface Function {
    /**
     * Applies this function.
     *
     * @param value the argument
     * @return the result
     */
    float apply(float value);
  }

  /**
   * Returns a tensor that holds a copy of the values.
   *
   * @param values the numbers, last axis fastest
   * @param shape the length of each axis
   * @return the tensor
   * @throws IllegalArgumentException if the values do not fill the shape
   */
  public static Tensor of(float[] values, int... shape) {
    return Floats.tensor(values.clone(), shape.clone());
  }

  /**
   * Returns the matrix with these rows.
   *
   * @param rows the rows, {@code [n][m]}
   * @return the tensor {@code [n, m]}
   * @throws IllegalArgumentException if the rows differ in length
   */
  public static Tensor ofRows(float[]... rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    float[] values = new float[Shape.size(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new IllegalArgumentException(
            "rows must be equally long, but row 0 has "
                + width
                + " numbers and row "
                + i
                + " has "
                + rows[i].length);
      }
      System.arraycopy(rows[i], 0, values, i * width, width);
    }
    return new Tensor(values, new int[] {rows.length, width});
  }

  /**
   * Returns a tensor with a number computed for every position.
   *
   * @param generator gives the number at each position of the flat array
   * @param shape the length of each axis
   * @return the tensor
   * @throws IllegalArgumentException if a length is negative, or an array cannot hold so many
   *     numbers
   */
  public static Tensor generate(Generator generator, int... shape) {
    float[] values = new float[Shape.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) generator.at(i);
    }
    return new Tensor(values, shape.clone());
  }

  /**
   * Returns a tensor of zeros.
   *
   * @param shape the length of each axis
   * @return the tensor
   * @throws IllegalArgumentException if a length is negative, or an array cannot hold so many
   *     numbers
   */
  public static Tensor zeros(int... shape) {
    return new Tensor(new float[Shape.size(shape)], shape.clone());
  }

  /**
   * Returns a tensor of ones.
   *
   * @param shape the length of each axis
   * @return the tensor
   * @throws IllegalArgumentException if a length is negative, or an array cannot hold so many
   *     numbers
   */
  public static Tensor ones(int... shape) {
    return full(1, shape);
  }

  /**
   * Returns a tensor that holds one number everywhere.
   *
   * @param value the number
   * @param shape the length of each axis
   * @return the tensor
   * @throws IllegalArgumentException if a length is negative, or an array cannot hold so many
   *     numbers
   */
  public static Tensor full(double value, int... shape) {
    return generate(i -> value, shape);
  }

  /**
   * Returns a tensor of independent numbers, uniform in {@code [0, 1)}.
   *
   * <p>Number {@code i} is {@code key.uniform(i)} with the bits that float32 cannot hold cut off,
   * so that no number is rounded up to 1.
   *
   * @param key the source of the numbers
   * @param shape the length of each axis
   * @return the tensor, like {@code torch.rand(shape)}
   * @throws IllegalArgumentException if a length is negative, or an array cannot hold so many
   *     numbers
   */
  public static Tensor uniform(RandomKey key, int... shape) {
    return generate(i -> (key.bits(i) >>> 40) * 0x1.0p-24, shape);
  }

  /**
   * Returns a tensor of independent samples of the standard normal distribution.
   *
   * @param key the source of the numbers
   * @param shape the length of each axis
   * @return the tensor, like {@code torch.randn(shape)}
   * @throws IllegalArgumentException if a length is negative, or an array cannot hold so many
   *     numbers
   */
  public static Tensor normal(RandomKey key, int... shape) {
    return generate(key::normal, shape);
  }

  /**
   * Returns the length of each axis.
   *
   * @return a copy
   */
  public int[] shape() {
    return shape.clone();
  }

  /**
   * Returns the length of one axis.
   *
   * @param axis counted from 0
   * @return the length
   * @throws IllegalArgumentException if there is no such axis
   */
  public int length(int axis) {
    if (axis < 0 || axis >= shape.length) {
      throw new IllegalArgumentException(
          "axis must be in [0, " + shape.length + "), but was " + axis);
    }
    return shape[axis];
  }

  /**
   * Returns how many numbers this tensor holds.
   *
   * @return the product of the lengths
   */
  public int size() {
    return values.length;
  }

  /**
   * Returns the number at a place.
   *
   * @param index one index for each axis
   * @return the number
   * @throws IllegalArgumentException if the indices do not fit the shape
   */
  public float get(int... index) {
    int at = 0;
    boolean inside = index.length == shape.length;
    for (int axis = 0; inside && axis < shape.length; axis++) {
      inside = index[axis] >= 0 && index[axis] < shape[axis];
      at = at * shape[axis] + index[axis];
    }
    if (!inside) {
      throw new IllegalArgumentException(
          "no element " + Arrays.toString(index) + " in shape " + Arrays.toString(shape));
    }
    return values[at];
  }

  /**
   * Returns all numbers, last axis fastest.
   *
   * @return a copy
   */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * Returns the same numbers in another shape.
   *
   * @param newShape the length of each axis, with the same product
   * @return the tensor
   * @throws IllegalArgumentException if the sizes differ
   */
  public Tensor reshape(int... newShape) {
    return Floats.tensor(values, newShape.clone());
  }

  /**
   * Returns some rows of this tensor: those of the given numbers, in that order.
   *
   * @param numbers indices along the first axis; one may come more than once
   * @return {@code [numbers.length, …]}
   * @throws IllegalArgumentException if this has no axes
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Tensor rows(int... numbers) {
    Shape.requireRows(this);
    int[] newShape = shape.clone();
    int stride = shape[0] == 0 ? 0 : values.length / shape[0];
    newShape[0] = numbers.length;
    float[] rows = new float[Shape.size(newShape)];
    for (int i = 0; i < numbers.length; i++) {
      Objects.checkIndex(numbers[i], shape[0]);
      System.arraycopy(values, numbers[i] * stride, rows, i * stride, stride);
    }
    return new Tensor(rows, newShape);
  }

  /**
   * Returns copies of this tensor, one below the other: to pass one input through a layer many
   * times at once.
   *
   * @param copies how many, at least 0
   * @return {@code [copies, …]}, with the shape of this tensor behind the new axis
   * @throws IllegalArgumentException if the number is negative
   */
  public Tensor stacked(int copies) {
    int[] many = new int[shape.length + 1];
    many[0] = copies;
    System.arraycopy(shape, 0, many, 1, shape.length);
    return generate(i -> values[i % values.length], many);
  }

  /**
   * Returns the sum, number by number.
   *
   * @param other of the same shape
   * @return the tensor
   * @throws IllegalArgumentException if the shapes differ
   */
  public Tensor plus(Tensor other) {
    Shape.requireEqual(this, other);
    float[] sum = new float[values.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = values[i] + other.values[i];
    }
    return new Tensor(sum, shape);
  }

  /**
   * Returns the difference, number by number.
   *
   * @param other of the same shape
   * @return the tensor
   * @throws IllegalArgumentException if the shapes differ
   */
  public Tensor minus(Tensor other) {
    Shape.requireEqual(this, other);
    float[] difference = new float[values.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = values[i] - other.values[i];
    }
    return new Tensor(difference, shape);
  }

  /**
   * Returns the product, number by number.
   *
   * @param other of the same shape
   * @return the tensor
   * @throws IllegalArgumentException if the shapes differ
   */
  public Tensor times(Tensor other) {
    Shape.requireEqual(this, other);
    float[] product = new float[values.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = values[i] * other.values[i];
    }
    return new Tensor(product, shape);
  }

  /**
   * Returns this tensor with every number multiplied.
   *
   * @param factor the number to multiply by; the product is rounded to float32 once
   * @return the tensor
   */
  public Tensor times(double factor) {
    float[] product = new float[values.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = (float) (values[i] * factor);
    }
    return new Tensor(product, shape);
  }

  /**
   * Returns the results of a function of every number.
   *
   * @param function applied to each number by itself
   * @return the tensor
   */
  public Tensor map(Function function) {
    float[] results = new float[values.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = function.apply(values[i]);
    }
    return new Tensor(results, shape);
  }

  /**
   * Returns the matrix product.
   *
   * @param other {@code [k, m]}, where this is {@code [n, k]}
   * @return {@code [n, m]}
   * @throws IllegalArgumentException if the shapes do not fit, or the product is too large
   */
  public Tensor matmul(Tensor other) {
    Shape.requireInner(this, 1, other, 0);
    float[] product = new float[Shape.size(shape[0], other.shape[1])];
    new Product(false, false, shape[0], other.shape[1], shape[1], values, other.values, product)
        .add();
    return new Tensor(product, new int[] {shape[0], other.shape[1]});
  }

  /**
   * Returns the matrix with rows and columns exchanged.
   *
   * @return {@code [m, n]}, where this is {@code [n, m]}
   * @throws IllegalArgumentException if this is not a matrix
   */
  public Tensor transpose() {
    Shape.requireMatrix(this);
    int n = shape[0];
    int m = shape[1];
    return generate(i -> values[i % n * m + i / n], m, n);
  }

  /**
   * Returns the sum of all numbers, added in order.
   *
   * @return the sum, in float64
   */
  public double sum() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * Returns the mean of all numbers.
   *
   * @return the mean, in float64; NaN if there are none
   */
  public double mean() {
    return sum() / values.length;
  }

  /**
   * Returns the variance of all numbers.
   *
   * @return the mean square distance from the mean, in float64; NaN if there are none
   */
  public double variance() {
    double mean = mean();
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }

  /**
   * Returns the mean of each column of a matrix.
   *
   * @return {@code [columns]}, where this is {@code [rows, columns]}: summed in float64, first row
   *     to last, and rounded once; NaN if there are no rows
   * @throws IllegalArgumentException if this is not a matrix
   */
  public Tensor columnMeans() {
    double[] means = meansOfColumns();
    return generate(j -> means[j], shape[1]);
  }

  /**
   * Returns the variance of each column of a matrix.
   *
   * @return {@code [columns]}, where this is {@code [rows, columns]}: the mean square distance from
   *     the mean of the column, summed in float64, first row to last, and rounded once; NaN if
   *     there are no rows
   * @throws IllegalArgumentException if this is not a matrix
   */
  public Tensor columnVariances() {
    double[] means = meansOfColumns();
    double[] sums = new double[shape[1]];
    for (int i = 0; i < values.length; i++) {
      double distance = values[i] - means[i % sums.length];
      sums[i % sums.length] += distance * distance;
    }
    return generate(j -> sums[j] / shape[0], shape[1]);
  }

  private double[] meansOfColumns() {
    Shape.requireMatrix(this);
    double[] means = new double[shape[1]];
    for (int i = 0; i < values.length; i++) {
      means[i % means.length] += values[i];
    }
    for (int j = 0; j < means.length; j++) {
      means[j] /= shape[0];
    }
    return means;
  }

  /**
   * Returns where each row of a matrix has its largest number: the predicted class of a classifier.
   *
   * @return one column index per row; the first of equals, and of a row with NaN the first NaN, as
   *     in NumPy
   * @throws IllegalArgumentException if this is not a matrix, or its rows have no numbers
   */
  public int[] argmaxOfRows() {
    Shape.requireMatrix(this);
    if (shape[0] > 0 && shape[1] == 0) {
      throw new IllegalArgumentException(
          "a row without numbers has no largest one, but the shape was " + Arrays.toString(shape));
    }
    int[] best = new int[shape[0]];
    for (int i = 0; i < best.length; i++) {
      int start = i * shape[1];
      for (int j = 1; j < shape[1]; j++) {
        float largest = values[start + best[i]];
        float value = values[start + j];
        if (value > largest || (Float.isNaN(value) && !Float.isNaN(largest))) {
          best[i] = j;
        }
      }
    }
    return best;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Tensor t
        && Arrays.equals(shape, t.shape)
        && Arrays.equals(values, t.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  /** Returns the shape and the numbers in rows, four decimals each; long axes are shortened. */
  @Override
  public String toString() {
    return TensorText.of(this);
  }
}
