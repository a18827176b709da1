package dojo.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.nn.Layer;
import dojo.nn.Mode;
import dojo.tensor.Tensor;
import java.util.function.ToDoubleFunction;

/**
 * Compares gradients of curved functions with finite differences over five points: {@code
 * (8·(f(x+h) − f(x−h)) − (f(x+2h) − f(x−2h))) / 12h}. For functions with kinks see {@link
 * GradientCheck}.
 */
public final class SmoothGradientCheck {
  /**
   * The step. Five points leave an error of h⁴/30 times the fifth derivative: 3e-8 times that,
   * which for these functions is below 1000. What remains is float32: outputs below 8 are rounded
   * by up to 5e-7 each, which the division by h makes 1.5e-5, times a few for the sum over some
   * outputs.
   */
  private static final float STEP = 0x1p-5f;

  /** A few times both errors, for gradients of about 1; larger ones are compared relatively. */
  private static final double TOLERANCE = 5e-4;

  private SmoothGradientCheck() {}

  /**
   * Checks the pullback of a layer, for its input and each of its parameters.
   *
   * @param mode used for every pass: in training the same key, hence the same mask
   */
  public static void check(Layer layer, Tensor x, Mode mode) {
    GradientCheck.checkInput(layer, x, mode, SmoothGradientCheck::check);
    checkParameters(layer, x, mode);
  }

  /** Checks the pullback of a layer for its parameters alone, where the input is no real number. */
  public static void checkParameters(Layer layer, Tensor x, Mode mode) {
    GradientCheck.checkParameters(layer, x, mode, SmoothGradientCheck::check);
  }

  /** Checks the gradient of a function at a tensor. */
  public static void check(
      String what, ToDoubleFunction<Tensor> function, Tensor at, Tensor gradient) {
    assertArrayEquals(at.shape(), gradient.shape(), "shape of the gradient at " + what);
    float[] found = gradient.toArray();
    for (int i = 0; i < found.length; i++) {
      double near = difference(function, at, i, STEP);
      double far = difference(function, at, i, 2 * STEP);
      double slope = (8 * near - far) / (12 * STEP);
      assertEquals(
          slope,
          found[i],
          TOLERANCE * Math.max(1, Math.abs(slope)),
          "gradient at " + what + ", number " + i);
    }
  }

  private static double difference(
      ToDoubleFunction<Tensor> function, Tensor at, int index, float by) {
    return function.applyAsDouble(GradientCheck.moved(at, index, by))
        - function.applyAsDouble(GradientCheck.moved(at, index, -by));
  }
}
