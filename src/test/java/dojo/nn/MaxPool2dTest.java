package dojo.nn;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxPool2dTest {
  private static final Tensor X =
      Tensor.of(new float[] {1, 2, 9, 4, -3, 0, 8, 7, 6, 5, 5, 5, -1, -2, -3}, 1, 1, 3, 5);

  @Test
  void each_window_gives_its_largest_number() {
    // 1 2 9 4 -3 / 0 8 7 6 5 / 5 5 -1 -2 -3: the last row and column belong to no window of two
    assertEquals(Tensor.of(new float[] {8, 9}, 1, 1, 1, 2), MaxPool2d.of(2).apply(X, Mode.eval()));
    assertEquals(
        Tensor.of(new float[] {8, 9, 9, 6, 8, 8, 7, 6}, 1, 1, 2, 4),
        new MaxPool2d(2, 1).apply(X, Mode.eval()));
  }

  @Test
  void the_gradient_goes_to_the_largest_number_and_adds_up_where_windows_overlap() {
    Tensor g = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 1, 1, 2, 4);
    assertEquals(
        Tensor.of(new float[] {0, 0, 5, 0, 0, 0, 12, 7, 12, 0, 0, 0, 0, 0, 0}, 1, 1, 3, 5),
        new MaxPool2d(2, 1).forward(X, Mode.eval()).pullback().apply(g).input());
  }

  @Test
  void of_equals_the_first_gets_the_gradient() {
    assertEquals(
        Tensor.of(new float[] {7, 0, 0, 0}, 1, 1, 2, 2),
        MaxPool2d.of(2)
            .forward(Tensor.zeros(1, 1, 2, 2), Mode.eval())
            .pullback()
            .apply(Tensor.full(7, 1, 1, 1, 1))
            .input());
  }

  @Test
  void a_window_with_a_nan_gives_nan_and_one_of_minus_infinity_gives_that() {
    float nan = Float.NaN;
    Tensor x = Tensor.of(new float[] {5, nan, 1, 2}, 1, 1, 2, 2);
    assertEquals(Tensor.full(nan, 1, 1, 1, 1), MaxPool2d.of(2).apply(x, Mode.eval()));
    Tensor low = Tensor.full(Double.NEGATIVE_INFINITY, 1, 1, 2, 2);
    assertEquals(
        low.reshape(4).rows(0).reshape(1, 1, 1, 1), MaxPool2d.of(2).apply(low, Mode.eval()));
  }

  @Test
  void zeros_are_equal_whatever_their_sign_and_negative_nans_are_nans() {
    float negativeNan = Float.intBitsToFloat(0xFFC00000);
    Tensor x = Tensor.of(new float[] {-0f, -1, negativeNan, 9, 0, -0f, -2, -3}, 1, 1, 2, 4);
    Forward pass = MaxPool2d.of(2).forward(x, Mode.eval());
    assertEquals(Tensor.of(new float[] {-0f, Float.NaN}, 1, 1, 1, 2), pass.output());
  }

  @Test
  void of_several_nans_the_first_gets_the_gradient() {
    Tensor x = Tensor.of(new float[] {5, Float.NaN, Float.NaN, 2}, 1, 1, 2, 2);
    assertEquals(
        Tensor.of(new float[] {0, 7, 0, 0}, 1, 1, 2, 2),
        MaxPool2d.of(2)
            .forward(x, Mode.eval())
            .pullback()
            .apply(Tensor.full(7, 1, 1, 1, 1))
            .input());
  }

  /** Neighbours among floats, and all that is special: what a rank of whole numbers might miss. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "2, 1", "3, 2", "2, 3"})
  void the_numbers_of_a_window_are_compared_as_floats_are(int size, int stride) {
    float[] numbers = {
      1,
      Math.nextUp(1f),
      -1,
      Math.nextUp(-1f),
      0,
      -0f,
      Float.MIN_VALUE,
      -Float.MIN_VALUE,
      Float.MAX_VALUE,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      Float.NaN
    };
    RandomKey key = RandomKey.of(8);
    Tensor x = Tensor.generate(i -> numbers[key.below(i, numbers.length)], 9, 4, 7, 6);
    Forward pass = new MaxPool2d(size, stride).forward(x, Mode.eval());
    Tensor g = Tensor.normal(key.split("g"), pass.output().shape());
    float[] in = x.toArray();
    float[] gradient = g.toArray();
    int[] best = textbook(x, size, stride);
    float[] y = new float[best.length];
    float[] dx = new float[x.size()];
    for (int i = 0; i < best.length; i++) {
      y[i] = in[best[i]];
      dx[best[i]] += gradient[i];
    }
    assertEquals(Tensor.of(y, pass.output().shape()), pass.output());
    assertEquals(Tensor.of(dx, x.shape()), pass.pullback().apply(g).input());
  }

  /** Returns where the largest number of each window is: the first of equals, and of NaNs. */
  private static int[] textbook(Tensor x, int size, int stride) {
    float[] numbers = x.toArray();
    int height = x.length(2);
    int width = x.length(3);
    int[] best = new int[x.size()];
    int windows = 0;
    for (int plane = 0; plane < x.length(0) * x.length(1); plane++) {
      for (int i = 0; i + size <= height; i += stride) {
        for (int j = 0; j + size <= width; j += stride) {
          int first = (plane * height + i) * width + j;
          best[windows] = first;
          for (int at = 0; at < size * size; at++) {
            int place = first + at / size * width + at % size;
            float number = numbers[place];
            float largest = numbers[best[windows]];
            if (number > largest || (Float.isNaN(number) && !Float.isNaN(largest))) {
              best[windows] = place;
            }
          }
          windows++;
        }
      }
    }
    return Arrays.copyOf(best, windows);
  }

  @Test
  void images_and_channels_do_not_mix() {
    Tensor x = Tensor.generate(i -> i, 2, 3, 2, 2);
    assertEquals(
        Tensor.of(new float[] {3, 7, 11, 15, 19, 23}, 2, 3, 1, 1),
        MaxPool2d.of(2).apply(x, Mode.eval()));
  }

  @Test
  void flattening_keeps_the_numbers_and_their_order() {
    Tensor x = Tensor.generate(i -> i, 2, 3, 2, 2);
    assertEquals(x.reshape(2, 12), new Flatten().apply(x, Mode.eval()));
    assertEquals(x.reshape(24, 1), new Flatten().apply(x.reshape(24), Mode.eval()));
    assertEquals(Tensor.zeros(0, 6), new Flatten().apply(Tensor.zeros(0, 2, 3), Mode.eval()));
    Tensor g = x.reshape(2, 12).times(-1);
    assertEquals(x.times(-1), new Flatten().forward(x, Mode.eval()).pullback().apply(g).input());
  }

  @Test
  void printing_tells_the_geometry() {
    assertEquals("MaxPool2d(2)", MaxPool2d.of(2).toString());
    assertEquals("MaxPool2d(3, stride 2)", new MaxPool2d(3, 2).toString());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "kernel and stride must be at least 1 and padding at least 0, but were 0, 0 and 0",
        () -> MaxPool2d.of(0));
    assertRejected(
        "the input must be [batch, channels, height, width], but its shape was [2, 3]",
        () -> MaxPool2d.of(2).forward(Tensor.zeros(2, 3), Mode.eval()));
    assertRejected(
        "the input must be [batch, 3, height, width], height and width at least 4, but its shape"
            + " was [2, 3, 3, 4]",
        () -> MaxPool2d.of(4).forward(Tensor.zeros(2, 3, 3, 4), Mode.eval()));
    assertRejected(
        "the gradient must be [1, 1, 1, 2], but its shape was [2]"
            + ": pass the gradient of the loss at this output",
        () -> MaxPool2d.of(2).forward(X, Mode.eval()).pullback().apply(Tensor.zeros(2)));
    assertRejected(
        "the input must be [batch, …], but its shape was []",
        () -> new Flatten().forward(Tensor.zeros(), Mode.eval()));
  }
}
