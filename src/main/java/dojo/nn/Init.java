package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;

/**
 * Initial weights: random, and of the size at which signals neither grow nor fade from layer to
 * layer.
 *
 * <pre>
 *   He        N(0, 2/in)              before a ReLU, which halves the variance
 *   LeCun     N(0, 1/in)              before a SELU, or nothing
 *   Glorot    U(−a, a), a² = 6/(in + out)   before a sigmoid or tanh: a compromise with the backward pass
 *   orthogonal  W·Wᵀ = 1              for the state of a recurrent net: no length ever changes
 * </pre>
 *
 * <p>in and out are the numbers of connections into and out of a unit; a unit of a convolution has
 * channels·kernel² inputs.
 */
public final class Init {
  private Init() {}

  /**
   * Returns weights of variance 2/in.
   *
   * @param in the inputs of each unit, at least 1
   * @param key where the weights are drawn from
   * @param shape the length of each axis
   * @return the weights
   * @throws IllegalArgumentException if there are no inputs
   * @see <a href="https://arxiv.org/abs/1502.01852">He et al. (2015), section 2.2</a>
   */
  public static Tensor he(int in, RandomKey key, int... shape) {
    return Tensor.normal(key, shape).times(Math.sqrt(2.0 / positive(in)));
  }

  /**
   * Returns weights of variance 1/in.
   *
   * @param in the inputs of each unit, at least 1
   * @param key where the weights are drawn from
   * @param shape the length of each axis
   * @return the weights
   * @throws IllegalArgumentException if there are no inputs
   * @see <a href="http://yann.lecun.com/exdb/publis/pdf/lecun-98b.pdf">LeCun et al. (1998), section
   *     4.6</a>
   */
  public static Tensor lecun(int in, RandomKey key, int... shape) {
    return Tensor.normal(key, shape).times(Math.sqrt(1.0 / positive(in)));
  }

  /**
   * Returns uniform weights of variance 2/(in + out); also known as Xavier's.
   *
   * @param in the inputs of each unit, at least 1
   * @param out the units that each input goes to, at least 1
   * @param key where the weights are drawn from
   * @param shape the length of each axis
   * @return the weights
   * @throws IllegalArgumentException if a number is below 1
   * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio (2010),
   *     equation 16</a>
   */
  public static Tensor glorot(int in, int out, RandomKey key, int... shape) {
    double a = Math.sqrt(6.0 / (positive(in) + positive(out)));
    return Tensor.generate(i -> a * (2 * key.uniform(i) - 1), shape);
  }

  /**
   * Returns a random square matrix whose rows have length 1 and stand at right angles: the rows of
   * a normal matrix, each freed of its part along the rows before it (Gram and Schmidt).
   *
   * @param size the number of rows and columns, at least 1
   * @param key where the matrix is drawn from
   * @return {@code [size, size]}
   * @throws IllegalArgumentException if there are no rows
   * @see <a href="https://arxiv.org/abs/1312.6120">Saxe et al. (2014), section 3</a>
   */
  public static Tensor orthogonal(int size, RandomKey key) {
    Shape.size(positive(size), size);
    double[][] q = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        q[i][j] = key.normal((long) i * size + j);
      }
      for (int pass = 0; pass < 2; pass++) { // the second removes what rounding left of the first
        for (int before = 0; before < i; before++) {
          addTo(q[i], -dot(q[i], q[before]), q[before]);
        }
      }
      addTo(q[i], 1 / Math.sqrt(dot(q[i], q[i])) - 1, q[i]);
    }
    return Tensor.generate(i -> q[i / size][i % size], size, size);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addTo(double[] sum, double factor, double[] row) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * row[i];
    }
  }

  private static int positive(int connections) {
    if (connections < 1) {
      throw new IllegalArgumentException(
          "a unit needs at least 1 connection to have initial weights, but had " + connections);
    }
    return connections;
  }
}
