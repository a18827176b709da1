package dojo.data;

import static dojo.support.Rejection.assertRejected;
import static dojo.support.Statistics.assertCoins;
import static dojo.support.Statistics.assertEven;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.random.RandomKey;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
  private static final RandomKey KEY = RandomKey.of(12);
  private static final Dataset DIGITS = OptDigits.train();

  /**
   * Examples that are their own numbers, so that one sees where they went; the classes go round.
   */
  private static Dataset numbered(int n, int classes) {
    return Dataset.of(
        Tensor.generate(i -> i, n, 1),
        IntStream.range(0, n).map(i -> i % classes).toArray(),
        classes);
  }

  private static int[] numbers(Dataset data) {
    return IntStream.range(0, data.size()).map(i -> (int) data.x().get(i, 0)).toArray();
  }

  @Test
  void classes_become_rows_with_a_single_1() {
    Dataset data = Dataset.of(Tensor.zeros(3, 2), new int[] {2, 0, 1}, 3);
    assertEquals(
        Tensor.ofRows(new float[] {0, 0, 1}, new float[] {1, 0, 0}, new float[] {0, 1, 0}),
        data.y());
    assertArrayEquals(new int[] {2, 0, 1}, data.labels());
    assertEquals(3, data.size());
    assertEquals(3, data.classes());
  }

  @Test
  void examples_get_another_shape_and_keep_their_numbers() {
    Dataset data = Dataset.of(Tensor.generate(i -> i, 2, 6), new int[] {1, 0}, 2);
    Dataset pictures = data.shaped(1, 2, 3);
    assertEquals(Tensor.generate(i -> i, 2, 1, 2, 3), pictures.x());
    assertEquals(data.y(), pictures.y());
    assertEquals(
        "12 numbers do not fill the shape [2, 1, 4, 4]",
        assertThrows(IllegalArgumentException.class, () -> data.shaped(1, 4, 4)).getMessage());
  }

  @Test
  void rows_keep_examples_and_classes_together() {
    Dataset some = numbered(10, 3).rows(7, 2, 2);
    assertArrayEquals(new int[] {7, 2, 2}, numbers(some));
    assertArrayEquals(new int[] {1, 2, 2}, some.labels());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 200, 1000, 3760}) // 3760: all that the rarest digit allows
  void a_stratified_part_has_every_class_equally_often_and_nothing_twice(int n) {
    Dataset part = DIGITS.stratified(n, KEY);
    int[] expected = new int[10];
    Arrays.fill(expected, n / 10);
    assertArrayEquals(expected, OptDigitsTest.counts(part.labels(), 10));

    Dataset numbered = Dataset.of(Tensor.generate(i -> i, 3823, 1), DIGITS.labels(), 10);
    int[] chosen = numbers(numbered.stratified(n, KEY));
    assertEquals(n, Arrays.stream(chosen).distinct().count());
    assertEquals(DIGITS.rows(chosen), part); // examples and classes still together
  }

  @Test
  void a_stratified_part_is_a_function_of_its_key_and_in_random_order() {
    Dataset data = numbered(1000, 10);
    int[] part = numbers(data.stratified(100, KEY));
    assertArrayEquals(part, numbers(data.stratified(100, KEY)));
    assertTrue(!Arrays.equals(part, numbers(data.stratified(100, KEY.split(0)))));
    int rising = 0;
    for (int i = 0; i + 1 < part.length; i += 2) { // no example in two pairs: independent coins
      rising += part[i] < part[i + 1] ? 1 : 0;
    }
    assertCoins("rising pairs", rising, 50, 0.5, KEY);
  }

  @Test
  void every_example_is_as_likely_as_any_other_to_be_chosen() {
    Dataset data = numbered(100, 10);
    int[] chosen = new int[100];
    for (int i = 0; i < 4000; i++) {
      for (int number : numbers(data.stratified(20, KEY.split(i)))) {
        chosen[number]++;
      }
    }
    for (int i = 0; i < 100; i++) {
      assertCoins("example " + i, chosen[i], 4000, 0.2, KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 100", "0.5, 500", "0.0004, 0", "0.0006, 1", "1, 1000"})
  void label_noise_gives_exactly_this_fraction_another_class(double fraction, int wrong) {
    Dataset data = numbered(1000, 10);
    Dataset noisy = data.withLabelNoise(fraction, KEY);
    int[] before = data.labels();
    int[] after = noisy.labels();
    assertEquals(wrong, IntStream.range(0, 1000).filter(i -> before[i] != after[i]).count());
    assertEquals(data.x(), noisy.x()); // features and order untouched
    assertEquals(1000, noisy.y().sum()); // still a single 1 per row
    assertEquals(noisy, data.withLabelNoise(fraction, KEY));
  }

  @Test
  void label_noise_prefers_no_class_and_no_place() {
    Dataset data = numbered(10_000, 10);
    int[] before = data.labels();
    long[] shifts = new long[9];
    int firstHalf = 0;
    for (int key = 0; key < 10; key++) {
      int[] after = data.withLabelNoise(0.3, KEY.split(key)).labels();
      for (int i = 0; i < after.length; i++) {
        if (after[i] != before[i]) {
          shifts[(after[i] - before[i] + 10) % 10 - 1]++;
          firstHalf += i < 5000 ? 1 : 0;
        }
      }
    }
    assertEven("shifts of labels", shifts, KEY);
    // drawn without replacement, so it varies less than coins do: this bound is on the safe side
    assertCoins("noise in the first half", firstHalf, 30_000, 0.5, KEY);
  }

  @Test
  void label_noise_is_drawn_anew_from_another_key_and_never_changes_the_original() {
    Dataset data = numbered(100, 10);
    Tensor y = Tensor.of(data.y().toArray(), 100, 10);
    assertNotEquals(data.withLabelNoise(0.5, KEY), data.withLabelNoise(0.5, KEY.split(0)));
    assertEquals(y, data.y());
  }

  @ParameterizedTest
  @CsvSource({"10, 5, 2", "10, 3, 4", "10, 10, 1", "10, 99, 1", "10, 1, 10", "0, 3, 0"})
  void batches_hold_each_example_once_and_only_the_last_is_smaller(int n, int size, int count) {
    Dataset data = numbered(n, 3);
    List<Dataset> batches = data.batches(size, KEY);
    assertEquals(count, batches.size());
    for (int i = 0; i < count; i++) {
      assertEquals(Math.min(size, n - i * size), batches.get(i).size());
      for (int row = 0; row < batches.get(i).size(); row++) { // the class goes with its example
        assertEquals(numbers(batches.get(i))[row] % 3, batches.get(i).labels()[row]);
      }
    }
    int[] seen = batches.stream().flatMapToInt(b -> Arrays.stream(numbers(b))).sorted().toArray();
    assertArrayEquals(IntStream.range(0, n).toArray(), seen);
  }

  @Test
  void batches_come_in_an_order_that_is_a_function_of_the_key() {
    Dataset data = numbered(1000, 10);
    assertEquals(data.batches(50, KEY), data.batches(50, KEY));
    assertNotEquals(data.batches(50, KEY), data.batches(50, KEY.split(1)));
  }

  @Test
  void an_answer_that_is_not_a_number_is_wrong_whatever_the_class() {
    Dataset data = Dataset.of(Tensor.zeros(4, 1), new int[] {0, 0, 1, 1}, 2);
    assertEquals(1, data.error(Tensor.full(Double.NaN, 4, 2)));
    Tensor some = Tensor.of(new float[] {Float.NaN, 1, 3, Float.NaN, 1, Float.NaN, 0, 1}, 4, 2);
    assertEquals(0.75, data.error(some)); // the last alone is an answer, and right
  }

  @Test
  void what_does_not_fit_is_rejected() {
    assertRejected(
        "every example needs one row of classes, but the shapes were [3, 5] and [2, 10]",
        () -> new Dataset(Tensor.zeros(3, 5), Tensor.zeros(2, 10)));
    assertRejected(
        "every example needs one row of classes, but the shapes were [3, 5] and [2, 10]",
        () -> Dataset.of(Tensor.zeros(3, 5), new int[2], 10));
    assertRejected(
        "every example needs one row of classes, but the shapes were [3, 5] and [3]",
        () -> new Dataset(Tensor.zeros(3, 5), Tensor.zeros(3)));
    assertRejected(
        "every example needs one row of classes, but the shapes were [] and [1, 2]",
        () -> new Dataset(Tensor.full(1), Tensor.zeros(1, 2)));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> Dataset.of(Tensor.zeros(2, 5), new int[] {0, 10}, 10));
    Dataset data = numbered(100, 10);
    String stratified =
        "a stratified part needs a multiple of 10 examples, with enough of every class, but was"
            + " asked for %d of 100";
    for (int n :
        new int[] {15, 110, 1000, -10, Integer.MIN_VALUE, 2_147_483_640, Integer.MAX_VALUE}) {
      assertRejected(String.format(stratified, n), () -> data.stratified(n, KEY));
    }
    for (double fraction : new double[] {-0.1, 1.1, Double.NaN}) {
      assertRejected(
          "label noise must be in [0, 1], but was " + fraction,
          () -> data.withLabelNoise(fraction, KEY));
    }
    assertRejected("batch size must be at least 1, but was 0", () -> data.batches(0, KEY));
    assertRejected(
        "label noise needs another class, but there was 1",
        () -> numbered(5, 1).withLabelNoise(0.5, KEY));
  }

  @Test
  void a_stratified_split_leaves_out_nothing_and_its_first_part_is_the_stratified_one() {
    Dataset data = numbered(1000, 10);
    Split<Dataset> split = data.stratifiedSplit(300, KEY);
    assertEquals(data.stratified(300, KEY), split.train());
    int[] all =
        IntStream.concat(
                Arrays.stream(numbers(split.train())), Arrays.stream(numbers(split.heldOut())))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 1000).toArray(), all);
    assertEquals(0, data.stratifiedSplit(1000, KEY).heldOut().size());
  }

  @Test
  void the_mislabelled_examples_are_those_whose_labels_differ() {
    Dataset data = numbered(1000, 10);
    int[] wrong = data.withLabelNoise(0.1, KEY).mislabelled(data);
    assertEquals(100, wrong.length);
    assertArrayEquals(Arrays.stream(wrong).sorted().distinct().toArray(), wrong);
    assertArrayEquals(
        new int[] {1},
        Dataset.of(Tensor.zeros(3, 1), new int[] {2, 0, 1}, 3)
            .mislabelled(Dataset.of(Tensor.zeros(3, 1), new int[] {2, 1, 1}, 3)));
    var e = assertThrows(IllegalArgumentException.class, () -> data.mislabelled(data.rows(1)));
    assertEquals(
        "labels are compared row by row, but there were 1000 examples and 1", e.getMessage());
  }

  @Test
  void the_nearest_example_has_the_smallest_distance_and_of_equals_the_first() {
    Dataset data =
        Dataset.of(Tensor.of(new float[] {0, 0, 3, 4, 3, 4, 10, 0}, 4, 2), new int[4], 2);
    Tensor inputs = Tensor.of(new float[] {1, 1, 3, 3, 7, 0, -9, 0}, 4, 2);
    assertArrayEquals(new int[] {0, 1, 3, 0}, data.nearest(inputs));
    assertArrayEquals(new int[0], data.nearest(Tensor.zeros(0, 2)));
    var e = assertThrows(IllegalArgumentException.class, () -> data.nearest(Tensor.zeros(4, 3)));
    assertEquals(
        "inputs must be as large as examples, but the shapes were [4, 3] and [4, 2]",
        e.getMessage());
  }

  @Test
  void every_example_is_nearest_to_itself() {
    Dataset data = DIGITS.stratified(100, KEY);
    assertArrayEquals(IntStream.range(0, 100).toArray(), data.nearest(data.x()));
  }

  @Test
  void an_input_that_is_near_to_nothing_is_refused() {
    Dataset data = Dataset.of(Tensor.of(new float[] {0, Float.NaN, 5}, 3, 1), new int[3], 2);
    assertArrayEquals(new int[] {2, 0}, data.nearest(Tensor.of(new float[] {9, -1}, 2, 1)));
    for (float number : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      assertRejected(
          "the nearest example lies at a finite distance, but none of 3 examples does from input 1:"
              + " leave out what is NaN or infinite",
          () -> data.nearest(Tensor.of(new float[] {0, number}, 2, 1)));
    }
    assertThrows(IllegalArgumentException.class, () -> data.rows(1).nearest(Tensor.zeros(1, 1)));
    assertThrows(IllegalArgumentException.class, () -> data.rows().nearest(Tensor.zeros(1, 1)));
  }

  /** Wherever softmax has no probabilities there is no answer, either. */
  @Test
  void an_output_without_a_largest_finite_number_is_wrong_whatever_the_class() {
    float up = Float.POSITIVE_INFINITY;
    float out = Float.NEGATIVE_INFINITY;
    Tensor two =
        Tensor.ofRows(
            new float[] {out, out}, new float[] {up, up}, new float[] {up, 1}, new float[] {0, up});
    for (int label = 0; label < 2; label++) {
      int[] labels = {label, label, label, label};
      assertEquals(1, Dataset.of(Tensor.zeros(4, 1), labels, 2).error(two));
    }
    assertEquals(
        0,
        Dataset.of(Tensor.zeros(1, 1), new int[] {1}, 2)
            .error(Tensor.ofRows(new float[] {out, 0})));
  }
}
