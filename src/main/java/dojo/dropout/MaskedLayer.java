package dojo.dropout;

import dojo.nn.Forward;
import dojo.tensor.Tensor;

/** A layer whose noise is a {@link Mask}: it can also be run under a mask that somebody chose. */
public interface MaskedLayer extends RatedLayer {

  /**
   * Applies this layer as in training, under a given mask instead of one drawn from a key.
   *
   * <pre>{@code
   * Dropout.of(0.5).forward(x, Mask.of(Tensor.of(new float[] {1, 0}, 2))); // [2·x₀, 0]
   * }</pre>
   *
   * @param x the inputs, one example per entry of the first axis
   * @param m who is kept, in the shape of x, or of length 1 along axes that share a coin; how kept
   *     units are scaled depends on the layer, not on how many the mask keeps, unless it says so
   * @return the outputs, and the way back under the same mask
   * @throws IllegalArgumentException if the shape of the mask does not fit
   */
  Forward forward(Tensor x, Mask m);
}
