package dojo.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FashionMnistTest {
  private static final Dataset TRAIN = FashionMnist.train();
  private static final Dataset TEST = FashionMnist.test();

  @Test
  void there_are_5000_pictures_to_train_on_and_2000_to_test_on() {
    assertArrayEquals(new int[] {5000, 196}, TRAIN.x().shape());
    assertArrayEquals(new int[] {5000, 10}, TRAIN.y().shape());
    assertArrayEquals(new int[] {2000, 196}, TEST.x().shape());
    assertArrayEquals(new int[] {2000, 10}, TEST.y().shape());
  }

  @Test
  void every_class_is_equally_often_and_has_a_name() {
    int[] each = new int[10];
    Arrays.fill(each, 500);
    assertArrayEquals(each, OptDigitsTest.counts(TRAIN.labels(), 10));
    Arrays.fill(each, 200);
    assertArrayEquals(each, OptDigitsTest.counts(TEST.labels(), 10));
    assertEquals(10, FashionMnist.CLASSES.size());
  }

  @Test
  void every_pixel_is_a_byte_on_a_scale_from_0_to_1() {
    for (Dataset data : new Dataset[] {TRAIN, TEST}) {
      float min = 1;
      float max = 0;
      for (float pixel : data.x().toArray()) {
        assertEquals(Math.round(pixel * 255) / 255f, pixel);
        min = Math.min(min, pixel);
        max = Math.max(max, pixel);
      }
      assertEquals(0, min);
      assertEquals(1, max);
    }
  }

  /**
   * The first pictures are numbers 8 of the original training set, a sandal, and 1 of its test set,
   * a pullover. Row 6 and the sums were taken from the originals, block by block.
   */
  @Test
  void the_first_pictures_are_those_of_the_original() {
    assertArrayEquals(new int[] {5, 9, 0, 1, 5, 3, 8, 7, 1, 7}, Arrays.copyOf(TRAIN.labels(), 10));
    assertArrayEquals(new int[] {2, 6, 7, 3, 0, 2, 4, 7, 7, 2}, Arrays.copyOf(TEST.labels(), 10));
    assertRow(TRAIN, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 12, 71, 88, 58);
    assertRow(TEST, 0, 0, 196, 243, 226, 240, 234, 237, 236, 242, 240, 246, 10, 0);
    assertEquals(4981, TRAIN.rows(0).x().times(255).sum(), 1e-3);
    assertEquals(25270, TEST.rows(0).x().times(255).sum(), 1e-3);
  }

  private static void assertRow(Dataset data, int... bytes) {
    for (int i = 0; i < 14; i++) {
      assertEquals(bytes[i] / 255f, data.x().get(0, 6 * 14 + i));
    }
  }

  @Test
  void no_picture_to_test_on_is_one_to_train_on() {
    Set<Tensor> train = pictures(TRAIN);
    assertTrue(pictures(TEST).stream().noneMatch(train::contains));
  }

  private static Set<Tensor> pictures(Dataset data) {
    return IntStream.range(0, data.size()).mapToObj(data.x()::rows).collect(Collectors.toSet());
  }
}
