package dojo.kata;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value as aligned lines: small, so that a wrong number is seen before it is read.
 *
 * <p>Four digits are enough for most mistakes; numbers that four digits cannot tell apart are
 * written in full. Of a large array only the corner is shown. A long holds packed bits, which are
 * seen in base 16 and not in base 10.
 */
final class ValueText {
  /** How many rows and columns are shown. */
  static final int MOST = 6;

  private final Object content;
  private final Set<Object> full;

  private ValueText(Object content, Set<Object> full) {
    this.content = content;
    this.full = full;
  }

  static ValueText of(Value value) {
    Map<String, Set<Object>> alike = new HashMap<>();
    List<Object> shown = new ArrayList<>();
    collect(value.content(), shown);
    for (Object single : shown) {
      alike.computeIfAbsent(shortly(single), text -> new HashSet<>()).add(single);
    }
    Set<Object> full = new HashSet<>();
    alike.values().stream().filter(values -> values.size() > 1).forEach(full::addAll);
    return new ValueText(value.content(), full);
  }

  /** The same, but every number in full. */
  static ValueText inFull(Value value) {
    List<Object> shown = new ArrayList<>();
    collect(value.content(), shown);
    return new ValueText(value.content(), new HashSet<>(shown));
  }

  /** Whether a value is small enough to be shown as a whole. */
  static boolean fits(Value value) {
    if (value.content() instanceof Value.Pair pair) {
      return fits(pair.first()) && fits(pair.second());
    }
    return value.shape().stream().allMatch(length -> length <= MOST)
        && value.shape().stream().reduce(1, (a, b) -> a * b) <= MOST * MOST * 2;
  }

  private static void collect(@Nullable Object content, List<Object> into) {
    if (content instanceof Value.Pair pair) {
      collect(pair.first().content(), into);
      collect(pair.second().content(), into);
    } else if (content != null && content.getClass().isArray()) {
      for (int i = 0; i < Math.min(MOST, Array.getLength(content)); i++) {
        collect(Array.get(content, i), into);
      }
    } else if (content != null) {
      into.add(content);
    }
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    write("", content, lines);
    return lines;
  }

  private void write(String place, @Nullable Object at, List<String> lines) {
    if (at == null) {
      lines.add("null");
      return;
    }
    int depth = depth(at.getClass());
    if (at instanceof Value.Pair pair) {
      lines.addAll(of(pair.first()).lines());
      lines.add("");
      lines.addAll(of(pair.second()).lines());
    } else if (depth == 0) {
      lines.add(text(at));
    } else if (depth == 1) {
      table(List.of(at), 1, lines);
    } else if (depth == 2) {
      List<Object> rows = new ArrayList<>();
      for (int i = 0; i < Math.min(MOST, Array.getLength(at)); i++) {
        rows.add(Array.get(at, i));
      }
      table(rows, Array.getLength(at), lines);
    } else {
      for (int i = 0; i < Math.min(MOST, Array.getLength(at)); i++) {
        lines.add(place + "[" + i + "]");
        write(place + "[" + i + "]", Array.get(at, i), lines);
      }
      cut(Array.getLength(at), lines);
    }
  }

  private static int depth(Class<?> type) {
    return type.isArray() ? 1 + depth(type.getComponentType()) : 0;
  }

  /** Rows whose cells end below each other: a long number does not push all others apart. */
  private void table(List<Object> rows, int all, List<String> lines) {
    List<List<String>> cells = rows.stream().map(this::cells).toList();
    if (cells.isEmpty()) {
      lines.add("[]");
      return;
    }
    for (List<String> row : cells) {
      lines.add(
          IntStream.range(0, row.size())
              .mapToObj(j -> " ".repeat(width(cells, j) - row.get(j).length()) + row.get(j))
              .collect(Collectors.joining("  ")));
    }
    cut(all, lines);
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }

  private List<String> cells(@Nullable Object row) {
    List<String> cells = new ArrayList<>();
    for (int j = 0; row != null && j < Math.min(MOST, Array.getLength(row)); j++) {
      cells.add(text(Array.get(row, j)));
    }
    if (row == null) {
      cells.add("null");
    } else if (Array.getLength(row) == 0) {
      cells.add("[]");
    } else if (Array.getLength(row) > MOST) {
      cells.add("…");
    }
    return cells;
  }

  private static void cut(int all, List<String> lines) {
    if (all > MOST) {
      lines.add("…");
    }
  }

  private String text(Object single) {
    if (single instanceof Long bits) {
      return "0x" + Long.toHexString(bits);
    }
    return full.contains(single) ? single.toString() : shortly(single);
  }

  /** A minus before a zero is kept: it can be the mistake. */
  private static String shortly(Object single) {
    if (single instanceof String text) {
      return '"' + text + '"';
    }
    if (!(single instanceof Float || single instanceof Double)) {
      return String.valueOf(single);
    }
    double value = ((Number) single).doubleValue();
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
}
