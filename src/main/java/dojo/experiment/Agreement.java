package dojo.experiment;

import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a gradient agrees with the right one: its direction, and its size.
 *
 * <pre>
 *   cosine    ⟨a, b⟩ / (|a|·|b|)    1: the same direction,  0: a right angle
 *   ratio     |a| / |b|             1: the same size, whatever the direction
 *   distance  |a − b| / |b|         0: the same gradient
 * </pre>
 *
 * @param cosine in {@code [−1, 1]}; NaN if a norm is 0
 * @param ratio at least 0
 * @param distance at least 0; NaN if the right gradient is 0
 */
public record Agreement(double cosine, double ratio, double distance) {

  /**
   * Compares two gradients.
   *
   * @param a the gradient in question
   * @param b the right one, equally long
   * @return how far they agree
   * @throws IllegalArgumentException if the lengths differ
   */
  public static Agreement of(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "gradients of one model are equally long, but had " + a.length + " and " + b.length);
    }
    double[] apart = new double[a.length];
    Arrays.setAll(apart, i -> a[i] - b[i]);
    double size = Math.sqrt(dot(b, b));
    return new Agreement(
        dot(a, b) / Math.sqrt(dot(a, a)) / size,
        Math.sqrt(dot(a, a)) / size,
        Math.sqrt(dot(apart, apart)) / size);
  }

  /**
   * Compares the gradients of all parameters of a model, or of some.
   *
   * @param a the gradient in question
   * @param b the right one, of the same shapes
   * @return how far they agree
   * @throws IllegalArgumentException if the sizes differ
   */
  public static Agreement of(List<Tensor> a, List<Tensor> b) {
    return of(numbers(a), numbers(b));
  }

  /**
   * Returns the numbers of tensors, one after another, last axis fastest.
   *
   * @param tensors the gradients of all parameters of a model, for example
   * @return the numbers
   */
  public static double[] numbers(List<Tensor> tensors) {
    return tensors.stream()
        .map(Tensor::toArray)
        .flatMapToDouble(values -> IntStream.range(0, values.length).mapToDouble(i -> values[i]))
        .toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
