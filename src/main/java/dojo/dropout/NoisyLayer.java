package dojo.dropout;

import dojo.nn.Forward;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.tensor.Floats;
import dojo.tensor.Shape;
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
  default Forward forward(Tensor x, Tensor epsilon) {
    Shape.requireEqual(x, epsilon);
    float[] numbers = Floats.of(epsilon);
    return forward(x, i -> numbers[i]);
  }

  /**
   * Applies this layer as in training, under noise that is given unit by unit, in float64.
   *
   * @param x the inputs, one example per entry of the first axis
   * @param epsilon ε of each unit, by its place in the order of x
   * @return the outputs, and the backward pass under the same noise
   */
  Forward forward(Tensor x, Tensor.Generator epsilon);

  /**
   * Returns the standard deviation of the noise.
   *
   * @return at least 0; 0 for a layer that does nothing
   */
  double sd();

  /** While training, draws ε from the key of the mode; else does nothing. */
  @Override
  default Forward forward(Tensor x, Mode mode) {
    return mode.noise()
        .filter(key -> sd() > 0)
        .map(key -> forward(x, key::normal))
        .orElseGet(() -> Forward.of(x, dy -> dy));
  }
}
