package dojo.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReluTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final Relu RELU = new Relu();

  @Test
  void negative_numbers_become_zero_and_positive_ones_stay() {
    Tensor x = Tensor.of(new float[] {-2, -0f, 0, 3, -INFINITY, INFINITY, Float.NaN}, 7);
    Tensor y = Tensor.of(new float[] {0, 0, 0, 3, 0, INFINITY, Float.NaN}, 7);
    assertEquals(y, RELU.apply(x, Mode.eval()));
    assertEquals(y, RELU.apply(x, Mode.train(RandomKey.of(0))));
  }

  @Test
  void the_slope_is_1_above_zero_and_0_elsewhere_even_for_infinite_gradients() {
    Tensor x = Tensor.of(new float[] {-2, -0f, 0, 3, Float.MIN_VALUE, -1, Float.NaN}, 7);
    Tensor g = Tensor.of(new float[] {5, 6, 7, 8, 9, INFINITY, 10}, 7);
    Tensor dx = Tensor.of(new float[] {0, 0, 0, 8, 9, 0, 10}, 7);
    assertEquals(dx, RELU.forward(x, Mode.eval()).pullback().apply(g).input());
  }

  /** As 0/0 gives on some processors. */
  @Test
  void a_nan_with_a_minus_sign_lets_the_gradient_through_as_any_other() {
    Tensor x = Tensor.of(new float[] {Float.intBitsToFloat(0xffc00000)}, 1);
    Tensor g = Tensor.full(10, 1);
    assertEquals(g, RELU.forward(x, Mode.eval()).pullback().apply(g).input());
  }

  @Test
  void any_shape_is_welcome() {
    assertEquals(Tensor.zeros(0, 3), RELU.apply(Tensor.zeros(0, 3), Mode.eval()));
    assertEquals(Tensor.ones(2, 3, 4), RELU.apply(Tensor.ones(2, 3, 4), Mode.eval()));
  }

  @Test
  void there_are_no_parameters_to_give() {
    assertEquals(List.of(), RELU.parameters());
    assertEquals(RELU, RELU.withParameters(List.of()));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> RELU.withParameters(List.of(Tensor.zeros(1))));
    assertEquals("this layer has no parameters, but was given 1", e.getMessage());
  }

  @Test
  void printing_tells_its_name() {
    assertEquals("Relu", RELU.toString());
  }
}
