package dojo.report;

import dojo.grade.Disclosure;
import dojo.kata.Report;
import dojo.kata.State;
import dojo.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A kata on the page of a student.
 *
 * @param katas what is known about the katas
 * @param words the words of the page
 */
record KataSection(KataWords katas, Words words) {

  /** Whether there is more to tell than that a kata is not written yet. */
  static boolean isNeeded(KataResult kata) {
    return kata.state() != State.TODO
        || kata.points() > 0
        || !kata.groups().stream().allMatch(group -> isPlain(group.report()));
  }

  private static boolean isPlain(Report report) {
    return report.parts().isEmpty()
        || report.parts().stream().anyMatch(part -> part instanceof Report.Hint);
  }

  Html of(KataResult kata) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.tag("h2", words.say("kata-title", kata.kata(), kata.title())));
    parts.add(
        Html.tag(
            "p", Marks.chip(kata.state(), words), Html.text(points(kata.points(), kata.outOf()))));
    if (kata.state() == State.GREEN) {
      katas
          .principle(kata.kata())
          .ifPresent(principle -> parts.add(Html.tag("p", Html.prose(principle))));
    }
    for (GroupResult group : kata.groups()) {
      parts.add(group(kata, group));
    }
    return Html.tag("section").at("class", "kata").at("id", "kata" + kata.kata()).with(parts);
  }

  private String points(double points, double outOf) {
    return words.say("points-of", Amounts.points(points), Amounts.points(outOf));
  }

  /** A kata with one group needs no heading for it. */
  private Html group(KataResult kata, GroupResult group) {
    List<Html> parts = new ArrayList<>();
    if (kata.groups().size() > 1) {
      parts.add(
          Html.tag(
              "h3",
              words.say(
                  "group-title",
                  group.name(),
                  Marks.word(group.state(), words),
                  points(group.points(), group.outOf()))));
    }
    String level = kata.groups().size() > 1 ? "h4" : "h3";
    parts.add(new Reported(level, words).of(group.report()));
    parts.add(hint(kata.kata(), group));
    if (group.shown().shows(Disclosure.EVERYTHING)) {
      parts.add(tests(group.tests()));
      parts.add(printed(group.printed()));
    } else if (group.state() == State.RED) {
      parts.add(Html.tag("p").at("class", "soft").text(words.say("not-shown")));
    }
    return Html.all(parts);
  }

  /** The hint itself: there is one where the report names the command that shows it. */
  private Html hint(String kata, GroupResult group) {
    List<String> hints = katas.hints(kata);
    boolean helps = group.report().parts().stream().anyMatch(part -> part instanceof Report.Hint);
    int level = group.diagnosis().isEmpty() ? 1 : katas.hint(kata, group.diagnosis());
    if (!helps || level > hints.size()) {
      return Html.NONE;
    }
    Html more =
        level == hints.size()
            ? Html.NONE
            : Html.tag("p", Html.prose(words.say("next-hint", kata, level + 1)));
    return Html.tag("div")
        .at("class", "note")
        .with(
            Html.tag(
                "p",
                Html.tag("b", words.say("hint-title", level, hints.size())),
                Html.prose(hints.get(level - 1))),
            more);
  }

  private Html tests(List<TestResult> tests) {
    List<TestResult> named = tests.stream().filter(test -> !test.name().isEmpty()).toList();
    if (named.isEmpty()) {
      return Html.NONE;
    }
    long green = named.stream().filter(test -> test.state() == State.GREEN).count();
    return Html.tag(
        "details",
        Html.tag("summary", words.say("tests-passed", green, named.size())),
        Html.tag("ul").at("class", "tests").with(named.stream().map(this::test).toList()));
  }

  private Html test(TestResult test) {
    String word = Marks.word(test.state(), words);
    Html sign =
        Html.tag("span")
            .at("class", "sign")
            .at("role", "img")
            .at("aria-label", word)
            .text(GroupText.mark(test.state()));
    Html diagnosis =
        test.diagnosis().isEmpty()
            ? Html.NONE
            : Html.all(Html.text(" "), Html.tag("code", test.diagnosis()));
    return Html.tag("li", sign, Html.text(test.title()), diagnosis);
  }

  private Html printed(String printed) {
    if (printed.isBlank()) {
      return Html.NONE;
    }
    return Html.tag(
        "details",
        Html.tag("summary", words.say("printed-title")),
        HtmlTable.wide("printed", words.say("printed-title"), Html.tag("pre", printed)));
  }
}
