package dojo.data;

import dojo.tensor.Floats;
import dojo.tensor.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A file in the format of MNIST: two zeros, the type of the numbers, how many axes; the length of
 * each axis in four bytes, highest first; then the numbers, last axis fastest. Only files of
 * unsigned bytes are read, the type 8.
 *
 * @param file all bytes of the file: not to be touched again
 * @param shape the length of each axis
 * @see <a href="https://web.archive.org/web/2024/http://yann.lecun.com/exdb/mnist/">LeCun, Cortes
 *     and Burges, The MNIST database</a>
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Idx(byte[] file, int... shape) {
  private static final int HEAD = 4;

  /**
   * Reads the header of a file and checks that the rest fits it, before anything as large as the
   * header says is allocated.
   *
   * @param name what to call the file in errors
   * @param file its bytes, uncompressed: not to be touched again
   * @param axes how many axes it should have
   * @throws IllegalArgumentException if it is no such file, too short or too long
   */
  static Idx of(String name, byte[] file, int axes) {
    int head = HEAD + 4 * axes;
    if (file.length < head || file[0] != 0 || file[1] != 0 || file[2] != 8 || file[3] != axes) {
      throw new IllegalArgumentException(
          name
              + " must begin with the bytes 0 0 8 "
              + axes
              + ", as IDX files do, but began with "
              + Arrays.toString(Arrays.copyOf(file, Math.min(file.length, HEAD))));
    }
    int[] shape = new int[axes];
    long size = 1;
    for (int axis = 0; axis < axes; axis++) {
      shape[axis] = ByteBuffer.wrap(file).getInt(HEAD + 4 * axis);
      boolean fits = shape[axis] >= 0 && size * shape[axis] <= file.length;
      size = fits ? size * shape[axis] : Long.MAX_VALUE;
      if (!fits) {
        break;
      }
    }
    if (size != file.length - head) {
      throw new IllegalArgumentException(
          name
              + " must hold "
              + Arrays.toString(shape)
              + " numbers, as its header says, but held "
              + (file.length - head));
    }
    return new Idx(file, shape);
  }

  /** Returns number i of the flat array, 0 to 255. */
  int at(int i) {
    return file[HEAD + 4 * shape.length + i] & 0xFF;
  }

  /**
   * Returns pictures and their classes as a data set.
   *
   * @param images a file {@code [n, height, width]}
   * @param labels a file {@code [n]} of classes
   * @param classes the number of classes
   * @return x {@code [n, height·width]}, each byte divided by 255; y {@code [n, classes]}
   * @throws IllegalArgumentException if the lengths differ
   * @throws IndexOutOfBoundsException if a label is no class
   */
  static Dataset pictures(Idx images, Idx labels, int classes) {
    int n = images.shape[0];
    int size = Shape.size(images.shape[1], images.shape[2]);
    float[] pixels = new float[Shape.size(n, size)];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = images.at(i) / 255f;
    }
    int[] numbers = new int[labels.shape[0]];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Objects.checkIndex(labels.at(i), classes);
    }
    return Dataset.of(Floats.tensor(pixels, n, size), numbers, classes);
  }
}
