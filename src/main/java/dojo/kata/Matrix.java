package dojo.kata;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small matrices as text, side by side: a wrong value is seen before it is read. */
public final class Matrix {
  private static final int MOST = 6;

  private Matrix() {}

  /** Draws matrices beside each other, each below its name. */
  public static String sideBySide(Map<String, double[][]> matrices) {
    List<StringBuilder> lines = new ArrayList<>();
    lines.add(new StringBuilder());
    for (var matrix : matrices.entrySet()) {
      List<String> block = block(matrix.getValue());
      while (lines.size() < block.size() + 1) {
        lines.add(new StringBuilder());
      }
      int start = lines.stream().mapToInt(StringBuilder::length).max().orElse(0);
      start += start == 0 ? 0 : 4;
      for (int i = 0; i <= block.size(); i++) {
        StringBuilder line = lines.get(i);
        line.append(" ".repeat(start - line.length()));
        line.append(i == 0 ? matrix.getKey() : block.get(i - 1));
      }
    }
    return String.join("\n", lines);
  }

  private static List<String> block(double[][] matrix) {
    int width = 1;
    for (double[] row : matrix) {
      for (double value : row) {
        width = Math.max(width, number(value).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(matrix.length, MOST); i++) {
      StringBuilder line = new StringBuilder();
      for (int j = 0; j < Math.min(matrix[i].length, MOST); j++) {
        String value = number(matrix[i][j]);
        line.append(" ".repeat(width - value.length() + (j == 0 ? 0 : 2))).append(value);
      }
      lines.add(line.append(matrix[i].length > MOST ? "  …" : "").toString());
    }
    if (matrix.length > MOST) {
      lines.add("…");
    }
    return matrix.length == 0 ? List.of("(empty)") : lines;
  }

  /** Four digits are enough to see a mistake; a minus before a zero is kept, it can be one. */
  public static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    return Math.abs(value) < 1e-4 || Math.abs(value) >= 1e7
        ? rounded.toString()
        : rounded.toPlainString();
  }

  public static double[][] widen(float[][] matrix) {
    double[][] wide = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      wide[i] = new double[matrix[i].length];
      for (int j = 0; j < matrix[i].length; j++) {
        wide[i][j] = matrix[i][j];
      }
    }
    return wide;
  }
}
