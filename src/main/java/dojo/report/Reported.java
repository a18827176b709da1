package dojo.report;

import dojo.kata.Report;
import dojo.words.Words;
import java.util.List;

/**
 * A report on a failure as a page shows it.
 *
 * @param level the element of its headings
 * @param words the words of the page
 */
record Reported(String level, Words words) {

  Html of(Report report) {
    return Html.all(report.parts().stream().map(this::part).toList());
  }

  private Html part(Report.Part part) {
    if (part instanceof Report.Heading heading) {
      return Html.tag(level, heading.text());
    }
    if (part instanceof Report.Symptom symptom) {
      return said(symptom.text());
    }
    if (part instanceof Report.Paragraph paragraph) {
      return said(paragraph.text());
    }
    if (part instanceof Report.Table table) {
      return table(table.columns());
    }
    if (part instanceof Report.Diagnosis diagnosis) {
      return Html.tag("div")
          .at("class", "note red")
          .with(
              Html.tag(
                  "p", Html.tag("b", words.say("diagnosis-title")), Html.prose(diagnosis.text())));
    }
    if (part instanceof Report.Place place) {
      String line = place.line() > 0 ? ":" + place.line() : "";
      return Html.tag("p").at("class", "soft").with(Html.tag("code", place.file() + line));
    }
    if (part instanceof Report.Printed printed) {
      return Html.all(said(printed.title()), Html.tag("pre", printed.text()));
    }
    return Html.NONE; // a hint is told in full, and an overview stands apart
  }

  private static Html said(String text) {
    return Html.tag("p").at("class", "said").with(Html.prose(text));
  }

  private Html table(List<Report.Column> columns) {
    List<Html> names =
        columns.stream().map(column -> HtmlTable.column("", Html.text(column.name()))).toList();
    List<Html> values =
        columns.stream()
            .map(column -> Html.tag("pre", String.join("\n", column.lines())))
            .map(lines -> HtmlTable.cell("", lines))
            .toList();
    Html table =
        HtmlTable.begin("values")
            .with(
                Html.tag("caption").at("class", "unseen").text(words.say("values-caption")),
                HtmlTable.head(names),
                Html.tag("tbody", Html.tag("tr").with(values)));
    return HtmlTable.wide("", words.say("values-caption"), table);
  }
}
