package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.MatMul;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A layer of filters that slide over images: every output is one filter times one patch.
 *
 * <pre>
 *   y[n, o, i, j] = b[o] + Σ_c Σ_u Σ_v x[n, c, i·s + u − p, j·s + v − p] · W[(c·k + u)·k + v, o]
 * </pre>
 *
 * <p>k is the kernel, s the stride, p the padding with zeros. Each patch becomes a column ({@link
 * Patches}), and then the layer is linear: Wᵀ times columns. So a column of W is a filter, as a
 * column of {@link Linear} is a unit (PyTorch stores {@code [out, channels, k, k]}). As in all
 * frameworks the kernel is not flipped.
 *
 * <p>Not supported: rectangular kernels, dilation, groups, one dimension or three.
 *
 * @param weight W, {@code [channels·kernel², out]}
 * @param bias b, {@code [out]}
 * @param kernel the height and width of a filter, at least 1
 * @param stride how far a filter moves, at least 1
 * @param padding how many zeros are put around each image, at least 0
 * @see <a href="https://doi.org/10.1109/5.726791">LeCun et al. (1998)</a>
 * @see <a href="https://hal.science/inria-00112631">Chellapilla et al. (2006)</a> (patches as a
 *     matrix)
 */
public record Conv2d(Tensor weight, Tensor bias, int kernel, int stride, int padding)
    implements Layer {

  /**
   * Checks that the shapes fit.
   *
   * @param weight W, {@code [channels·kernel², out]}
   * @param bias b, {@code [out]}
   * @param kernel the height and width of a filter, at least 1
   * @param stride how far a filter moves, at least 1
   * @param padding how many zeros are put around each image, at least 0
   * @throws IllegalArgumentException if they do not, or a number is too small
   */
  public Conv2d {
    Patches.requireRanges(kernel, stride, padding);
    int[] w = weight.shape();
    if (w.length != 2
        || w[0] % Shape.size(kernel, kernel) != 0
        || !Arrays.equals(bias.shape(), new int[] {w[1]})) {
      throw new IllegalArgumentException(
          "a convolution has weights [channels·"
              + kernel
              + "², out] and biases [out], but the shapes were "
              + Arrays.toString(w)
              + " and "
              + Arrays.toString(bias.shape()));
    }
  }

  /**
   * Returns a layer with the random weights of He et al. (2015), right before a ReLU; stride 1, no
   * padding, biases zero.
   *
   * @param channels the channels of the input
   * @param out the number of filters
   * @param kernel the height and width of a filter
   * @param key where the weights are drawn from
   * @return the layer
   * @throws IllegalArgumentException if a number is below 1
   */
  public static Conv2d he(int channels, int out, int kernel, RandomKey key) {
    int in = Shape.size(channels, kernel, kernel);
    return new Conv2d(Init.he(in, key, in, out), Tensor.zeros(out), kernel, 1, 0);
  }

  /**
   * Returns this layer with another stride.
   *
   * @param step how far a filter moves, at least 1
   * @return the new layer
   */
  public Conv2d withStride(int step) {
    return new Conv2d(weight, bias, kernel, step, padding);
  }

  /**
   * Returns this layer with another padding.
   *
   * @param zeros how many zeros are put around each image, at least 0; (kernel − 1)/2 keeps the
   *     size
   * @return the new layer
   */
  public Conv2d withPadding(int zeros) {
    return new Conv2d(weight, bias, kernel, stride, zeros);
  }

  /**
   * Returns the number of channels of the input.
   *
   * @return the rows of the weights, divided by kernel²
   */
  public int channels() {
    return weight.length(0) / (kernel * kernel);
  }

  /**
   * Returns the number of filters.
   *
   * @return the length of the second axis of the weights
   */
  public int out() {
    return weight.length(1);
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, channels, height, width]}, y is {@code [batch, out, height', width']}
   * with height' = ⌊(height + 2·padding − kernel) / stride⌋ + 1. Backward, with the patches P as
   * columns: dW = P·gᵀ, db = the sum of the columns of g, and dx adds up W·g where the patches
   * were.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    Patches patches = Patches.of(x.shape(), channels(), kernel, stride, padding);
    Tensor columns = patches.columnsOf(x);
    Tensor y = patches.toImages(MatMul.affineOfColumns(columns, weight, bias));
    return new Forward(
        y,
        dy -> {
          Tensor g = patches.fromImages(dy);
          return new Gradients(
              () -> patches.sumOf(weight.matmul(g)),
              List.of(MatMul.timesTransposed(columns, g), MatMul.sumOfColumns(g)));
        });
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(weight, bias);
  }

  @Override
  public Conv2d withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new Conv2d(parameters.get(0), parameters.get(1), kernel, stride, padding);
  }

  @Override
  public String toString() {
    return "Conv2d("
        + channels()
        + " → "
        + out()
        + ", kernel "
        + kernel
        + (stride == 1 ? "" : ", stride " + stride)
        + (padding == 0 ? "" : ", padding " + padding)
        + ")";
  }
}
