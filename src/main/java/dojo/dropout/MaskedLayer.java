package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Mode;
import dojo.tensor.Tensor;

/** A layer whose noise is a {@link Mask}: it can also be run under a mask made by hand. */
public interface MaskedLayer extends RatedLayer {

  /**
   * Applies this layer as in training, under a given mask instead of one drawn from a key.
   *
   * <pre>{@code
   * Dropout.of(0.5).forward(x, Mask.of(Tensor.of(new float[] {1, 0}, 2))); // [2·x₀, 0]
   * }</pre>
   *
   * @param x the inputs, one example per entry of the first axis
   * @param m which units are kept, in the shape of x, or of length 1 along axes that share a coin;
   *     kept units are scaled by the rate of the layer, whatever the mask keeps, unless the layer
   *     says otherwise
   * @return the outputs, and the backward pass under the same mask
   * @throws IllegalArgumentException if the shape of the mask does not fit, or the layer does not
   *     take inputs of such a shape
   */
  Forward forward(Tensor x, Mask m);

  /**
   * Returns the shape of the masks that training draws: that of the input, unless units share a
   * coin.
   *
   * @param x the inputs, one example per entry of the first axis
   * @return a shape of as many axes, of length 1 along those that share a coin
   * @throws IllegalArgumentException if the layer does not take inputs of such a shape
   */
  default int[] coins(Tensor x) {
    return x.shape();
  }

  /** While training, throws the coins and applies this layer under the mask; else does nothing. */
  @Override
  default Forward forward(Tensor x, Mode mode) {
    int[] coins = coins(x);
    return mode.noise()
        .filter(key -> rate().p() > 0)
        .map(key -> forward(x, Mask.sample(rate(), key, coins)))
        .orElseGet(() -> Forward.of(x, dy -> dy));
  }
}
