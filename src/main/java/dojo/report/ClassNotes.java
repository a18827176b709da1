package dojo.report;

import dojo.kata.State;
import dojo.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody must look at: where the kit failed, who is missing, what is suspicious, what took
 * long.
 *
 * @param students makes the links to the students' pages
 * @param words the words of the page
 */
record ClassNotes(StudentTable students, Words words) {
  private static final int SLOWEST = 10;

  /** So many entries of a list are read; of more, the number is told. */
  private static final int MOST = 100;

  private static final int SOME = 8;

  /** The first on the page, and the loudest. */
  Html faults(ClassSummary summary) {
    if (summary.faults().isEmpty()) {
      return Html.NONE;
    }
    List<Html> told =
        summary.faults().stream()
            .limit(MOST)
            .map(
                fault ->
                    Html.tag(
                        "li",
                        Html.tag("b", words.say("fault-at", fault.kata(), fault.group())),
                        Html.tag("p").at("class", "said").text(fault.what()),
                        names(fault.students())))
            .toList();
    return alarm(
        words.say("faults-title", summary.count(State.ERROR)),
        words.say("faults-intro"),
        Html.all(Html.tag("ul").with(told), more(summary.faults().size())));
  }

  /** Whoever has no grade yet, and whoever has handed in nothing. */
  Html missing(ClassSummary summary) {
    List<Html> parts = new ArrayList<>();
    if (!summary.missing().isEmpty()) {
      parts.add(
          alarm(
              words.say("missing-title", summary.missing().size()),
              words.say("missing-intro"),
              plain(summary.missing())));
    }
    List<String> nothing =
        summary.rows().stream()
            .filter(row -> row.state() == State.TODO && row.points() == 0)
            .map(StudentRow::name)
            .toList();
    if (!nothing.isEmpty()) {
      parts.add(
          Html.tag("div")
              .at("class", "note")
              .with(
                  Html.tag("p", Html.tag("b", words.say("nothing-title", nothing.size()))),
                  names(nothing)));
    }
    return Html.all(parts);
  }

  private static Html alarm(String title, String intro, Html content) {
    return Html.tag("section")
        .at("class", "alarm")
        .with(Html.tag("h2", title), Html.tag("p", intro), content);
  }

  /** Names that lead to pages: the first few, and how many more there are. */
  private Html names(List<String> names) {
    return listed(names, names.stream().limit(SOME).map(students::link).toList());
  }

  private Html plain(List<String> names) {
    return listed(names, names.stream().limit(MOST).map(name -> Html.tag("bdi", name)).toList());
  }

  private Html listed(List<String> names, List<Html> shown) {
    List<Html> parts = new ArrayList<>();
    IntStream.range(0, shown.size())
        .forEach(
            i -> {
              parts.add(Html.text(i == 0 ? "" : ", "));
              parts.add(shown.get(i));
            });
    if (names.size() > shown.size()) {
      parts.add(Html.text(" " + words.say("and-more", names.size() - shown.size())));
    }
    return Html.tag("p").with(parts);
  }

  /** How many entries a list leaves out. */
  private Html more(int entries) {
    return entries > MOST ? Html.tag("p", words.say("and-more", entries - MOST)) : Html.NONE;
  }

  /** What somebody should look at, which proves nothing. */
  Html suspicious(ClassSummary summary) {
    if (summary.suspicions().isEmpty()) {
      return Html.tag("p", words.say("nothing-suspicious"));
    }
    List<Html> rows =
        summary.suspicions().stream()
            .limit(MOST)
            .map(
                it ->
                    Html.tag(
                        "tr",
                        HtmlTable.row("name", students.link(it.student())),
                        HtmlTable.cell("", it.kata()),
                        HtmlTable.cell("", Html.prose(it.what().in(words.language())))))
            .toList();
    Html table =
        HtmlTable.of(
            "",
            words.say("suspicious-caption"),
            List.of(
                HtmlTable.column("name", Html.text(words.say("column-student"))),
                HtmlTable.column("", Html.text(words.say("column-kata"))),
                HtmlTable.column("", Html.text(words.say("column-what")))),
            rows);
    return Html.all(
        HtmlTable.wide("tall", words.say("suspicious-title"), table),
        more(summary.suspicions().size()));
  }

  /** For which submissions processors worked longest. */
  Html slowest(ClassSummary summary) {
    List<StudentRow> slowest =
        summary.rows().stream()
            .sorted(Comparator.comparing(StudentRow::worked).reversed())
            .filter(row -> row.worked().compareTo(Duration.ZERO) > 0)
            .limit(SLOWEST)
            .toList();
    if (slowest.isEmpty()) {
      return Html.tag("p", words.say("no-times"));
    }
    int most = (int) slowest.get(0).worked().toMillis();
    List<Html> rows = slowest.stream().map(row -> slow(row, most)).toList();
    Html table =
        HtmlTable.of(
            "whole",
            words.say("slowest-caption"),
            List.of(
                HtmlTable.column("name", Html.text(words.say("column-student"))),
                HtmlTable.column("number", Html.text(words.say("column-seconds"))),
                HtmlTable.column("bar", Html.tag("span", words.say("column-share"))),
                HtmlTable.column("", Html.text(words.say("column-longest")))),
            rows);
    return HtmlTable.wide("", words.say("slowest-title"), table);
  }

  private Html slow(StudentRow row, int most) {
    int own = (int) row.worked().toMillis();
    return Html.tag(
        "tr",
        HtmlTable.row("name", students.link(row.name())),
        HtmlTable.cell("number", Amounts.seconds(row.worked())),
        HtmlTable.cell("bar", HtmlTable.bar(List.of("fill-h", ""), List.of(own, most - own))),
        HtmlTable.cell("", row.slowest().replace("/", " · ")));
  }
}
