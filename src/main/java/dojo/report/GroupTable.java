package dojo.report;

import dojo.grade.Disclosure;
import dojo.grade.PointsPlan;
import dojo.words.Words;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which groups of tests there are, and how much of each students are shown, now and later.
 *
 * @param audience who the students are, and when they read
 * @param words the words of the page
 */
record GroupTable(Audience audience, Words words) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", Locale.ROOT);
  private static final Map<Disclosure, String> SHOWN =
      Map.of(
          Disclosure.POINTS, "shows-points",
          Disclosure.DIAGNOSIS, "shows-diagnosis",
          Disclosure.EXAMPLE, "shows-example",
          Disclosure.EVERYTHING, "shows-everything");

  /**
   * A group of tests.
   *
   * @param name its name
   * @param katas how many katas have it
   * @param points what it is worth in all of them together
   */
  record Group(String name, int katas, double points) {
    private static final double HUNDREDTHS = 100;

    /** Adds up what each group is worth, in hundredths: a sum of doubles would miss some. */
    static List<Group> of(Map<String, List<Double>> worth) {
      List<Group> groups = new ArrayList<>();
      worth.forEach(
          (name, points) -> {
            long sum = points.stream().mapToLong(each -> Math.round(each * HUNDREDTHS)).sum();
            groups.add(new Group(name, points.size(), sum / HUNDREDTHS));
          });
      return groups;
    }
  }

  Html of(List<Group> groups) {
    Optional<OffsetDateTime> ahead = ahead();
    List<Html> head = new ArrayList<>();
    head.add(HtmlTable.column("", Html.text(words.say("column-group"))));
    head.add(HtmlTable.column("number", Html.text(words.say("column-katas"))));
    head.add(HtmlTable.column("number", Html.text(words.say("column-points"))));
    head.add(HtmlTable.column("", Html.text(words.say("column-shown-now"))));
    ahead.ifPresent(
        time ->
            head.add(
                HtmlTable.column(
                    "", Html.text(words.say("column-shown-from", TIME.format(time))))));
    Html table =
        HtmlTable.of(
            "",
            words.say("groups-caption"),
            head,
            groups.stream().map(group -> row(group, ahead)).toList());
    return HtmlTable.wide("", words.say("groups-title"), table);
  }

  private Html row(Group group, Optional<OffsetDateTime> ahead) {
    List<Html> cells = new ArrayList<>();
    cells.add(HtmlTable.row("", Html.tag("code", group.name())));
    cells.add(HtmlTable.cell("number", String.valueOf(group.katas())));
    cells.add(HtmlTable.cell("number", Amounts.points(group.points())));
    cells.add(HtmlTable.cell("", said(audience.disclosure(group.name()))));
    ahead.ifPresent(
        time ->
            cells.add(
                HtmlTable.cell(
                    "", said(audience.plan().disclosure(group.name(), time.toInstant())))));
    return Html.tag("tr").with(cells);
  }

  private String said(Disclosure disclosure) {
    return words.say(SHOWN.getOrDefault(disclosure, "shows-points"));
  }

  /** The deadline, if it is still to come. */
  private Optional<OffsetDateTime> ahead() {
    PointsPlan plan = audience.plan();
    return plan.deadline().filter(end -> audience.at().isBefore(end.toInstant()));
  }
}
