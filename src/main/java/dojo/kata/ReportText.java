package dojo.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report as plain text: headings at the margin, everything else two spaces to the right. */
final class ReportText {
  private static final String INDENT = "  ";

  /** Where Unicode has a picture for each of the first control characters. */
  private static final int PICTURES = 0x2400;

  /** For a control character without one. */
  private static final int UNKNOWN = 0xFFFD;

  private ReportText() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder();
    boolean first = true;
    Class<?> above = Report.Overview.class;
    boolean failed = report.parts().stream().anyMatch(part -> part instanceof Report.Heading);
    for (Report.Part part : report.parts()) {
      if (part instanceof Report.Overview && failed) {
        continue; // the failure is what there is room for
      }
      text.append(first ? "" : gap(above, part) ? "\n\n" : "\n").append(text(part));
      first = false;
      above = part.getClass();
    }
    return visible(text.toString());
  }

  /** What a student's text could tell the terminal to do is shown: an escape as ␛. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .map(
            point ->
                !Character.isISOControl(point) || point == '\n' || point == '\t'
                    ? point
                    : point < ' ' ? PICTURES + point : UNKNOWN)
        .forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /** What belongs together stands together: the sentences of a check, a hint and a place. */
  private static boolean gap(Class<?> above, Report.Part part) {
    boolean check = above == Report.Paragraph.class || above == Report.Table.class;
    boolean more = part instanceof Report.Paragraph || part instanceof Report.Table;
    boolean where = above == Report.Hint.class && part instanceof Report.Place;
    return !(check && more) && !where;
  }

  private static String text(Report.Part part) {
    if (part instanceof Report.Overview overview) {
      return overview.caption();
    }
    if (part instanceof Report.Heading heading) {
      return heading.text();
    }
    if (part instanceof Report.Table table) {
      return indent(sideBySide(table.columns()));
    }
    if (part instanceof Report.Place place) {
      return indent(place.file() + (place.line() > 0 ? ":" + place.line() : ""));
    }
    if (part instanceof Report.Printed printed) {
      return printed.title() + "\n" + indent(printed.text());
    }
    return indent(
        part instanceof Report.Paragraph paragraph
            ? paragraph.text()
            : part instanceof Report.Diagnosis diagnosis
                ? diagnosis.text()
                : part instanceof Report.Symptom symptom
                    ? symptom.text()
                    : part instanceof Report.Hint hint ? hint.text() : "");
  }

  private static String indent(String text) {
    return text.strip().lines().map(line -> INDENT + line).collect(Collectors.joining("\n"));
  }

  /**
   * Parts a table that is too wide, from its end: what was expected and what came stay together.
   */
  static List<Report.Table> bands(Report.Table table, int width) {
    List<Report.Table> bands = new ArrayList<>();
    List<Report.Column> columns = table.columns();
    int end = columns.size();
    for (int i = end - 2; i >= 0; i--) {
      if (widest(indent(sideBySide(columns.subList(i, end)))) > width) {
        bands.add(0, new Report.Table(columns.subList(i + 1, end)));
        end = i + 1;
      }
    }
    bands.add(0, new Report.Table(columns.subList(0, end)));
    return bands;
  }

  private static int widest(String text) {
    return text.lines().mapToInt(ReportText::width).max().orElse(0);
  }

  /** Draws values beside each other, each below its name: a wrong one is seen before it is read. */
  private static String sideBySide(List<Report.Column> columns) {
    int height = columns.stream().mapToInt(column -> column.lines().size()).max().orElse(0);
    List<StringBuilder> rows = new ArrayList<>();
    for (int i = 0; i <= height; i++) {
      rows.add(new StringBuilder());
    }
    int start = 0;
    for (Report.Column column : columns) {
      int end = start;
      for (int i = 0; i <= column.lines().size(); i++) {
        StringBuilder row = rows.get(i);
        row.append(" ".repeat(start - width(row)));
        row.append(i == 0 ? column.name() : column.lines().get(i - 1));
        end = Math.max(end, width(row));
      }
      start = end + 4;
    }
    return rows.stream()
        .map(row -> row.toString().stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  /** How many places a line takes where every character is one wide, those of East Asia two. */
  private static int width(CharSequence line) {
    return line.codePoints().map(point -> wide(point) ? 2 : 1).sum();
  }

  private static boolean wide(int point) {
    return Character.isIdeographic(point)
        || (point >= 0x3000 && point <= 0x30FF) // punctuation and kana
        || (point >= 0xAC00 && point <= 0xD7A3) // Hangul
        || (point >= 0xFF01 && point <= 0xFF60); // full-width forms
  }
}
