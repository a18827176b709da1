package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Shape;
import dojo.tensor.Tensor;
import java.util.Arrays;

/**
 * Keeps the largest number of each window of an image.
 *
 * <pre>
 *   y[n, c, i, j]  = max of x[n, c, i·s + u, j·s + v] over 0 ≤ u, v &lt; size
 *   dx             = g where the largest number was, the first of equals; 0 elsewhere
 * </pre>
 *
 * <p>Windows that do not fit into the image are left out, as in PyTorch. A window with a NaN gives
 * NaN. Not supported: padding, rectangular windows.
 *
 * @param size the height and width of a window, at least 1
 * @param stride s, how far two windows are apart, at least 1
 * @see <a href="https://doi.org/10.1007/978-3-642-15825-4_10">Scherer, Müller and Behnke (2010)</a>
 */
public record MaxPool2d(int size, int stride) implements Layer {

  /**
   * Checks the ranges.
   *
   * @param size the height and width of a window, at least 1
   * @param stride s, how far two windows are apart, at least 1
   * @throws IllegalArgumentException if one is below 1
   */
  public MaxPool2d {
    Patches.requireRanges(size, stride, 0);
  }

  /**
   * Returns a layer whose windows touch and do not overlap.
   *
   * @param size the height and width of a window, at least 1
   * @return the layer
   * @throws IllegalArgumentException if the size is below 1
   */
  public static MaxPool2d of(int size) {
    return new MaxPool2d(size, size);
  }

  /**
   * {@inheritDoc}
   *
   * <p>x is {@code [batch, channels, height, width]}, y is {@code [batch, channels, height',
   * width']} with height' = ⌊(height − size) / stride⌋ + 1.
   */
  @Override
  public Forward forward(Tensor x, Mode mode) {
    int[] shape = x.shape();
    if (shape.length != 4) {
      throw new IllegalArgumentException(
          "the input must be [batch, channels, height, width], but its shape was "
              + Arrays.toString(shape));
    }
    int channels = shape[1];
    Patches windows = Patches.of(shape, channels, size, stride, 0);
    int[] best = places(x, windows);
    float[] in = Floats.of(x);
    float[] y = new float[best.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = in[best[i]];
    }
    Tensor output = Floats.tensor(y, shape[0], channels, windows.down(), windows.across());
    return Forward.of(output, g -> backward(x, best, g));
  }

  /** Returns where the largest number of each window is. */
  private static int[] places(Tensor x, Patches windows) {
    float[] in = Floats.of(x);
    int width = windows.width();
    int[] best = new int[Shape.size(x.length(0), x.length(1), windows.down(), windows.across())];
    int planes = x.length(0) * x.length(1);
    for (int plane = 0, i = 0; plane < planes; plane++) {
      for (int below = 0; below < windows.down(); below++) {
        int start = (plane * windows.height() + below * windows.stride()) * width;
        for (int beside = 0; beside < windows.across(); beside++) {
          best[i++] = place(in, start + beside * windows.stride(), width, windows.kernel());
        }
      }
    }
    return best;
  }

  /**
   * Returns where the largest number of a window is that starts here. Which one it is cannot be
   * foreseen, so there is no branch: each is compared with its place behind it, the first in front.
   */
  private static int place(float[] in, int start, int width, int size) {
    long best = Long.MIN_VALUE;
    for (int u = 0; u < size; u++) {
      for (int at = start + u * width, end = at + size; at < end; at++) {
        best = Math.max(best, ((long) rank(in[at]) << Integer.SIZE) | (~at & 0xFFFFFFFFL));
      }
    }
    return ~(int) best;
  }

  /** Returns whole numbers in the order of floats: equal for 0 and −0, largest for NaN. */
  private static int rank(float number) {
    int bits = Float.floatToIntBits(number + 0f); // −0 + 0 = 0
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE); // the more negative, the larger the bits
  }

  private static Tensor backward(Tensor x, int[] best, Tensor outputGradient) {
    float[] g = Floats.of(outputGradient);
    float[] dx = new float[x.size()];
    for (int i = 0; i < g.length; i++) {
      dx[best[i]] += g[i];
    }
    return Floats.like(x, dx);
  }

  @Override
  public String toString() {
    return "MaxPool2d(" + size + (stride == size ? "" : ", stride " + stride) + ")";
  }
}
