package dojo.dropout;

import dojo.nn.Forward;
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
   * @throws IllegalArgumentException if the shape of the mask does not fit
   */
  Forward forward(Tensor x, Mask m);
}
