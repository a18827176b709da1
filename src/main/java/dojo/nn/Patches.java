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

  /** Returns the patches as rows, [batch·down·across, channels·kernel²] ("im2col"). */
  Tensor rowsOf(Tensor images) {
    int patches = Shape.size(batch, down(), across());
    int numbers = Shape.size(channels, kernel, kernel);
    float[] rows = new float[Shape.size(patches, numbers)];
    move(Floats.of(images), rows, false);
    return Floats.tensor(rows, patches, numbers);
  }

  /** Returns images in which every patch has been added to its place, in order ("col2im"). */
  Tensor sumOf(Tensor rows) {
    float[] images = new float[Shape.size(batch, channels, height, width)];
    move(images, Floats.of(rows), true);
    return Floats.tensor(images, batch, channels, height, width);
  }

  /** Copies images to rows, or adds rows to images; what lies in the padding is left out. */
  private void move(float[] images, float[] rows, boolean back) {
    int patch = 0; // where the patch starts in the rows
    int down = images.length == 0 ? 0 : down();
    int across = across();
    for (int n = 0; n < batch; n++) {
      for (int below = 0; below < down; below++) {
        int i = below * stride - padding;
        for (int beside = 0; beside < across; beside++) {
          int j = beside * stride - padding;
          int from = Math.max(0, -j);
          int to = Math.min(kernel, width - j);
          for (int c = 0; c < channels; c++) {
            for (int u = Math.max(0, -i); u < kernel && i + u < height; u++) {
              int image = ((n * channels + c) * height + i + u) * width + j;
              int row = patch + (c * kernel + u) * kernel;
              for (int v = from; v < to; v++) {
                if (back) {
                  images[image + v] += rows[row + v];
                } else {
                  rows[row + v] = images[image + v];
                }
              }
            }
          }
          patch += channels * kernel * kernel;
        }
      }
    }
  }

  /** Turns rows [batch·down·across, out] into images [batch, out, down, across]. */
  Tensor toImages(Tensor rows) {
    int out = rows.length(1);
    int area = down() * across();
    float[] from = Floats.of(rows);
    float[] images = new float[from.length];
    for (int n = 0; n < batch; n++) {
      for (int i = 0; i < area; i++) {
        for (int o = 0; o < out; o++) {
          images[(n * out + o) * area + i] = from[(n * area + i) * out + o];
        }
      }
    }
    return Floats.tensor(images, batch, out, down(), across());
  }

  /** Turns images [batch, out, down, across] into rows [batch·down·across, out]. */
  Tensor fromImages(Tensor images) {
    int out = images.length(1);
    int area = down() * across();
    float[] from = Floats.of(images);
    float[] rows = new float[from.length];
    for (int n = 0; n < batch; n++) {
      for (int i = 0; i < area; i++) {
        for (int o = 0; o < out; o++) {
          rows[(n * area + i) * out + o] = from[(n * out + o) * area + i];
        }
      }
    }
    return Floats.tensor(rows, batch * area, out);
  }
}
