package dojo.tensor;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import dojo.support.CraftedKey;
import dojo.support.Statistics;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class TensorTest {
  private static final RandomKey KEY = RandomKey.of(11);
  private static final Tensor A = Tensor.ofRows(new float[] {1, 2, 3}, new float[] {4, 5, 6});

  @Test
  void a_tensor_keeps_numbers_and_shape() {
    assertArrayEquals(new int[] {2, 3}, A.shape());
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, A.toArray());
    assertEquals(6, A.size());
    assertEquals(3, A.length(1));
    assertEquals(6, A.get(1, 2)); // the last axis is the fastest
    assertEquals(A, Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
    assertEquals(A, Tensor.generate(i -> i + 1, 2, 3));
  }

  @Test
  void there_are_tensors_of_no_axis_and_tensors_of_no_number() {
    Tensor scalar = Tensor.full(5);
    assertEquals(1, scalar.size());
    assertEquals(5, scalar.get());
    assertEquals(0, Tensor.zeros(3, 0, 2).size());
    assertArrayEquals(new int[] {0, 0}, Tensor.ofRows().shape());
    assertNotEquals(Tensor.zeros(0, 2), Tensor.zeros(0, 3));
  }

  @Test
  void full_zeros_and_ones_are_what_they_say() {
    assertEquals(Tensor.of(new float[] {0, 0}, 2), Tensor.zeros(2));
    assertEquals(Tensor.of(new float[] {1, 1}, 2), Tensor.ones(2));
    assertEquals(Tensor.of(new float[] {0.1f, 0.1f}, 2), Tensor.full(0.1, 2));
  }

  @Test
  void no_array_that_goes_in_or_comes_out_can_change_a_tensor() {
    float[] values = {1, 2};
    int[] shape = {2};
    float[][] rows = {{1, 2}};
    List<Tensor> tensors =
        List.of(
            Tensor.of(values, shape),
            Tensor.of(new float[] {1, 2}, 1, 2).reshape(shape),
            Tensor.generate(i -> i + 1, shape),
            Tensor.full(1, shape).times(Tensor.of(values, shape)),
            Tensor.ofRows(rows).reshape(2));
    Arrays.fill(values, 9);
    Arrays.fill(rows[0], 9);
    shape[0] = 9;
    for (Tensor tensor : tensors) {
      tensor.toArray()[0] = 9;
      tensor.shape()[0] = 9;
      assertEquals(Tensor.ofRows(new float[] {1, 2}).reshape(2), tensor);
    }
  }

  @Test
  void operations_leave_their_arguments_alone() {
    Tensor before = Tensor.of(A.toArray(), 2, 3);
    A.plus(A);
    A.minus(A);
    A.times(A);
    A.times(2);
    A.map(v -> -v);
    A.matmul(A.transpose());
    A.rows(1);
    A.argmaxOfRows();
    assertEquals(before, A);
  }

  @Test
  void uniform_numbers_are_those_of_the_key_cut_to_24_bits() {
    Tensor x = Tensor.uniform(KEY, 10, 100);
    for (int i = 0; i < 1000; i++) {
      float u = x.get(i / 100, i % 100);
      assertTrue(u <= KEY.uniform(i) && KEY.uniform(i) < u + 0x1p-24);
    }
    // rounding would give 1 here
    assertEquals(1 - 0x1p-24f, Tensor.uniform(CraftedKey.withBits(-1), 1).get(0));
    assertEquals(0f, Tensor.uniform(CraftedKey.withBits(0), 1).get(0));
  }

  @Test
  void normal_numbers_are_those_of_the_key() {
    Tensor x = Tensor.normal(KEY, 4, 5);
    for (int i = 0; i < 20; i++) {
      assertEquals((float) KEY.normal(i), x.get(i / 5, i % 5));
    }
  }

  @Test
  void random_tensors_follow_their_laws() {
    double[] u = doubles(Tensor.uniform(KEY, 300, 200));
    Statistics.assertLaw("uniform", u, v -> v, KEY);
    double[] z = doubles(Tensor.normal(KEY, 300, 200));
    Statistics.assertLaw("normal", z, NormalDistribution.of(0, 1)::cumulativeProbability, KEY);
  }

  @Test
  void reshaping_keeps_the_order_of_the_numbers() {
    assertEquals(
        Tensor.ofRows(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6}), A.reshape(3, 2));
    assertEquals(A, A.reshape(6).reshape(1, 2, 3).reshape(2, 3));
  }

  @Test
  void rows_are_taken_in_the_order_asked_for() {
    assertEquals(
        Tensor.ofRows(new float[] {4, 5, 6}, new float[] {1, 2, 3}, new float[] {4, 5, 6}),
        A.rows(1, 0, 1));
    assertArrayEquals(new int[] {0, 3}, A.rows().shape());
    assertEquals(Tensor.of(new float[] {6, 5}, 2), Tensor.of(new float[] {5, 6}, 2).rows(1, 0));
    Tensor cube = Tensor.generate(i -> i, 2, 2, 2);
    assertEquals(Tensor.of(new float[] {4, 5, 6, 7}, 1, 2, 2), cube.rows(1));
    assertArrayEquals(new int[] {0, 3}, Tensor.zeros(0, 3).rows().shape());
  }

  @Test
  void transposing_exchanges_rows_and_columns() {
    assertEquals(
        Tensor.ofRows(new float[] {1, 4}, new float[] {2, 5}, new float[] {3, 6}), A.transpose());
    assertEquals(A, A.transpose().transpose());
    assertArrayEquals(new int[] {3, 0}, Tensor.zeros(0, 3).transpose().shape());
  }

  @Test
  void arithmetic_goes_number_by_number() {
    Tensor b = Tensor.ofRows(new float[] {10, 20, 30}, new float[] {-4, 0.5f, 0});
    assertEquals(Tensor.ofRows(new float[] {11, 22, 33}, new float[] {0, 5.5f, 6}), A.plus(b));
    assertEquals(Tensor.ofRows(new float[] {-9, -18, -27}, new float[] {8, 4.5f, 6}), A.minus(b));
    assertEquals(Tensor.ofRows(new float[] {10, 40, 90}, new float[] {-16, 2.5f, 0}), A.times(b));
    assertEquals(Tensor.ofRows(new float[] {1, 4, 9}, new float[] {16, 25, 36}), A.map(v -> v * v));
  }

  @Test
  void a_factor_is_not_rounded_before_it_is_used() {
    double third = 1 / 3.0;
    assertEquals((float) (7f * third), Tensor.full(7, 1).times(third).get(0));
    assertNotEquals(7f * (float) third, Tensor.full(7, 1).times(third).get(0));
  }

  @Test
  void a_matrix_product_is_rows_times_columns() {
    assertEquals(
        Tensor.ofRows(new float[] {14, 32}, new float[] {32, 77}), A.matmul(A.transpose()));
    assertEquals(Tensor.zeros(2, 4), A.matmul(Tensor.zeros(3, 4)));
    assertEquals(Tensor.zeros(2, 4), Tensor.zeros(2, 0).matmul(Tensor.zeros(0, 4)));
  }

  @Test
  void sum_mean_and_variance_are_computed_in_float64() {
    assertEquals(21, A.sum());
    assertEquals(3.5, A.mean());
    assertEquals(17.5 / 6, A.variance());
    assertEquals(16777218, Tensor.of(new float[] {0x1p24f, 1, 1}, 3).sum()); // float32 gives 2^24
    assertEquals(0, Tensor.zeros(0).sum());
    assertEquals(Double.NaN, Tensor.zeros(0).mean());
    assertEquals(Double.NaN, Tensor.zeros(0).variance());
  }

  @Test
  void columns_have_means_and_variances_of_their_own_computed_in_float64() {
    Tensor x = Tensor.ofRows(new float[] {1, 0x1p24f}, new float[] {2, 1}, new float[] {6, 1});
    assertEquals(Tensor.of(new float[] {3, (float) ((0x1p24 + 2) / 3)}, 2), x.columnMeans());
    assertEquals((float) (14 / 3.0), x.columnVariances().get(0));
    Tensor wide = Tensor.normal(KEY, 7, 5);
    for (int j = 0; j < 5; j++) {
      Tensor column = wide.transpose().rows(j);
      assertEquals((float) column.mean(), wide.columnMeans().get(j));
      assertEquals((float) column.variance(), wide.columnVariances().get(j));
    }
  }

  @Test
  void columns_without_rows_have_no_mean_and_a_tensor_of_no_matrix_has_no_columns() {
    assertEquals(Tensor.full(Double.NaN, 2), Tensor.zeros(0, 2).columnMeans());
    assertEquals(Tensor.full(Double.NaN, 2), Tensor.zeros(0, 2).columnVariances());
    assertEquals(Tensor.zeros(0), Tensor.zeros(2, 0).columnMeans());
    assertEquals(Tensor.zeros(0), Tensor.zeros(2, 0).columnVariances());
    assertThrows(IllegalArgumentException.class, () -> Tensor.zeros(2, 2, 2).columnMeans());
    assertThrows(IllegalArgumentException.class, () -> Tensor.zeros(2).columnVariances());
  }

  @Test
  void the_largest_of_each_row_is_the_first_of_equals() {
    Tensor x =
        Tensor.ofRows(
            new float[] {1, 3, 3},
            new float[] {-5, -6, -7},
            new float[] {0, 0, Float.POSITIVE_INFINITY});
    assertArrayEquals(new int[] {1, 0, 2}, x.argmaxOfRows());
  }

  @Test
  void a_row_with_NaN_is_largest_where_the_first_NaN_is() {
    float nan = Float.NaN;
    Tensor x = Tensor.ofRows(new float[] {1, nan, 3}, new float[] {nan, nan, 9});
    assertArrayEquals(new int[] {1, 0}, x.argmaxOfRows());
  }

  @Test
  void tensors_are_equal_to_the_bit() {
    assertEquals(Tensor.full(Float.NaN, 2), Tensor.full(Float.NaN, 2));
    assertNotEquals(Tensor.full(0.0, 2), Tensor.full(-0.0, 2));
    assertNotEquals(Tensor.full(1, 2), Tensor.full(Math.nextUp(1f), 2));
    assertNotEquals(Tensor.zeros(2, 3), Tensor.zeros(3, 2));
    assertNotEquals(Tensor.zeros(1), Tensor.zeros());
    assertNotEquals(A, (Object) "Tensor[2, 3]");
    assertEquals(A.hashCode(), Tensor.of(A.toArray(), A.shape()).hashCode());
  }

  @Test
  void what_does_not_fit_is_rejected_with_rule_and_value() {
    assertRejected("5 numbers do not fill the shape [2, 3]", () -> Tensor.of(new float[5], 2, 3));
    assertRejected("6 numbers do not fill the shape [4]", () -> A.reshape(4));
    assertRejected("a shape has no negative lengths, but was [2, -1]", () -> Tensor.zeros(2, -1));
    assertRejected(
        "a shape has no negative lengths, but was [-2, -3]", () -> Tensor.of(new float[6], -2, -3));
    assertRejected(
        "rows must be equally long, but row 0 has 2 numbers and row 1 has 1",
        () -> Tensor.ofRows(new float[] {1, 2}, new float[] {3}));
    assertRejected("axis must be in [0, 2), but was 2", () -> A.length(2));
    assertRejected("axis must be in [0, 2), but was -1", () -> A.length(-1));
    assertRejected("no element [0, 3] in shape [2, 3]", () -> A.get(0, 3));
    assertRejected("no element [-1, 0] in shape [2, 3]", () -> A.get(-1, 0));
    assertRejected("no element [1] in shape [2, 3]", () -> A.get(1));
    assertRejected("no element [0, 0, 0] in shape [2, 3]", () -> A.get(0, 0, 0));
    String differ = "shapes must be equal, but were [2, 3] and [3, 2]";
    assertRejected(differ, () -> A.plus(A.transpose()));
    assertRejected(differ, () -> A.minus(A.transpose()));
    assertRejected(differ, () -> A.times(A.transpose()));
    assertRejected(
        "the inner lengths of a matrix product must be equal, but the shapes were [2, 3] and [2, 3]",
        () -> A.matmul(A));
    String noMatrix = "a matrix has 2 axes, but the shape was [6]";
    assertRejected(noMatrix, () -> A.reshape(6).matmul(A));
    assertRejected(noMatrix, () -> A.matmul(A.reshape(6)));
    assertRejected(noMatrix, () -> A.reshape(6).transpose());
    assertRejected(noMatrix, () -> A.reshape(6).argmaxOfRows());
  }

  @Test
  void a_row_that_is_not_there_is_rejected() {
    assertThrows(IndexOutOfBoundsException.class, () -> A.rows(2));
    assertThrows(IndexOutOfBoundsException.class, () -> A.rows(0, -1));
  }

  @Test
  void a_tensor_too_large_for_an_array_is_rejected() {
    int most = Integer.MAX_VALUE;
    for (int[] shape :
        new int[][] {{50_000, 50_000}, {most}, {most, most}, {1 << 16, 1 << 16}, {3, most, most}}) {
      String rule = tooLarge(Arrays.toString(shape));
      assertRejected(rule, () -> Tensor.zeros(shape));
      assertRejected(rule, () -> Tensor.ones(shape));
      assertRejected(rule, () -> Tensor.uniform(KEY, shape));
      assertRejected(rule, () -> Tensor.of(new float[1], shape));
      assertRejected(rule, () -> Tensor.full(1).reshape(shape));
    }
  }

  @Test
  void a_product_too_large_for_an_array_is_rejected_though_its_factors_are_empty() {
    Tensor tall = Tensor.zeros((1 << 16) + 1, 0);
    Tensor wide = Tensor.zeros(0, 1 << 16);
    assertRejected(tooLarge("[65537, 65536]"), () -> tall.matmul(wide));
    assertEquals(Tensor.zeros(0, 0), wide.matmul(Tensor.zeros(1 << 16, 0)));
  }

  @Test
  void a_length_of_0_makes_a_tensor_empty_however_long_its_other_axes_are() {
    assertEquals(0, Tensor.zeros(1 << 16, 1 << 16, 0).size());
    assertEquals(0, Tensor.zeros(0, Integer.MAX_VALUE, Integer.MAX_VALUE).size());
    assertRejected(
        "a shape has no negative lengths, but was [0, 5, -1]", () -> Tensor.zeros(0, 5, -1));
  }

  private static String tooLarge(String shape) {
    return "a tensor holds at most 2147483392 numbers, but the shape was "
        + shape
        + ": make it smaller, or compute it in parts";
  }

  @Test
  void a_tensor_without_axes_has_no_rows_to_take() {
    assertRejected(
        "rows lie along the first axis, but the shape was []: give the tensor one, for example with"
            + " reshape(1)",
        () -> Tensor.full(1).rows(0));
  }

  @Test
  void a_row_without_numbers_has_no_largest_one() {
    assertRejected(
        "a row without numbers has no largest one, but the shape was [2, 0]",
        () -> Tensor.zeros(2, 0).argmaxOfRows());
    assertArrayEquals(new int[0], Tensor.zeros(0, 0).argmaxOfRows());
  }

  private static double[] doubles(Tensor tensor) {
    double[] numbers = new double[tensor.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = tensor.reshape(numbers.length).get(i);
    }
    return numbers;
  }

  @Test
  void copies_are_stacked_along_a_new_first_axis() {
    assertEquals(
        Tensor.of(new float[] {1, 2, 1, 2, 1, 2}, 3, 2),
        Tensor.of(new float[] {1, 2}, 2).stacked(3));
    assertEquals(Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 2, 3), A.stacked(1));
    assertArrayEquals(new int[] {0, 2, 3}, A.stacked(0).shape());
    assertArrayEquals(new int[] {4, 0, 3}, Tensor.zeros(0, 3).stacked(4).shape());
    assertThrows(IllegalArgumentException.class, () -> A.stacked(-1));
  }
}
