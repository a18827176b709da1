package dojo.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.tensor.Tensor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YachtTest {
  private static final Regression YACHTS = Yacht.all();

  @Test
  void there_are_308_yachts_with_six_numbers_and_a_resistance() {
    assertArrayEquals(new int[] {308, 6}, YACHTS.x().shape());
    assertArrayEquals(new int[] {308, 1}, YACHTS.y().shape());
    assertEquals("308 examples [308, 6], 1 target", YACHTS.toString());
  }

  @Test
  void the_first_and_the_last_are_those_of_the_file() {
    assertEquals(
        new Regression(
            Tensor.ofRows(
                new float[] {-2.3f, 0.568f, 4.78f, 3.99f, 3.17f, 0.125f},
                new float[] {-2.3f, 0.6f, 4.34f, 4.23f, 2.73f, 0.45f}),
            Tensor.ofRows(new float[] {0.11f}, new float[] {46.66f})),
        YACHTS.rows(0, 307));
  }

  @Test
  void every_column_has_the_range_and_the_sum_of_the_file() {
    assertColumn(YACHTS.x(), 0, -5, 0, -733.6);
    assertColumn(YACHTS.x(), 1, 0.53, 0.6, 173.754);
    assertColumn(YACHTS.x(), 2, 4.34, 5.14, 1474.9);
    assertColumn(YACHTS.x(), 3, 2.81, 5.35, 1212.54);
    assertColumn(YACHTS.x(), 4, 2.73, 3.64, 987.7);
    assertColumn(YACHTS.x(), 5, 0.125, 0.45, 88.55);
    assertColumn(YACHTS.y(), 0, 0.01, 62.42, 3232.57);
  }

  @Test
  void every_hull_is_towed_at_14_speeds() {
    for (int i = 0; i < 308; i++) { // the speeds of every hull are those of the first
      assertEquals(YACHTS.x().get(i % 14, 5), YACHTS.x().get(i, 5));
      assertEquals(YACHTS.x().get(i / 14 * 14, 0), YACHTS.x().get(i, 0));
    }
  }

  static void assertColumn(Tensor t, int column, double min, double max, double sum) {
    double[] numbers = IntStream.range(0, t.length(0)).mapToDouble(i -> t.get(i, column)).toArray();
    double total = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double number : numbers) {
      total += number;
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
    assertEquals((float) min, low);
    assertEquals((float) max, high);
    assertEquals(sum, total, Math.abs(sum) * 1e-7); // each number was rounded to float32
  }
}
