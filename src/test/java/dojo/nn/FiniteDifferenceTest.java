package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.tensor.Tensor;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class FiniteDifferenceTest {
  private static final Tensor AT = Tensor.of(new float[] {2, -1}, 2);

  /** x₀³·x₁, with the gradient (3·x₀²·x₁, x₀³) = (−12, 8) at (2, −1). */
  private static final ToDoubleFunction<Tensor> CUBE = x -> Math.pow(x.get(0), 3) * x.get(1);

  @Test
  void central_differences_are_off_by_a_sixth_of_h_squared_times_the_third_derivative() {
    // f‴ in the direction of x₀ is 6·x₁ = −6, and exactly constant
    assertArrayEquals(
        new double[] {-12 - 0x1p-8, 8}, new FiniteDifference(0x1p-4).central(CUBE, AT), 1e-9);
  }

  @Test
  void differences_on_one_side_are_off_by_half_of_h_times_the_second() {
    // (f(x + h) − f(x)) / h = −(3·4 + 3·2·h + h²)
    double h = 0x1p-4;
    FiniteDifference difference = new FiniteDifference(h);
    assertArrayEquals(new double[] {-(12 + 6 * h + h * h), 8}, difference.right(CUBE, AT), 1e-9);
    assertArrayEquals(new double[] {-(12 - 6 * h + h * h), 8}, difference.left(CUBE, AT), 1e-9);
  }

  @Test
  void a_kink_has_two_slopes() {
    ToDoubleFunction<Tensor> relu = x -> Math.max(0, x.get(0));
    Tensor kink = Tensor.of(new float[] {0}, 1);
    FiniteDifference difference = new FiniteDifference(0.25);
    assertArrayEquals(new double[] {0}, difference.left(relu, kink));
    assertArrayEquals(new double[] {1}, difference.right(relu, kink));
    assertArrayEquals(new double[] {0.5}, difference.central(relu, kink));
  }

  @Test
  void the_slope_of_a_straight_line_is_right_whatever_rounding_makes_of_the_step() {
    ToDoubleFunction<Tensor> line = x -> 3.0 * x.get(0);
    Tensor thousand = Tensor.of(new float[] {1000}, 1); // its neighbours are 6e-5 away
    assertArrayEquals(new double[] {3}, new FiniteDifference(1e-4).central(line, thousand), 1e-12);
    assertTrue(Double.isNaN(new FiniteDifference(1e-6).central(line, thousand)[0]));
  }

  @Test
  void a_step_that_goes_nowhere_is_refused() {
    for (double step : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      var e = assertThrows(IllegalArgumentException.class, () -> new FiniteDifference(step));
      assertEquals("step must be above 0 and finite, but was " + step, e.getMessage());
    }
  }
}
