package dojo.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.random.RandomKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MatMulTest {
  private static final Tensor X = Tensor.normal(RandomKey.of(1), 5, 3); // [batch, in]
  private static final Tensor W = Tensor.normal(RandomKey.of(2), 3, 2); // [in, out]
  private static final Tensor G = Tensor.normal(RandomKey.of(3), 5, 2); // [batch, out]

  @Test
  void affine_starts_each_sum_from_the_bias() {
    Tensor b = Tensor.normal(RandomKey.of(4), 2);
    float[] expected = new float[10];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 2; j++) {
        float sum = b.get(j);
        for (int k = 0; k < 3; k++) {
          sum = Math.fma(X.get(i, k), W.get(k, j), sum);
        }
        expected[i * 2 + j] = sum;
      }
    }
    assertEquals(Tensor.of(expected, 5, 2), MatMul.affine(X, W, b));
  }

  @Test
  void each_product_is_what_its_name_says() {
    assertEquals(X.matmul(W), MatMul.affine(X, W, Tensor.zeros(2)));
    assertEquals(G.matmul(W.transpose()), MatMul.timesTransposed(G, W));
    assertEquals(X.transpose().matmul(G), MatMul.transposedTimes(X, G));
  }

  @Test
  void rows_are_summed_in_order() {
    Tensor g = Tensor.ofRows(new float[] {1e8f, 1}, new float[] {-1e8f, 2}, new float[] {1, 3});
    assertEquals(Tensor.of(new float[] {1, 6}, 2), MatMul.sumOfRows(g));
    Tensor other = Tensor.ofRows(new float[] {1}, new float[] {1e8f}, new float[] {-1e8f});
    assertEquals(Tensor.of(new float[] {0}, 1), MatMul.sumOfRows(other)); // the order matters
  }

  @Test
  void columns_are_multiplied_and_summed_as_rows_are() {
    Tensor w = Tensor.normal(RandomKey.of(5), 3, 7);
    Tensor b = Tensor.normal(RandomKey.of(6), 7);
    Tensor rows = MatMul.affine(X, w, b);
    assertEquals(rows.transpose(), MatMul.affineOfColumns(X.transpose(), w, b)); // to the bit
    assertEquals(MatMul.sumOfRows(rows), MatMul.sumOfColumns(rows.transpose()));
  }

  @Test
  void an_empty_batch_gives_an_empty_answer_and_no_gradient() {
    Tensor none = Tensor.zeros(0, 3);
    assertEquals(Tensor.zeros(0, 2), MatMul.affine(none, W, Tensor.ones(2)));
    assertEquals(Tensor.zeros(3, 2), MatMul.transposedTimes(none, Tensor.zeros(0, 2)));
    assertEquals(Tensor.zeros(2), MatMul.sumOfRows(Tensor.zeros(0, 2)));
  }

  @Test
  void shapes_that_do_not_fit_are_rejected() {
    assertRejected("[5, 3] and [2, 3]", () -> MatMul.affine(X, W.transpose(), Tensor.zeros(3)));
    assertRejected("[5, 3] and [3, 2]", () -> MatMul.timesTransposed(X, W));
    assertRejected("[4, 3] and [5, 2]", () -> MatMul.transposedTimes(X.rows(0, 1, 2, 3), G));
  }

  private static void assertRejected(String shapes, Executable call) {
    assertEquals(
        "the inner lengths of a matrix product must be equal, but the shapes were " + shapes,
        assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void a_product_added_starts_from_what_it_is_added_to() {
    Tensor x = Tensor.ofRows(new float[] {1, 2}, new float[] {3, 4});
    Tensor start = Tensor.ofRows(new float[] {100}, new float[] {200});
    Tensor w = Tensor.ofRows(new float[] {10}, new float[] {-1});
    Tensor sum = MatMul.plus(start, x, w);
    assertEquals(Tensor.ofRows(new float[] {108}, new float[] {226}), sum);
    var e =
        assertThrows(IllegalArgumentException.class, () -> MatMul.plus(Tensor.zeros(1, 2), x, w));
    assertEquals("the shape must be [2, 1], but was [1, 2]", e.getMessage());
  }
}
