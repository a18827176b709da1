package dojo.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.nn.Gradients;
import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares gradients with finite differences: each must lie between the slope to the left, {@code
 * (f(x) − f(x − h)) / h}, and the slope to the right.
 *
 * <p>For a straight piece of a function the two are equal. They differ where a ReLU bends within
 * the step, and there the gradient of either piece is right; a central difference would mix them.
 */
public final class GradientCheck {
  /**
   * The step. A network of ReLUs is piecewise linear in each single number, so a large step makes
   * no error. What remains is float32: outputs below 8 are rounded by up to 5e-7 each, which the
   * division by h makes 1.2e-4, and the sum over a few outputs adds up to a few times that.
   */
  private static final float STEP = 0x1p-8f;

  /** A few times that error, and a hundredth of what a mistake in a mask or a scale changes. */
  private static final double TOLERANCE = 2e-3;

  private GradientCheck() {}

  /** Compares the gradient of a function at a tensor with differences of the function. */
  interface Comparison {
    void check(String what, ToDoubleFunction<Tensor> function, Tensor at, Tensor gradient);
  }

  /**
   * Checks the pullback of a layer, for its input and each of its parameters.
   *
   * @param mode used for every pass: in training the same key, hence the same mask
   */
  public static void check(Layer layer, Tensor x, Mode mode) {
    checkInput(layer, x, mode, GradientCheck::check);
    checkParameters(layer, x, mode, GradientCheck::check);
  }

  static void checkInput(Layer layer, Tensor x, Mode mode, Comparison comparison) {
    Tensor direction = direction(layer, x, mode);
    Gradients gradients = layer.forward(x, mode).pullback().apply(direction);
    comparison.check("input", at -> along(direction, layer, at, mode), x, gradients.input());
  }

  static void checkParameters(Layer layer, Tensor x, Mode mode, Comparison comparison) {
    Tensor direction = direction(layer, x, mode);
    Gradients gradients = layer.forward(x, mode).pullback().apply(direction);
    List<Tensor> parameters = layer.parameters();
    assertEquals(parameters.size(), gradients.parameters().size());
    for (int i = 0; i < parameters.size(); i++) {
      int number = i;
      comparison.check(
          "parameter " + i,
          at -> {
            List<Tensor> changed = new ArrayList<>(parameters);
            changed.set(number, at);
            return along(direction, layer.withParameters(changed), x, mode);
          },
          parameters.get(i),
          gradients.parameters().get(i));
    }
  }

  private static Tensor direction(Layer layer, Tensor x, Mode mode) {
    return Tensor.normal(RandomKey.of(99).split("direction"), layer.apply(x, mode).shape());
  }

  /** Returns the sum of the outputs, each times a number, in float64. */
  private static double along(Tensor direction, Layer layer, Tensor x, Mode mode) {
    float[] y = layer.apply(x, mode).toArray();
    float[] factors = direction.toArray();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += (double) y[i] * factors[i];
    }
    return sum;
  }

  /** Checks the gradient of a function at a tensor. */
  public static void check(
      String what, ToDoubleFunction<Tensor> function, Tensor at, Tensor gradient) {
    assertArrayEquals(at.shape(), gradient.shape(), "shape of the gradient at " + what);
    float[] found = gradient.toArray();
    double here = function.applyAsDouble(at);
    for (int i = 0; i < found.length; i++) {
      double left = (here - function.applyAsDouble(moved(at, i, -STEP))) / STEP;
      double right = (function.applyAsDouble(moved(at, i, STEP)) - here) / STEP;
      String message =
          "gradient at %s, number %d: %s, but the slopes to its left and right are %s and %s";
      assertTrue(
          found[i] >= Math.min(left, right) - TOLERANCE
              && found[i] <= Math.max(left, right) + TOLERANCE,
          String.format(message, what, i, found[i], left, right));
    }
  }

  /** Returns a tensor with one of its numbers moved. */
  static Tensor moved(Tensor tensor, int index, float by) {
    float[] values = tensor.toArray();
    values[index] += by;
    return Tensor.of(values, tensor.shape());
  }
}
