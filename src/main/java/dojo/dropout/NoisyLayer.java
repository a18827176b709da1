package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.tensor.Tensor;

/**
 * A layer whose noise is a normal number for each unit: it can also be run under numbers that are
 * given, as a {@link MaskedLayer} can be run under a mask.
 */
public interface NoisyLayer extends Layer {

  /**
   * Applies this layer as in training, under given noise instead of noise drawn from a key.
   *
   * <pre>{@code
   * GaussianNoise.of(0.5).forward(x, Tensor.of(new float[] {2, -2}, 2)); // [x₀ + 1, x₁ − 1]
   * }</pre>
   *
   * @param x the inputs, one example per entry of the first axis
   * @param epsilon ε, one number for each unit, in the shape of x; the layer stretches them to its
   *     own standard deviation
   * @return the outputs, and the backward pass under the same noise
   * @throws IllegalArgumentException if the shapes differ
   */
  Forward forward(Tensor x, Tensor epsilon);
}
