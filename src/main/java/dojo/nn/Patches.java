package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * Where the patches of images lie that a kernel sees: the geometry of a convolution.
 *
 * @param batch how many images
 * @param channels the channels of each
 * @param height the height of each
 * @param width the width of each
 * @param kernel the height and width of a patch
 * @param stride how far two patches are apart
 * @param padding how many zeros lie around each image
 */
record Patches(
    int batch, int channels, int height, int width, int kernel, int stride, int padding) {

  static void requireRanges(int kernel, int stride, int padding) {
    if (kernel < 1 || stride < 1 || padding < 0) {
      throw new IllegalArgumentException(
          "kernel and stride must be at least 1 and padding at least 0, but were "
              + kernel
              + ", "
              + stride
              + " and "
              + padding);
    }
  }

  /** Returns the patches of images [batch, channels, height, width]. */
  static Patches of(int[] shape, int channels, int kernel, int stride, int padding) {
    if (shape.length != 4
        || shape[1] != channels
        || shape[2] + 2L * padding < kernel
        || shape[3] + 2L * padding < kernel) {
      throw new IllegalArgumentException(
          "the input must be [batch, "
              + channels
              + ", height, width], height and width at least "
              + Math.max(0, kernel - 2L * padding)
              + ", but its shape was "
              + Arrays.toString(shape));
    }
    Shape.size(shape[2] + 2L * padding); // a padded side is a length, too
    Shape.size(shape[3] + 2L * padding);
    return new Patches(shape[0], channels, shape[2], shape[3], kernel, stride, padding);
  }

  /** Returns how many patches lie below each other. */
  int down() {
    return (height + 2 * padding - kernel) / stride + 1;
  }

  /** Returns how many patches lie beside each other. */
  int across() {
    return (width + 2 * padding - kernel) / stride + 1;
  }

  /**
   * Returns the patches as columns, [channels·kernel², batch·down·across] ("im2col"): not as rows,
   * so that neighbours in an image remain neighbours.
   */
  Tensor columnsOf(Tensor images) {
    int numbers = Shape.size(channels, kernel, kernel);
    int patches = Shape.size(batch, down(), across());
    float[] columns = new float[Shape.size(numbers, patches)];
    move(Floats.of(images), columns, false);
    return Floats.tensor(columns, numbers, patches);
  }

  /** Returns images in which every patch has been added to its place, in order ("col2im"). */
  Tensor sumOf(Tensor columns) {
    float[] images = new float[Shape.size(batch, channels, height, width)];
    move(images, Floats.of(columns), true);
    return Floats.tensor(images, batch, channels, height, width);
  }

  /**
   * Copies images to columns, or adds columns to images; what lies in the padding is left out. The
   * kernel is gone through backwards: so each number of an image meets its patches in their order.
   */
  private void move(float[] images, float[] columns, boolean back) {
    int row = columns.length; // where the numbers start that all patches have at (c, u, v)
    for (int c = channels - 1; c >= 0; c--) {
      for (int u = kernel - 1; u >= 0; u--) {
        for (int v = kernel - 1; v >= 0; v--) {
          row -= batch * down() * across();
          move(images, c, u, v, columns, row, back);
        }
      }
    }
  }

  private void move(float[] images, int c, int u, int v, float[] columns, int row, boolean back) {
    int down = down();
    int across = across();
    int from = Math.max(0, ceilDiv(padding - v, stride));
    int to = Math.min(across, ceilDiv(width + padding - v, stride));
    for (int n = 0; n < batch; n++) {
      for (int below = 0; below < down; below++, row += across) {
        int i = below * stride + u - padding;
        if (i < 0 || i >= height) {
          continue;
        }
        int image = ((n * channels + c) * height + i) * width + v - padding;
        for (int beside = from; beside < to; beside++) {
          if (back) {
            images[image + beside * stride] += columns[row + beside];
          } else {
            columns[row + beside] = images[image + beside * stride];
          }
        }
      }
    }
  }

  private static int ceilDiv(int a, int b) {
    return -Math.floorDiv(-a, b);
  }

  /** Turns columns [out, batch·down·across] into images [batch, out, down, across]. */
  Tensor toImages(Tensor columns) {
    int out = columns.length(0);
    float[] images = exchanged(Floats.of(columns), out, batch);
    return Floats.tensor(images, batch, out, down(), across());
  }

  /** Turns images [batch, out, down, across] into columns [out, batch·down·across]. */
  Tensor fromImages(Tensor images) {
    int out = images.length(1);
    float[] columns = exchanged(Floats.of(images), batch, out);
    return Floats.tensor(columns, out, batch * down() * across());
  }

  /** Exchanges the first two axes of [first, second, down·across]. */
  private float[] exchanged(float[] from, int first, int second) {
    int area = down() * across();
    float[] to = new float[from.length];
    for (int i = 0; i < first; i++) {
      for (int j = 0; j < second; j++) {
        System.arraycopy(from, (i * second + j) * area, to, (j * first + i) * area, area);
      }
    }
    return to;
  }
}
