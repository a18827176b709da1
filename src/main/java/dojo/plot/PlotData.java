package dojo.plot;

import dojo.words.ExactNumber;
import dojo.words.Fingerprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The numbers that a picture shows, whole, as a table: for each curve or tile its rows, below each
 * other.
 *
 * @param title of the picture
 * @param headings of the columns; the first is that of the names
 * @param parts the curves or tiles; none if the picture shows no number
 * @param seeds under how many seeds all of it was computed, 0 to n − 1; empty where that is not
 *     known
 */
record PlotData(String title, List<String> headings, List<Part> parts, OptionalInt seeds) {
  private static final int LONGEST_NAME = 60;

  /**
   * One curve or tile.
   *
   * @param name what the picture calls it
   * @param columns its numbers, equally many in each column; an empty column where it has none
   */
  record Part(String name, List<double[]> columns) {
    int rows() {
      return columns.stream().mapToInt(column -> column.length).max().orElse(0);
    }

    private String row(int i) {
      return columns.stream()
          .map(column -> column.length == 0 ? "" : ExactNumber.of(column[i]))
          .collect(Collectors.joining(","));
    }
  }

  PlotData {
    headings = List.copyOf(headings);
    parts = List.copyOf(parts);
  }

  /**
   * Returns the table as a file: a heading, a line for each row, fields in quotes where they need
   * them. Every number reads back as the same bits.
   */
  String csv() {
    StringBuilder csv = new StringBuilder(line(distinct(headings)));
    for (Part part : parts) {
      String name = quoted(part.name());
      for (int i = 0; i < part.rows(); i++) {
        csv.append(name).append(',').append(part.row(i)).append('\n');
      }
    }
    return csv.toString();
  }

  /** Returns the fingerprint of the numbers: names and headings may be reworded or translated. */
  String fingerprint() {
    StringBuilder numbers = new StringBuilder();
    for (Part part : parts) {
      for (int i = 0; i < part.rows(); i++) {
        numbers.append(part.row(i)).append('\n');
      }
      numbers.append('\n');
    }
    return Fingerprint.of(numbers.toString());
  }

  /** Returns a name for the file, made from the title. */
  String fileName() {
    String words =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-").replaceAll("^-|-$", "");
    String name = words.substring(0, words.offsetByCodePoints(0, shorter(words)));
    return (name.isEmpty() ? "figure" : name.replaceAll("-$", "")) + ".csv";
  }

  private static int shorter(String words) {
    return Math.min(LONGEST_NAME, words.codePointCount(0, words.length()));
  }

  /** Two axes may show the same, but the columns of a table have names of their own. */
  private static List<String> distinct(List<String> headings) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String heading : headings) {
      String name = heading;
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = heading + " (" + i + ")";
      }
      names.add(name);
    }
    return names;
  }

  private static String line(List<String> fields) {
    return fields.stream().map(PlotData::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String field) {
    return field.matches("[^\",\\r\\n]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }
}
