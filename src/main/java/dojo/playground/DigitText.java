package dojo.playground;

import dojo.data.Dataset;
import dojo.tensor.Tensor;

/**
 * DigitText of 8×8 pixels as text: a line for each, first the digit, then a letter for the ink of
 * each pixel, from {@code a} for 0 to {@code q} for 16.
 */
final class DigitText {
  private static final int PIXELS = 64;
  private static final int INK = 16;

  private DigitText() {}

  /** Writes digits. */
  static String text(Dataset digits) {
    StringBuilder text = new StringBuilder();
    float[] x = digits.x().toArray();
    int[] labels = digits.labels();
    for (int i = 0; i < labels.length; i++) {
      text.append(labels[i]);
      for (int j = 0; j < PIXELS; j++) {
        text.append((char) ('a' + (int) (x[i * PIXELS + j] * INK)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Reads the digits that {@link #text} wrote. */
  static Dataset of(String text) {
    int n = text.length() / (PIXELS + 2);
    float[] x = new float[n * PIXELS];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      int at = i * (PIXELS + 2);
      labels[i] = text.charAt(at) - '0';
      for (int j = 0; j < PIXELS; j++) {
        x[i * PIXELS + j] = (text.charAt(at + 1 + j) - 'a') / (float) INK;
      }
    }
    return Dataset.of(Tensor.of(x, n, PIXELS), labels, 10);
  }
}
