package dojo.kata;

import dojo.words.Shown;
import java.util.List;
import java.util.stream.Collectors;

/** A report as HTML for a notebook: all tests in a table, then the failure in full. */
final class ReportHtml {
  private static final String LEFT = " style=\"text-align:left;padding-right:2em\"";
  private static final String WIDE = " style=\"text-align:left;white-space:nowrap\"";
  private static final String CELL =
      " style=\"text-align:left;vertical-align:top;padding-right:2em\"";
  private static final String CODE = " style=\"font-family:monospace;white-space:pre;margin:0\"";

  private ReportHtml() {}

  static String of(Report report) {
    return report.parts().stream().map(ReportHtml::part).collect(Collectors.joining("\n"));
  }

  private static String part(Report.Part part) {
    if (part instanceof Report.Overview overview) {
      String tests = overview.tests().stream().map(ReportHtml::row).collect(Collectors.joining());
      return table(
          tag("caption", WIDE, "<b>" + Shown.escaped(overview.caption()) + "</b>") + tests);
    }
    if (part instanceof Report.Table table) {
      return table(values(table.columns()));
    }
    if (part instanceof Report.Heading heading) {
      return paragraph("<b>" + Shown.escaped(heading.text()) + "</b>");
    }
    if (part instanceof Report.Symptom symptom) {
      return paragraph(Shown.escaped(symptom.text()));
    }
    if (part instanceof Report.Diagnosis diagnosis) {
      return paragraph(Shown.escaped(diagnosis.text()));
    }
    if (part instanceof Report.Hint hint) {
      return paragraph(Shown.escaped(hint.text()));
    }
    if (part instanceof Report.Place place) {
      String line = place.line() > 0 ? ":" + place.line() : "";
      return paragraph("<code>" + Shown.escaped(place.file() + line) + "</code>");
    }
    if (part instanceof Report.Printed printed) {
      return paragraph(Shown.escaped(printed.title()))
          + tag("pre", CODE, Shown.escaped(printed.text()));
    }
    return part instanceof Report.Paragraph paragraph
        ? paragraph(Shown.escaped(paragraph.text()))
        : "";
  }

  private static String row(Report.Line line) {
    String sign =
        switch (line.state()) {
          case GREEN -> "✓";
          case RED -> "✗";
          case TODO -> "…";
          case SKIPPED -> "–";
          case ERROR -> "!";
        };
    return tag(
        "tr",
        "",
        tag("td", " title=\"" + Shown.escaped(line.word()) + "\"", sign)
            + tag("td", LEFT, Shown.escaped(line.test()))
            + tag("td", "", Shown.escaped(line.diagnosis())));
  }

  private static String values(List<Report.Column> columns) {
    String names =
        columns.stream()
            .map(column -> tag("th", LEFT, Shown.escaped(column.name())))
            .collect(Collectors.joining());
    String values =
        columns.stream()
            .map(column -> tag("pre", CODE, Shown.escaped(String.join("\n", column.lines()))))
            .map(lines -> tag("td", CELL, lines))
            .collect(Collectors.joining());
    return tag("tr", "", names) + tag("tr", "", values);
  }

  private static String table(String rows) {
    return tag("table", "", rows);
  }

  private static String paragraph(String html) {
    return tag("p", " style=\"white-space:pre-wrap\"", html);
  }

  private static String tag(String name, String style, String content) {
    return "<" + name + style + ">" + content + "</" + name + ">";
  }
}
