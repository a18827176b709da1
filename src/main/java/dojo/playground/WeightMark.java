package dojo.playground;

import dojo.tensor.Tensor;
import java.util.List;

/** A short mark of numbers that changes whenever a bit of one does: FNV-1a, 64 bits. */
final class WeightMark {
  private WeightMark() {}

  /** Returns sixteen hexadecimal digits. */
  static String of(List<Tensor> tensors) {
    long hash = 0xCBF29CE484222325L;
    for (Tensor tensor : tensors) {
      for (float value : tensor.toArray()) {
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) {
          hash = (hash ^ ((bits >>> shift) & 0xFF)) * 0x100000001B3L;
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (int shift = 60; shift >= 0; shift -= 4) {
      text.append("0123456789abcdef".charAt((int) (hash >>> shift) & 15));
    }
    return text.toString();
  }
}
