package dojo.nn;

import dojo.random.RandomKey;
import dojo.tensor.MatMul;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A fully connected layer: {@code y = x·W + b}.
 *
 * @param weight W, {@code [in, out]} (PyTorch stores the transpose)
 * @param bias b, {@code [out]}
 */
public record Linear(Tensor weight, Tensor bias) implements Layer {

  /**
   * Checks that the shapes fit.
   *
   * @param weight W, {@code [in, out]} (PyTorch stores the transpose)
   * @param bias b, {@code [out]}
   * @throws IllegalArgumentException if they do not
   */
  public Linear {
    int[] w = weight.shape();
    if (w.length != 2 || !Arrays.equals(bias.shape(), new int[] {w[1]})) {
      throw new IllegalArgumentException(
          "a linear layer has weights [in, out] and biases [out], but the shapes were "
              + Arrays.toString(w)
              + " and "
              + Arrays.toString(bias.shape()));
    }
  }

  /**
   * Returns a layer with the random weights of He et al. (2015), right before a ReLU: N(0, 2/in);
   * the biases are zero.
   *
   * @param in the number of inputs
   * @param out the number of outputs
   * @param key where the weights are drawn from
   * @return the layer
   * @see <a href="https://arxiv.org/abs/1502.01852">He et al. (2015), section 2.2</a>
   */
  public static Linear he(int in, int out, RandomKey key) {
    return new Linear(Init.he(in, key, in, out), Tensor.zeros(out));
  }

  /**
   * Returns a layer with the random weights of LeCun et al. (1998), right before a SELU: N(0,
   * 1/in); the biases are zero.
   *
   * @param in the number of inputs
   * @param out the number of outputs
   * @param key where the weights are drawn from
   * @return the layer
   */
  public static Linear lecun(int in, int out, RandomKey key) {
    return new Linear(Init.lecun(in, key, in, out), Tensor.zeros(out));
  }

  /**
   * Returns a layer with the random weights of Glorot and Bengio (2010), right before a sigmoid or
   * tanh: uniform, of variance 2/(in + out); the biases are zero.
   *
   * @param in the number of inputs
   * @param out the number of outputs
   * @param key where the weights are drawn from
   * @return the layer
   */
  public static Linear glorot(int in, int out, RandomKey key) {
    return new Linear(Init.glorot(in, out, key, in, out), Tensor.zeros(out));
  }

  /**
   * Returns this layer with its weights multiplied, its biases kept.
   *
   * @param factor the number to multiply by; 0.5 in a last layer makes its first predictions less
   *     confident
   * @return the new layer
   */
  public Linear scaled(double factor) {
    return new Linear(weight.times(factor), bias);
  }

  /**
   * Returns the number of inputs.
   *
   * @return the length of the first axis of the weights
   */
  public int in() {
    return weight.length(0);
  }

  /**
   * Returns the number of outputs.
   *
   * @return the length of the second axis of the weights
   */
  public int out() {
    return weight.length(1);
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, in]}, y is {@code [batch, out]}. Backward: dx = g·Wᵀ, dW = xᵀ·g, db =
   * the sum of the rows of g.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] shape = x.shape();
    if (shape.length != 2 || shape[1] != in()) {
      throw new IllegalArgumentException(
          "the input must be [batch, " + in() + "], but its shape was " + Arrays.toString(shape));
    }
    return new Forward(
        MatMul.affine(x, weight, bias),
        g ->
            new Gradients(
                () -> MatMul.timesTransposed(g, weight),
                List.of(MatMul.transposedTimes(x, g), MatMul.sumOfRows(g))));
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(weight, bias);
  }

  @Override
  public Linear withParameters(List<Tensor> parameters) {
    Parameters.requireLike(this, parameters);
    return new Linear(parameters.get(0), parameters.get(1));
  }

  @Override
  public String toString() {
    return "Linear(" + in() + " → " + out() + ")";
  }
}
