package dojo.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * Breaks paragraphs into lines and aligns rows, as a terminal shows them.
 *
 * <p>Picocli measures: a Chinese character takes two columns. Its {@code TextTable} is not used,
 * since it breaks paths and cuts long words, which then cannot be clicked or copied, and aligns by
 * the number of characters.
 *
 * @param width how many columns a line may take; a word that is longer has a line of its own
 */
record Layout(int width) {
  private static final String GAP = "  ";

  private static final String MINUS = "− ";

  /** The last column of a table gets so much, however wide the others are. */
  private static final int LEAST = 20;

  /** Breaks each line of a text where it is too long, and indents all that results. */
  String paragraph(String text, int indent) {
    String margin = " ".repeat(indent);
    return text.lines()
        .flatMap(line -> wrapped(line, width - indent).stream())
        .map(line -> (margin + line).stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /** Aligns the cells of rows in columns; the last cell of a row is broken where it is too long. */
  String rows(List<List<String>> rows, int indent) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        int columns = columns(row.get(i));
        if (i == widths.size()) {
          widths.add(columns);
        } else {
          widths.set(i, Math.max(widths.get(i), columns));
        }
      }
    }
    return rows.stream().map(row -> row(row, widths, indent)).collect(Collectors.joining("\n"));
  }

  private String row(List<String> cells, List<Integer> widths, int indent) {
    StringBuilder start = new StringBuilder(" ".repeat(indent));
    for (int i = 0; i < cells.size() - 1; i++) {
      start.append(padded(cells.get(i), widths.get(i))).append(GAP);
    }
    int column = columns(start.toString());
    String last = cells.isEmpty() ? "" : cells.get(cells.size() - 1);
    String block = new Layout(Math.max(width, column + LEAST)).paragraph(last, column);
    return (start + block.stripLeading()).stripTrailing();
  }

  /** Adds spaces up to a width. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - columns(text)));
  }

  /** Returns how many columns a text takes. */
  static int columns(String text) {
    return Ansi.OFF.new Text(text, Help.defaultColorScheme(Ansi.OFF)).getCJKAdjustedLength();
  }

  private static List<String> wrapped(String line, int width) {
    List<String> lines = new ArrayList<>();
    String current = "";
    for (String piece : pieces(line)) {
      if (!current.isBlank() && columns((current + piece).stripTrailing()) > width) {
        lines.add(current.stripTrailing());
        current = "";
      }
      current += piece;
    }
    lines.add(current.stripTrailing());
    return lines;
  }

  /** Parts a line after each space, and between wide characters where their language allows it. */
  private static List<String> pieces(String line) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(line);
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
      if (at == line.length()
          || (isSpace(line, at - 1) && !isAtMinus(line, at))
          || isWide(line, at - 1)
          || isWide(line, at)) {
        pieces.add(line.substring(start, at));
        start = at;
      }
    }
    return pieces;
  }

  private static boolean isSpace(String line, int at) {
    return Character.isWhitespace(line.charAt(at));
  }

  /** Whether a minus stands before or behind this space: n − 1 is read as one word. */
  private static boolean isAtMinus(String line, int at) {
    return line.startsWith(MINUS, at) || line.startsWith(MINUS, at - MINUS.length());
  }

  private static boolean isWide(String line, int at) {
    return columns(line.substring(at, at + 1)) > 1;
  }
}
