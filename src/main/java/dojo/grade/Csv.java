package dojo.grade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as spreadsheets save it: RFC 4180, but parted by commas, semicolons or tabs, in any
 * encoding of theirs.
 *
 * @param lines all cells, without spaces around them; no line is empty
 */
public record Csv(List<List<String>> lines) {
  /** By which Excel is told what parts the cells; it is none of them. */
  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\\R");

  /**
   * Keeps a copy.
   *
   * @param lines all cells
   */
  public Csv {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /**
   * Reads a table.
   *
   * @param bytes the file
   * @return the table; without lines if the file is no text
   */
  public static Csv of(byte[] bytes) {
    String text = JavaText.of(bytes).map(JavaText::text).orElse("");
    Matcher told = SEPARATOR.matcher(text);
    return told.lookingAt()
        ? new Csv(lines(text.substring(told.end()), told.group(1).charAt(0)))
        : new Csv(lines(text, separator(text)));
  }

  /**
   * Returns what follows the first line.
   *
   * @return each cell by the name of its column, which the first line gives
   */
  public List<Map<String, String>> rows() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(line.size(), lines.get(0).size()); i++) {
        row.put(lines.get(0).get(i), line.get(i));
      }
      rows.add(Collections.unmodifiableMap(row));
    }
    return List.copyOf(rows);
  }

  /** The one of which the first line has most. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    char most = ',';
    for (char each : new char[] {';', '\t'}) {
      most = count(first, each) > count(first, most) ? each : most;
    }
    return most;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  private static List<List<String>> lines(String text, char separator) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"' && (quoted || cell.toString().isBlank())) {
        quoted = !quoted;
      } else if (!quoted && (c == separator || c == '\n')) {
        line.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    line.add(cell.toString().strip());
    lines.add(line);
    lines.removeIf(each -> each.stream().allMatch(String::isEmpty));
    return lines;
  }

  /**
   * Writes a line. What a spreadsheet would take for a formula is marked as text.
   *
   * @param cells the cells
   * @return the line, with its end
   */
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n";
  }

  /**
   * Returns what was written into a cell by {@link #line}: a mark at its beginning is none of it.
   */
  static String unmarked(String cell) {
    return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String text) {
    return text.matches("(?s)[=+@\\t\\r-].*");
  }

  private static String cell(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    return safe.matches("(?s).*[\",;\\s'].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
