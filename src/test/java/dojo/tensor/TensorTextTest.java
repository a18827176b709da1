package dojo.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TensorTextTest {
  @Test
  void a_vector_is_one_line() {
    assertEquals(
        "Tensor[3] [ 1.0500,      0., -0.2500]",
        Tensor.of(new float[] {1.05f, 0, -0.25f}, 3).toString());
  }

  @Test
  void a_matrix_is_aligned_rows() {
    Tensor x = Tensor.of(new float[] {0.5f, 10, -3.25f, 0, -0f, 100.125f}, 2, 3);
    assertEquals(
        """
        Tensor[2, 3]
        [[  0.5000,      10.,  -3.2500],
         [      0.,      -0., 100.1250]]""",
        x.toString());
  }

  @Test
  void further_axes_are_nested() {
    assertEquals(
        """
        Tensor[2, 2, 1]
        [[[0.],
          [1.]],
         [[2.],
          [3.]]]""",
        Tensor.generate(i -> i, 2, 2, 1).toString());
  }

  @Test
  void a_tensor_of_no_axis_and_one_of_no_number_are_printed_too() {
    assertEquals("Tensor[] 0.1250", Tensor.full(0.125).toString());
    assertEquals("Tensor[2, 0] []", Tensor.zeros(2, 0).toString());
  }

  @Test
  void special_very_large_and_very_small_numbers_stay_readable() {
    float[] special = {Float.NaN, Float.POSITIVE_INFINITY, 1e-6f, 1.5e9f, Float.MIN_VALUE};
    assertEquals(
        "Tensor[5] [      NaN,  Infinity, 1.000e-06, 1.500e+09, 1.401e-45]",
        Tensor.of(special, 5).toString());
  }

  @Test
  void a_long_axis_shows_its_two_ends() {
    assertEquals(
        "Tensor[12] [ 0.,  1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  9., 10., 11.]",
        Tensor.generate(i -> i, 12).toString());
    assertEquals(
        "Tensor[13] [ 0.,  1.,  2., …, 10., 11., 12.]", Tensor.generate(i -> i, 13).toString());
    assertEquals(
        """
        Tensor[13, 1]
        [[ 0.],
         [ 1.],
         [ 2.],
         …,
         [10.],
         [11.],
         [12.]]""",
        Tensor.generate(i -> i, 13, 1).toString());
  }

  @Test
  void the_language_of_the_machine_changes_nothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY); // where 0.5 is written 0,5
      assertEquals("Tensor[1] [0.5000]", Tensor.full(0.5, 1).toString());
    } finally {
      Locale.setDefault(before);
    }
  }
}
