package dojo.nn;

import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * Makes one row of each example: {@code [batch, …]} becomes {@code [batch, size]}.
 *
 * <p>It belongs between convolutions and {@link Linear}. The numbers and their order stay the same.
 */
public record Flatten() implements Layer {

  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] shape = x.shape();
    if (shape.length < 1) {
      throw new IllegalArgumentException(
          "the input must be [batch, …], but its shape was " + Arrays.toString(shape));
    }
    int size = Shape.size(Arrays.copyOfRange(shape, 1, shape.length));
    return Forward.of(x.reshape(shape[0], size), g -> g.reshape(shape));
  }

  @Override
  public String toString() {
    return "Flatten";
  }
}
