package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import dojo.tensor.MatMul;
import dojo.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class Conv2dTest {
  private static final RandomKey KEY = RandomKey.of(6);

  /** x = ((7·i) mod 11 − 5) and W = ((5·i) mod 7 − 3), so that every sum is a whole number. */
  private static final Tensor X = Tensor.generate(i -> 7 * i % 11 - 5, 2, 2, 4, 5);

  private static final Conv2d LAYER =
      new Conv2d(
          Tensor.generate(i -> 5 * i % 7 - 3, 18, 3),
          Tensor.of(new float[] {10, 20, 30}, 3),
          3,
          1,
          0);

  @Test
  void an_image_is_filtered_as_by_hand() {
    Tensor image = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 1, 3, 3);
    Conv2d layer =
        new Conv2d(Tensor.of(new float[] {1, 0, 0, -2}, 4, 1), Tensor.full(100, 1), 2, 1, 0);
    // 100 + the number at the top left − 2 · the one at the bottom right
    assertEquals(
        Tensor.of(new float[] {91, 90, 88, 87}, 1, 1, 2, 2), layer.apply(image, Mode.eval()));
    // with a ring of zeros around, every second place
    assertEquals(
        Tensor.of(new float[] {98, 94, 86, 87}, 1, 1, 2, 2),
        layer.withPadding(1).withStride(2).apply(image, Mode.eval()));
  }

  @Test
  void the_values_are_those_of_another_program() {
    // sum over c of scipy.signal.correlate2d(x[n, c], w[c, :, :, o], mode='valid') + b[o], where
    // x = numpy.array([(7 * i) % 11 - 5 for i in range(80)]).reshape(2, 2, 4, 5)
    // w = numpy.array([(5 * i) % 7 - 3 for i in range(54)]).reshape(2, 3, 3, 3)  # c, u, v, o
    float[] plain = {
      54, -43, 25, 9, -11, 24, -7, 26, 70, 4, 59, -7, 16, 25, 45, 83, -18, 46, 24, 26, -38, -43, 25,
      5, -7, -7, 59, 26, 70, 26, 46, 44, 9, 25, 45, -23
    };
    assertEquals(Tensor.of(plain, 2, 3, 2, 3), LAYER.apply(X, Mode.eval()));
    // the same of numpy.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1))), then [:, :, ::2, ::2]
    float[] padded = {
      17, 16, -20, -14, -11, 27, 15, 13, 21, -20, 59, -19, 55, 38, 48, 72, -18, 33, -20, 16, 17, 27,
      25, 12, 36, 11, 4, 19, 70, 19, 22, -1, 54, 32, 45, 47
    };
    assertEquals(
        Tensor.of(padded, 2, 3, 2, 3), LAYER.withPadding(1).withStride(2).apply(X, Mode.eval()));
  }

  @Test
  void a_kernel_of_the_size_of_the_image_is_a_linear_layer() {
    Conv2d conv = Conv2d.he(2, 4, 3, KEY);
    Linear linear = new Linear(conv.weight(), conv.bias());
    Tensor x = Tensor.normal(KEY.split("x"), 5, 2, 3, 3);
    Tensor flat = new Flatten().apply(x, Mode.eval());
    assertEquals(
        linear.apply(flat, Mode.eval()), conv.apply(x, Mode.eval()).reshape(5, 4)); // to the bit
    Tensor g = Tensor.normal(KEY.split("g"), 5, 4);
    Gradients expected = linear.forward(flat, Mode.eval()).pullback().apply(g);
    Gradients found = conv.forward(x, Mode.eval()).pullback().apply(g.reshape(5, 4, 1, 1));
    assertEquals(expected.parameters(), found.parameters());
    assertEquals(expected.input(), found.input().reshape(5, 18));
  }

  @Test
  void every_sum_has_the_order_of_patches_that_are_rows() {
    for (int stride = 1; stride <= 3; stride++) {
      for (int padding = 0; padding <= 3; padding++) {
        Conv2d layer =
            new Conv2d(Tensor.normal(KEY, 18, 5), Tensor.normal(KEY, 5), 3, stride, padding);
        Tensor x = Tensor.normal(KEY.split("x"), 3, 2, 6, 5);
        Forward pass = layer.forward(x, Mode.eval());
        Tensor dy = Tensor.normal(KEY.split("g"), pass.output().shape());
        Gradients found = pass.pullback().apply(dy);
        Rows rows = new Rows(layer, x, dy);
        assertEquals(rows.output(), pass.output()); // to the bit
        assertEquals(
            List.of(MatMul.transposedTimes(rows.patches, rows.g), MatMul.sumOfRows(rows.g)),
            found.parameters());
        assertEquals(rows.inputGradient(), found.input());
      }
    }
  }

  /** The layer of the documentation, number by number: a patch is a row. */
  private static final class Rows {
    private final Conv2d layer;
    private final Tensor x;
    private final Tensor dy;
    private final int area;
    private final Tensor patches;
    private final Tensor g;

    Rows(Conv2d layer, Tensor x, Tensor dy) {
      this.layer = layer;
      this.x = x;
      this.dy = dy;
      area = dy.length(2) * dy.length(3);
      int rows = x.length(0) * area;
      patches =
          Tensor.generate(
              at -> place(at / 18, at % 18) < 0 ? 0 : x.toArray()[place(at / 18, at % 18)],
              rows,
              18);
      g = Tensor.generate(at -> dy.toArray()[image(at / 5, at % 5)], rows, 5);
    }

    /** Returns where number i of a patch lies in x, or −1 in the padding. */
    private int place(int patch, int i) {
      int down = patch % area / dy.length(3) * layer.stride() + i % 9 / 3 - layer.padding();
      int across = patch % dy.length(3) * layer.stride() + i % 3 - layer.padding();
      boolean inside = down >= 0 && down < 6 && across >= 0 && across < 5;
      return inside ? ((patch / area * 2 + i / 9) * 6 + down) * 5 + across : -1;
    }

    /** Returns where the number of a filter lies in dy. */
    private int image(int patch, int filter) {
      return (patch / area * 5 + filter) * area + patch % area;
    }

    Tensor output() {
      float[] rows = MatMul.affine(patches, layer.weight(), layer.bias()).toArray();
      float[] y = new float[rows.length];
      for (int i = 0; i < y.length; i++) {
        y[image(i / 5, i % 5)] = rows[i];
      }
      return Tensor.of(y, dy.shape());
    }

    Tensor inputGradient() {
      float[] rows = MatMul.timesTransposed(g, layer.weight()).toArray();
      float[] dx = new float[x.size()];
      for (int i = 0; i < rows.length; i++) {
        if (place(i / 18, i % 18) >= 0) {
          dx[place(i / 18, i % 18)] += rows[i];
        }
      }
      return Tensor.of(dx, x.shape());
    }
  }

  @Test
  void the_image_and_its_gradient_have_the_gradients_computed_by_hand() {
    Conv2d layer = new Conv2d(Tensor.of(new float[] {1, 2, 3, 4}, 4, 1), Tensor.zeros(1), 2, 1, 0);
    Tensor image = Tensor.of(new float[] {1, 0, -1, 5, 2, 0}, 1, 1, 2, 3);
    Gradients gradients =
        layer
            .forward(image, Mode.eval())
            .pullback()
            .apply(Tensor.of(new float[] {1, 10}, 1, 1, 1, 2));
    assertEquals( // each place gets its weights, times the gradients of the patches it is in
        Tensor.of(new float[] {1, 12, 20, 3, 34, 40}, 1, 1, 2, 3), gradients.input());
    assertEquals(
        List.of(Tensor.of(new float[] {1, -10, 25, 2}, 4, 1), Tensor.full(11, 1)),
        gradients.parameters());
  }

  @Test
  void the_size_of_the_output_counts_whole_steps() {
    Conv2d layer = Conv2d.he(1, 2, 3, KEY);
    assertEquals(
        Tensor.zeros(0, 2, 5, 6).size(), layer.apply(Tensor.zeros(0, 1, 7, 8), Mode.eval()).size());
    Tensor y = layer.withStride(2).withPadding(1).apply(Tensor.zeros(1, 1, 7, 8), Mode.eval());
    assertEquals(List.of(4, 4), List.of(y.length(2), y.length(3)));
  }

  @Test
  void padding_makes_room_for_a_kernel_larger_than_the_image() {
    Conv2d layer = new Conv2d(Tensor.generate(i -> i, 9, 1), Tensor.zeros(1), 3, 1, 1);
    assertEquals( // the one number meets the middle of the kernel
        Tensor.full(8, 1, 1, 1, 1), layer.apply(Tensor.full(2, 1, 1, 1, 1), Mode.eval()));
  }

  @Test
  void the_first_weights_are_those_of_he() {
    Conv2d layer = Conv2d.he(3, 5, 2, KEY);
    assertEquals(Init.he(12, KEY, 12, 5), layer.weight());
    assertEquals(Tensor.zeros(5), layer.bias());
  }

  @Test
  void printing_tells_the_geometry() {
    assertEquals("Conv2d(2 → 3, kernel 3)", LAYER.toString());
    assertEquals(
        "Conv2d(2 → 3, kernel 3, stride 2, padding 1)",
        LAYER.withStride(2).withPadding(1).toString());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "a convolution has weights [channels·3², out] and biases [out], but the shapes were [17, 3]"
            + " and [3]",
        () -> new Conv2d(Tensor.zeros(17, 3), Tensor.zeros(3), 3, 1, 0));
    assertRejected( // whole rows of a kernel, but not whole kernels
        "a convolution has weights [channels·3², out] and biases [out], but the shapes were [15, 3]"
            + " and [3]",
        () -> new Conv2d(Tensor.zeros(15, 3), Tensor.zeros(3), 3, 1, 0));
    String ranges = "kernel and stride must be at least 1 and padding at least 0, but were ";
    assertRejected(
        ranges + "0, 1 and 0", () -> new Conv2d(Tensor.zeros(9, 3), Tensor.zeros(3), 0, 1, 0));
    assertRejected(ranges + "3, 0 and 0", () -> LAYER.withStride(0));
    assertRejected(ranges + "3, 1 and -1", () -> LAYER.withPadding(-1));
    String input = "the input must be [batch, 2, height, width], height and width at least ";
    assertRejected(
        input + "3, but its shape was [2, 3, 4, 5]",
        () -> LAYER.forward(Tensor.zeros(2, 3, 4, 5), Mode.eval()));
    assertRejected(
        input + "3, but its shape was [1, 2, 2, 5]",
        () -> LAYER.forward(Tensor.zeros(1, 2, 2, 5), Mode.eval()));
    assertRejected(
        input + "3, but its shape was [1, 2, 5, 2]",
        () -> LAYER.forward(Tensor.zeros(1, 2, 5, 2), Mode.eval()));
    assertRejected(
        input + "1, but its shape was [2, 40]",
        () -> LAYER.withPadding(1).forward(Tensor.zeros(2, 40), Mode.eval()));
    assertRejected(
        input + "0, but its shape was [2, 3, 4, 5]",
        () -> LAYER.withPadding(2).forward(Tensor.zeros(2, 3, 4, 5), Mode.eval()));
    Pullback pullback = LAYER.forward(X, Mode.eval()).pullback();
    assertRejected(
        "the gradient must be [2, 3, 2, 3], but its shape was [2, 3, 3, 2]"
            + ": pass the gradient of the loss at this output",
        () -> pullback.apply(Tensor.zeros(2, 3, 3, 2)));
  }
}
