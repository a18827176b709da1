package dojo.tensor;

import java.util.Arrays;

/**
 * Direct access to the arrays of tensors, for layers and optimizers that compute on them.
 *
 * <p>Callers keep two promises, so that tensors stay values: an array that was read is never
 * written to, and an array that was wrapped is not touched again. ArchUnit admits only the kit's
 * own computing packages.
 */
public final class Floats {
  private Floats() {}

  /**
   * Returns the numbers of a tensor without copying them.
   *
   * @param tensor the tensor
   * @return its own array, last axis fastest: to be read, never written
   */
  public static float[] of(Tensor tensor) {
    return tensor.values;
  }

  /**
   * Returns a tensor of these numbers without copying them.
   *
   * @param values the numbers, last axis fastest: not to be touched again
   * @param shape the length of each axis: not to be touched again
   * @return the tensor
   * @throws IllegalArgumentException if the values do not fill the shape
   */
  public static Tensor tensor(float[] values, int... shape) {
    if (Shape.size(shape) != values.length) {
      throw new IllegalArgumentException(
          values.length + " numbers do not fill the shape " + Arrays.toString(shape));
    }
    return new Tensor(values, shape);
  }

  /**
   * Returns a tensor of these numbers in the shape of another, without copying them.
   *
   * @param values the numbers: not to be touched again
   * @param like the tensor whose shape is used
   * @return the tensor
   * @throws IllegalArgumentException if the values do not fill the shape
   */
  public static Tensor like(Tensor like, float[] values) {
    return tensor(values, like.shape);
  }
}
