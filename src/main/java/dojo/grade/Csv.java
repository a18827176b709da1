package dojo.grade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table as spreadsheets save it: RFC 4180, but parted by commas, semicolons or tabs, in any
 * encoding of theirs.
 *
 * @param rows each cell by the name of its column, without spaces around it
 */
record Csv(List<Map<String, String>> rows) {

  static Csv of(byte[] bytes) {
    String text = JavaText.of(bytes).map(JavaText::text).orElse("");
    List<List<String>> lines = lines(text, separator(text));
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(line.size(), lines.get(0).size()); i++) {
        row.put(lines.get(0).get(i), line.get(i));
      }
      rows.add(Collections.unmodifiableMap(row));
    }
    return new Csv(List.copyOf(rows));
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

  /** Writes a line. What a spreadsheet would take for a formula is marked as text. */
  static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n";
  }

  private static String cell(String text) {
    String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",;\\s'].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
