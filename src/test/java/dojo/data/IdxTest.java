package dojo.data;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.tensor.Tensor;
import org.junit.jupiter.api.Test;

class IdxTest {
  /** A file of numbers from 0 to 255, of which those of the axes must be small. */
  static byte[] file(int... bytes) {
    byte[] file = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      file[i] = (byte) bytes[i];
    }
    return file;
  }

  private static final byte[] LABELS = file(0, 0, 8, 1, 0, 0, 0, 2, 7, 3);
  private static final byte[] IMAGES =
      file(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 51, 255, 102, 153, 204);

  @Test
  void a_file_is_a_head_and_numbers() {
    Idx images = Idx.of("images", IMAGES, 3);
    assertArrayEquals(new int[] {2, 1, 3}, images.shape());
    assertEquals(255, images.at(2));
    assertEquals(204, images.at(5));
    byte[] many = new byte[8 + 0x012345];
    System.arraycopy(file(0, 0, 8, 1, 0, 0x01, 0x23, 0x45), 0, many, 0, 8);
    assertArrayEquals(new int[] {0x012345}, Idx.of("many", many, 1).shape());
  }

  @Test
  void pictures_lie_in_rows_of_pixels_from_0_to_1() {
    Dataset data = Idx.pictures(Idx.of("images", IMAGES, 3), Idx.of("labels", LABELS, 1), 10);
    assertEquals(
        Dataset.of(
            Tensor.ofRows(new float[] {0, 0.2f, 1}, new float[] {0.4f, 0.6f, 0.8f}),
            new int[] {7, 3},
            10),
        data);
  }

  @Test
  void a_file_of_another_kind_is_rejected() {
    String rule = "f must begin with the bytes 0 0 8 1, as IDX files do, but began with ";
    assertRejected(rule + "[]", () -> Idx.of("f", file(), 1));
    assertRejected(rule + "[0, 0, 8, 1]", () -> Idx.of("f", file(0, 0, 8, 1, 0, 0, 0), 1));
    assertRejected(rule + "[60, 104, 116, 109]", () -> Idx.of("f", "<html></html>".getBytes(), 1));
    assertRejected(rule + "[0, 0, 8, 3]", () -> Idx.of("f", IMAGES, 1));
    assertRejected(rule + "[0, 0, 13, 1]", () -> Idx.of("f", file(0, 0, 13, 1, 0, 0, 0, 0), 1));
  }

  @Test
  void a_head_that_does_not_fit_the_rest_is_rejected_and_nothing_is_made_of_its_size() {
    assertRejected(
        "f must hold [2] numbers, as its header says, but held 1",
        () -> Idx.of("f", file(0, 0, 8, 1, 0, 0, 0, 2, 7), 1));
    assertRejected(
        "f must hold [2] numbers, as its header says, but held 3",
        () -> Idx.of("f", file(0, 0, 8, 1, 0, 0, 0, 2, 7, 3, 1), 1));
    assertRejected(
        "f must hold [2147483647] numbers, as its header says, but held 1",
        () -> Idx.of("f", file(0, 0, 8, 1, 0x7F, 0xFF, 0xFF, 0xFF, 7), 1));
    assertRejected(
        "f must hold [-1] numbers, as its header says, but held 1",
        () -> Idx.of("f", file(0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF, 7), 1));
    byte[] wraps = file(0, 0, 8, 3, 0x40, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 16, 1, 2); // 2^64
    assertThrows(IllegalArgumentException.class, () -> Idx.of("f", wraps, 3));
  }

  @Test
  void labels_that_do_not_fit_are_rejected() {
    Idx images = Idx.of("images", IMAGES, 3);
    Idx one = Idx.of("labels", file(0, 0, 8, 1, 0, 0, 0, 1, 7), 1);
    assertRejected(
        "every example needs one row of classes, but the shapes were [2, 3] and [1, 10]",
        () -> Idx.pictures(images, one, 10));
    Idx high = Idx.of("labels", file(0, 0, 8, 1, 0, 0, 0, 2, 7, 255), 1);
    assertThrows(IndexOutOfBoundsException.class, () -> Idx.pictures(images, high, 10));
  }
}
