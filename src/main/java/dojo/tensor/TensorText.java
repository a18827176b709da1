package dojo.tensor;

import java.util.Arrays;
import java.util.Locale;

/** How a tensor is printed: its shape, then its numbers in aligned rows. */
final class TensorText {
  /** An axis longer than this shows its first and last few entries. */
  private static final int LONG = 12;

  private static final int EDGE = 3;

  private final Tensor tensor;
  private final StringBuilder text = new StringBuilder();
  private final int width;

  private TensorText(Tensor tensor) {
    this.tensor = tensor;
    int widest = 0;
    for (int i = 0; i < Math.min(tensor.values.length, 10_000); i++) {
      widest = Math.max(widest, number(tensor.values[i]).length());
    }
    this.width = widest;
  }

  static String of(Tensor tensor) {
    TensorText printer = new TensorText(tensor);
    printer.text.append("Tensor").append(Arrays.toString(tensor.shape));
    if (tensor.values.length == 0) {
      return printer.text.append(" []").toString();
    }
    printer.text.append(tensor.shape.length > 1 ? "\n" : " ");
    printer.print(0, 0, tensor.values.length);
    return printer.text.toString();
  }

  private void print(int axis, int start, int size) {
    if (axis == tensor.shape.length) {
      text.append(String.format("%" + width + "s", number(tensor.values[start])));
      return;
    }
    int length = tensor.shape[axis];
    int step = size / length;
    boolean row = axis == tensor.shape.length - 1;
    text.append('[');
    for (int i = 0; i < length; i++) {
      if (length > LONG && i == EDGE) {
        text.append(row ? ", …" : ",\n" + " ".repeat(axis + 1) + "…");
        i = length - EDGE;
      }
      if (i > 0) {
        text.append(row ? ", " : ",\n" + " ".repeat(axis + 1));
      }
      print(axis + 1, start + i * step, step);
    }
    text.append(']');
  }

  private static String number(float value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e6) {
      return value == 0 && 1 / value < 0 ? "-0." : (int) value + "."; // whole numbers stand out
    }
    boolean plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6;
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }
}
