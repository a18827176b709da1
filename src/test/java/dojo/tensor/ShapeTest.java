package dojo.tensor;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.data.Dataset;
import dojo.dropout.DropRate;
import dojo.dropout.Mask;
import dojo.nn.Conv2d;
import dojo.nn.Embedding;
import dojo.nn.Flatten;
import dojo.nn.Init;
import dojo.nn.Linear;
import dojo.nn.Lstm;
import dojo.nn.MaxPool2d;
import dojo.nn.Mode;
import dojo.nn.Rnn;
import dojo.nn.Sequential;
import dojo.random.RandomKey;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** How many numbers a shape holds, wherever lengths are multiplied. */
class ShapeTest {
  private static final RandomKey KEY = RandomKey.of(3);
  private static final int LARGE = 1 << 16;

  @Test
  void the_size_is_the_product_of_the_lengths() {
    assertEquals(1, Shape.size(new int[0]));
    assertEquals(24, Shape.size(2, 3, 4));
    assertEquals(0, Shape.size(2, 0, 4));
    assertEquals(2_147_483_392, Shape.size(2_147_483_392));
    assertEquals(0, Shape.size(Integer.MAX_VALUE, 0));
  }

  @Test
  void a_length_that_was_computed_may_be_too_long_for_an_axis() {
    assertRejected(tooLarge("[4294967296, 0]"), () -> Shape.size(1L << 32, 0));
    assertRejected(tooLarge("[9223372036854775807, 2]"), () -> Shape.size(Long.MAX_VALUE, 2L));
  }

  /** Each would need more numbers than an array can have; none is allocated. */
  @Test
  void whatever_multiplies_lengths_names_the_shape_that_is_too_large() {
    Tensor nothing = Tensor.zeros(0, 3, LARGE, LARGE);
    Map<String, Executable> calls = new TreeMap<>();
    calls.put("[65536, 65536]", () -> Mask.sample(new DropRate(.5), KEY, LARGE, LARGE));
    calls.put("[3, 65536, 65536]", () -> new Flatten().forward(nothing, Mode.eval()));
    calls.put("[1, 50000, 50000]", () -> Conv2d.he(1, 1, 50_000, KEY));
    calls.put("[65537, 65537]", () -> Init.orthogonal(LARGE + 1, KEY));
    calls.put("[65538, 65538]", () -> Linear.he(LARGE + 2, LARGE + 2, KEY));
    calls.put("[4, 1073741824]", () -> Lstm.of(0, 1 << 30, KEY));
    calls.put("[65539, 65539]", () -> Embedding.normal(LARGE + 3, LARGE + 3, KEY));
    calls.put("[65540, 65536]", () -> Dataset.of(nothing, new int[LARGE + 4], LARGE));
    calls.put(
        "[65541, 65536]",
        () ->
            new Linear(Tensor.zeros(0, LARGE), Tensor.zeros(LARGE))
                .forward(Tensor.zeros(LARGE + 5, 0), Mode.eval()));
    calls.put(
        "[65543, 65536]",
        () ->
            new Rnn(Tensor.zeros(0, 0), Tensor.zeros(0, 0), Tensor.zeros(0), Sequential.of())
                .forward(Tensor.zeros(LARGE + 7, LARGE, 0), Mode.eval()));
    calls.put(
        "[4294967299]",
        () ->
            conv(1).withPadding(Integer.MAX_VALUE).forward(Tensor.zeros(1, 1, 5, 5), Mode.eval()));
    calls.put(
        "[1, 65541, 65541]",
        () -> conv(1).withPadding(LARGE / 2).forward(Tensor.zeros(1, 1, 5, 5), Mode.eval()));
    calls.forEach((shape, call) -> assertRejected(tooLarge(shape), call));
  }

  private static Conv2d conv(int kernel) {
    return Conv2d.he(1, 1, kernel, KEY);
  }

  private static String tooLarge(String shape) {
    return "a tensor holds at most 2147483392 numbers, but the shape was "
        + shape
        + ": make it smaller, or compute it in parts";
  }

  @Test
  void a_stride_that_leads_far_out_of_the_image_leaves_one_patch() {
    Tensor x = Tensor.normal(KEY, 1, 1, 5, 5);
    Tensor y = conv(2).withStride(Integer.MAX_VALUE).apply(x, Mode.eval());
    assertEquals(conv(2).apply(x, Mode.eval()).get(0, 0, 0, 0), y.get(0, 0, 0, 0));
    assertEquals(1, y.size());
    assertEquals(1, new MaxPool2d(2, Integer.MAX_VALUE).apply(x, Mode.eval()).size());
  }

  @Test
  void a_kernel_whose_square_is_too_large_fits_no_weights() {
    assertRejected(
        tooLarge("[65536, 65536]"),
        () -> new Conv2d(Tensor.zeros(0, 1), Tensor.zeros(1), LARGE, 1, 0));
  }

  @Test
  void a_length_that_is_four_times_another_is_so_beyond_an_int_too() {
    Tensor u = Tensor.zeros(1 << 30, 0); // 4·2³⁰ is 0 in an int
    assertRejected(
        "an LSTM has weights [in, 4·units] and [units, 4·units] and biases [4·units], but the shapes"
            + " were [0, 0], [1073741824, 0] and [0]",
        () -> new Lstm(Tensor.zeros(0, 0), u, Tensor.zeros(0), Sequential.of()));
  }

  @Test
  void masks_of_nothing_can_be_repeated_along_the_longest_axes() {
    Mask one = Mask.of(Tensor.ones(1, 1, 1));
    assertEquals(Mask.of(Tensor.zeros(LARGE, LARGE, 0)), one.expand(LARGE, LARGE, 0));
    assertEquals(Mask.of(Tensor.zeros(0, LARGE, LARGE)), one.expand(0, LARGE, LARGE));
    assertRejected(tooLarge("[65536, 65536, 2]"), () -> one.expand(LARGE, LARGE, 2));
  }
}
