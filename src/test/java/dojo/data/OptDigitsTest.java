package dojo.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OptDigitsTest {
  private static final Dataset TRAIN = OptDigits.train();
  private static final Dataset TEST = OptDigits.test();

  @Test
  void there_are_3823_digits_to_train_on_and_1797_to_test_on() {
    assertArrayEquals(new int[] {3823, 64}, TRAIN.x().shape());
    assertArrayEquals(new int[] {3823, 10}, TRAIN.y().shape());
    assertArrayEquals(new int[] {1797, 64}, TEST.x().shape());
    assertArrayEquals(new int[] {1797, 10}, TEST.y().shape());
  }

  @Test
  void each_digit_is_as_often_as_its_authors_say() {
    assertArrayEquals(
        new int[] {376, 389, 380, 389, 387, 376, 377, 387, 380, 382}, counts(TRAIN.labels(), 10));
    assertArrayEquals(
        new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, counts(TEST.labels(), 10));
  }

  @Test
  void every_pixel_is_a_sixteenth_from_0_to_1() {
    for (Dataset data : new Dataset[] {TRAIN, TEST}) {
      for (float pixel : data.x().toArray()) {
        assertTrue(pixel >= 0 && pixel <= 1 && pixel * 16 == Math.rint(pixel * 16));
      }
    }
    // the first line of each file begins 0,1,6,15,12,1 and 0,0,5,13,9,1
    float[] first = {0, 1, 6, 15, 12, 1};
    float[] firstOfTest = {0, 0, 5, 13, 9, 1};
    for (int i = 0; i < 6; i++) {
      assertEquals(first[i] / 16, TRAIN.x().get(0, i));
      assertEquals(firstOfTest[i] / 16, TEST.x().get(0, i));
    }
  }

  @Test
  void printing_tells_the_sizes() {
    assertEquals("3823 examples [3823, 64], 10 classes", TRAIN.toString());
  }

  static int[] counts(int[] labels, int classes) {
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return counts;
  }
}
