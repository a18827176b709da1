package dojo.tensor;

import java.util.Arrays;

/**
 * The matrix products of linear and recurrent layers.
 *
 * <p>They are named after what they compute, and none of them makes a transposed copy.
 */
public final class MatMul {
  private MatMul() {}

  /**
   * Returns {@code x·w + b}, the chain of each sum started from the bias.
   *
   * @param x {@code [batch, in]}
   * @param w {@code [in, out]}
   * @param b {@code [out]}
   * @return {@code [batch, out]}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static Tensor affine(Tensor x, Tensor w, Tensor b) {
    Shape.requireInner(x, 1, w, 0);
    int batch = x.shape[0];
    int out = w.shape[1];
    Shape.requireLike(b, out);
    float[] y = rows(batch, b.values);
    new Product(false, false, batch, out, w.shape[0], x.values, w.values, y).add();
    return new Tensor(y, new int[] {batch, out});
  }

  /** Returns a matrix of equal rows. */
  private static float[] rows(int rows, float[] row) {
    float[] matrix = new float[Shape.size(rows, row.length)];
    for (int at = 0; at < matrix.length; at += row.length) {
      System.arraycopy(row, 0, matrix, at, row.length);
    }
    return matrix;
  }

  /**
   * Returns {@code wᵀ·x + b}, the chain of each sum started from the bias: {@link #affine} where
   * the examples are columns.
   *
   * @param x {@code [in, batch]}
   * @param w {@code [in, out]}
   * @param b {@code [out]}
   * @return {@code [out, batch]}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static Tensor affineOfColumns(Tensor x, Tensor w, Tensor b) {
    Shape.requireInner(x, 0, w, 0);
    int batch = x.shape[1];
    int out = w.shape[1];
    Shape.requireLike(b, out);
    float[] y = new float[Shape.size(out, batch)];
    for (int i = 0; i < out; i++) {
      Arrays.fill(y, i * batch, (i + 1) * batch, b.values[i]);
    }
    new Product(true, false, out, batch, w.shape[0], w.values, x.values, y).add();
    return new Tensor(y, new int[] {out, batch});
  }

  /**
   * Returns {@code start + x·w}, the chain of each sum started from the start.
   *
   * @param start {@code [batch, out]}
   * @param x {@code [batch, in]}
   * @param w {@code [in, out]}
   * @return {@code [batch, out]}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static Tensor plus(Tensor start, Tensor x, Tensor w) {
    Shape.requireInner(x, 1, w, 0);
    int batch = x.shape[0];
    int out = w.shape[1];
    Shape.requireLike(start, batch, out);
    float[] y = start.values.clone();
    new Product(false, false, batch, out, w.shape[0], x.values, w.values, y).add();
    return new Tensor(y, new int[] {batch, out});
  }

  /**
   * Returns {@code g·wᵀ}.
   *
   * @param g {@code [batch, out]}
   * @param w {@code [in, out]}
   * @return {@code [batch, in]}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static Tensor timesTransposed(Tensor g, Tensor w) {
    Shape.requireInner(g, 1, w, 1);
    int batch = g.shape[0];
    int in = w.shape[0];
    float[] product = new float[Shape.size(batch, in)];
    new Product(false, true, batch, in, w.shape[1], g.values, w.values, product).add();
    return new Tensor(product, new int[] {batch, in});
  }

  /**
   * Returns {@code xᵀ·g}.
   *
   * @param x {@code [batch, in]}
   * @param g {@code [batch, out]}
   * @return {@code [in, out]}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static Tensor transposedTimes(Tensor x, Tensor g) {
    Shape.requireInner(x, 0, g, 0);
    int in = x.shape[1];
    int out = g.shape[1];
    float[] product = new float[Shape.size(in, out)];
    new Product(true, false, in, out, x.shape[0], x.values, g.values, product).add();
    return new Tensor(product, new int[] {in, out});
  }

  /**
   * Returns the sum of the rows of a matrix, added in order.
   *
   * @param g {@code [batch, out]}
   * @return {@code [out]}
   * @throws IllegalArgumentException if this is not a matrix
   */
  public static Tensor sumOfRows(Tensor g) {
    Shape.requireMatrix(g);
    float[] sum = new float[g.shape[1]];
    float[] row = new float[sum.length];
    for (int i = 0; i < g.shape[0]; i++) {
      System.arraycopy(g.values, i * row.length, row, 0, row.length);
      addRow(row, sum);
    }
    return new Tensor(sum, new int[] {sum.length});
  }

  /** Two whole arrays with one index: HotSpot adds vectors. */
  private static void addRow(float[] row, float[] sum) {
    for (int j = 0; j < row.length; j++) {
      sum[j] += row[j];
    }
  }

  /**
   * Returns the sum of the columns of a matrix, added in order.
   *
   * @param g {@code [out, batch]}
   * @return {@code [out]}
   * @throws IllegalArgumentException if this is not a matrix
   */
  public static Tensor sumOfColumns(Tensor g) {
    Shape.requireMatrix(g);
    int batch = g.shape[1];
    float[] sum = new float[g.shape[0]];
    int i = 0;
    for (; i + 4 <= sum.length; i += 4) { // four sums at once: an addition waits for the one before
      float first = 0;
      float second = 0;
      float third = 0;
      float fourth = 0;
      for (int at = i * batch, end = at + batch; at < end; at++) {
        first += g.values[at];
        second += g.values[at + batch];
        third += g.values[at + 2 * batch];
        fourth += g.values[at + 3 * batch];
      }
      sum[i] = first;
      sum[i + 1] = second;
      sum[i + 2] = third;
      sum[i + 3] = fourth;
    }
    for (; i < sum.length; i++) {
      for (int j = 0, at = i * batch; j < batch; j++) {
        sum[i] += g.values[at + j];
      }
    }
    return new Tensor(sum, new int[] {sum.length});
  }
}
