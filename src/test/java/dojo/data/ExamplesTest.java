package dojo.data;

import static dojo.support.Rejection.assertRejected;
import static dojo.support.Statistics.assertCoins;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {
  private static final RandomKey KEY = RandomKey.of(14);

  /** Examples that are their own numbers, and the answer is the square. */
  private static Regression numbered(int n) {
    return new Regression(
        Tensor.generate(i -> i, n, 1), Tensor.generate(i -> (double) i * i, n, 1));
  }

  private static int[] numbers(Regression data) {
    for (int i = 0; i < data.size(); i++) { // the answer goes with its example
      assertEquals(data.x().get(i, 0) * data.x().get(i, 0), data.y().get(i, 0));
    }
    return IntStream.range(0, data.size()).map(i -> (int) data.x().get(i, 0)).toArray();
  }

  @ParameterizedTest
  @CsvSource({"10, 0.5, 5", "10, 0.1, 1", "308, 0.9, 277", "3, 0.5, 2"})
  void a_split_parts_the_examples_and_loses_none(int n, double fraction, int train) {
    Split<Regression> split = numbered(n).split(fraction, KEY);
    assertEquals(train, split.train().size());
    int[] all =
        IntStream.concat(
                Arrays.stream(numbers(split.train())), Arrays.stream(numbers(split.heldOut())))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, n).toArray(), all);
  }

  @Test
  void a_split_is_a_function_of_its_key() {
    Regression data = numbered(100);
    assertEquals(data.split(0.8, KEY), data.split(0.8, KEY));
    assertNotEquals(data.split(0.8, KEY), data.split(0.8, KEY.split(0)));
  }

  @Test
  void every_example_is_as_likely_as_any_other_to_be_held_out() {
    Regression data = numbered(50);
    int[] heldOut = new int[50];
    for (int i = 0; i < 4000; i++) {
      for (int number : numbers(data.split(0.8, KEY.split(i)).heldOut())) {
        heldOut[number]++;
      }
    }
    for (int i = 0; i < 50; i++) {
      assertCoins("example " + i, heldOut[i], 4000, 0.2, KEY);
    }
  }

  @Test
  void digits_split_into_digits() {
    Split<Dataset> split = OptDigits.train().split(0.75, KEY);
    assertEquals(2867, split.train().size());
    assertEquals(956, split.heldOut().size());
    assertEquals(10, split.heldOut().classes());
  }

  @Test
  void batches_of_numbers_hold_each_example_once() {
    List<Regression> batches = numbered(10).batches(4, KEY);
    assertEquals(List.of(4, 4, 2), batches.stream().map(Regression::size).toList());
    int[] seen = batches.stream().flatMapToInt(b -> Arrays.stream(numbers(b))).sorted().toArray();
    assertArrayEquals(IntStream.range(0, 10).toArray(), seen);
  }

  @Test
  void the_error_of_classes_is_the_fraction_of_wrong_ones() {
    Dataset data = Dataset.of(Tensor.zeros(4, 1), new int[] {0, 1, 2, 2}, 3);
    Tensor answers =
        Tensor.ofRows(
            new float[] {5, 4, 4},
            new float[] {0, 1, 2}, // the only wrong one
            new float[] {-3, -2, -1},
            new float[] {0, 0, 1e-9f});
    assertEquals(0.25, data.error(answers));
    assertRejected(
        "outputs and classes must have the same shape, but had [4, 2] and [4, 3]",
        () -> data.error(Tensor.zeros(4, 2)));
  }

  @Test
  void the_error_of_numbers_is_the_root_of_their_mean_square_error() {
    Regression data =
        new Regression(
            Tensor.zeros(2, 3), Tensor.ofRows(new float[] {1, 2}, new float[] {3, 1000}));
    assertEquals(0, data.error(data.y()));
    Tensor answers = Tensor.ofRows(new float[] {2, 2}, new float[] {0, 1000 - 3 * 1.5f});
    assertEquals(Math.sqrt((1 + 0 + 9 + 20.25) / 4), data.error(answers));
    assertEquals(Double.NaN, data.error(Tensor.full(Double.NaN, 2, 2)));
    assertRejected(
        "outputs and targets must have the same shape, but had [2, 1] and [2, 2]",
        () -> data.error(Tensor.zeros(2, 1)));
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "every example needs one row of targets, but the shapes were [3, 5] and [2, 1]",
        () -> new Regression(Tensor.zeros(3, 5), Tensor.zeros(2, 1)));
    assertRejected(
        "every example needs one row of targets, but the shapes were [3, 5] and [3]",
        () -> new Regression(Tensor.zeros(3, 5), Tensor.zeros(3)));
    assertRejected("batch size must be at least 1, but was 0", () -> numbered(3).batches(0, KEY));
    for (double fraction : new double[] {0, 1, -0.5, 1.5, 0.04, 0.96, Double.NaN}) {
      assertRejected(
          "a split must leave examples on both sides, but was " + fraction + " of 10 examples",
          () -> numbered(10).split(fraction, KEY));
    }
  }

  @Test
  void printing_tells_the_sizes() {
    assertEquals("10 examples [10, 1], 1 target", numbered(10).toString());
    assertEquals(
        "3 examples [3, 4], 2 targets",
        new Regression(Tensor.zeros(3, 4), Tensor.zeros(3, 2)).toString());
  }
}
