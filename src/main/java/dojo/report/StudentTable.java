package dojo.report;

import dojo.grade.Grades;
import dojo.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All students of a class, or some of them: a row for each, with a square for each kata.
 *
 * @param labels the labels of the katas
 * @param up what leads from the page to the folder of all pages
 * @param words the words of the page
 */
record StudentTable(List<String> labels, String up, Words words) {
  /** The folder of the students' own pages. */
  static final String FOLDER = "students";

  Html of(List<StudentRow> students) {
    List<Html> head = new ArrayList<>();
    head.add(HtmlTable.column("name", Html.text(words.say("column-student"))));
    head.add(HtmlTable.column("", Html.text(words.say("column-state"))));
    head.add(HtmlTable.numbers("number", Html.text(words.say("column-points"))));
    head.add(HtmlTable.numbers("number", Html.text(words.say("column-seconds"))));
    head.add(HtmlTable.numbers("number", Html.text(words.say("column-remarks"))));
    labels.forEach(label -> head.add(HtmlTable.numbers("k", Html.text(label))));
    Html table =
        HtmlTable.begin("map students")
            .at("data-search", words.say("search"))
            .with(
                HtmlTable.caption(words.say("students-caption")),
                HtmlTable.head(head),
                Html.tag("tbody").with(students.stream().map(this::row).toList()));
    return Html.all(legend(), HtmlTable.wide("tall", words.say("students-title"), table));
  }

  private Html row(StudentRow student) {
    List<Html> cells = new ArrayList<>();
    cells.add(HtmlTable.row("name", link(student.name())));
    cells.add(HtmlTable.cell("", Marks.chip(student.state(), words)));
    cells.add(HtmlTable.cell("number", Amounts.points(student.points())));
    cells.add(HtmlTable.cell("number", Amounts.seconds(student.worked())));
    cells.add(
        HtmlTable.cell("number", student.remarks() == 0 ? "" : String.valueOf(student.remarks())));
    student.marks().forEach(mark -> cells.add(square(mark)));
    return Html.tag("tr").with(cells);
  }

  private Html square(KataMark mark) {
    Html.Tag cell = Html.tag("td").at("class", "k " + Marks.colour(mark));
    String why =
        mark.findings().stream()
            .map(finding -> finding.diagnosed() ? finding.id() : words.say(finding.id()))
            .collect(Collectors.joining(", "));
    return (why.isEmpty() ? cell : cell.at("title", why)).text(Marks.square(mark));
  }

  /** A link to the page of a student. */
  Html link(String name) {
    String file = URLEncoder.encode(Grades.fileName(name), StandardCharsets.UTF_8);
    String href = up + FOLDER + "/" + file.replace("+", "%20") + ".html";
    return Html.tag("a").at("href", href).with(Html.tag("bdi", name));
  }

  private Html legend() {
    return Html.tag("ul")
        .at("class", "legend")
        .with(
            sample(words.say("legend-green"), "g"),
            sample(words.say("legend-red"), "r1", "r2", "r3"),
            sample(words.say("legend-todo"), "t"),
            sample(words.say("legend-error"), "e"));
  }

  /** A sample of each colour with the sign that stands in it, and what it means. */
  private static Html sample(String text, String... colours) {
    List<Html> parts = new ArrayList<>();
    for (String colour : colours) {
      String sign =
          switch (colour) {
            case "g" -> "✓";
            case "r1" -> "67–99";
            case "r2" -> "34–66";
            case "r3" -> "0–33";
            case "t" -> "…";
            default -> "!";
          };
      parts.add(Html.tag("span").at("class", colour).text(sign));
    }
    parts.add(Html.text(text));
    return Html.tag("li").with(parts);
  }
}
