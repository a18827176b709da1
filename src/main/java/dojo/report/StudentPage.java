package dojo.report;

import dojo.grade.Remark;
import dojo.kata.State;
import dojo.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of a student: what passed, of each kata the first failure with a hint, and what is not
 * shown yet. It is made of nothing but what the student may see.
 *
 * @param audience the students as readers
 * @param katas what is known about the katas
 * @param words the words of the page
 */
record StudentPage(Audience audience, KataWords katas, Words words) {

  /** Returns the page. */
  String of(SubmissionResult result) {
    List<Html> parts = new ArrayList<>();
    parts.add(head(result));
    parts.add(overview(result));
    parts.add(
        Html.tag(
            "section",
            Html.tag("h2", words.say("groups-title")),
            new GroupTable(audience, words).of(groups(result))));
    parts.add(remarks(result.remarks()));
    KataSection section = new KataSection(katas, words);
    result.katas().stream()
        .filter(KataSection::isNeeded)
        .forEach(kata -> parts.add(section.of(kata)));
    parts.add(foot(result));
    String title = words.say("student-title", result.submission());
    return PageFrame.plain("student", words.say("page-language"), title, Html.all(parts));
  }

  private Html head(SubmissionResult result) {
    long green = result.katas().stream().filter(kata -> kata.state() == State.GREEN).count();
    List<Html> parts = new ArrayList<>();
    parts.add(Html.tag("p").at("class", "kind").text(words.say("student-kind")));
    parts.add(Html.tag("h1", Html.tag("bdi", result.submission())));
    if (!result.graded()) {
      parts.add(
          Html.tag("section")
              .at("class", "alarm")
              .with(
                  Html.tag("h2", words.say("no-grade-title")),
                  Html.tag("p", words.say("kit-failed"))));
    }
    String points = Amounts.points(result.points());
    parts.add(
        Html.tag("dl")
            .at("class", "facts")
            .with(
                fact("fact-points", points, words.say("out-of", Amounts.points(result.outOf()))),
                fact(
                    "fact-green-katas",
                    String.valueOf(green),
                    words.say("of-all-katas", result.katas().size())),
                fact("fact-tier", result.tier().name(), Marks.tier(result.tier(), words)),
                fact("fact-kit", result.kit(), "")));
    return Html.tag("header").with(parts);
  }

  private Html fact(String name, String value, String more) {
    Html small = more.isEmpty() ? Html.NONE : Html.tag("small", more);
    return Html.tag(
        "div", Html.tag("dt", words.say(name)), Html.tag("dd", Html.text(value), small));
  }

  private Html overview(SubmissionResult result) {
    List<Html> rows = result.katas().stream().map(this::row).toList();
    Html table =
        HtmlTable.of(
            "whole",
            words.say("overview-caption"),
            List.of(
                HtmlTable.column("name", Html.text(words.say("column-kata"))),
                HtmlTable.column("", Html.text(words.say("column-state"))),
                HtmlTable.column("number", Html.text(words.say("column-points"))),
                HtmlTable.column("number", Html.text(words.say("column-out-of")))),
            rows);
    return Html.tag(
        "section",
        Html.tag("h2", words.say("katas-title")),
        HtmlTable.wide("", words.say("katas-title"), table));
  }

  private Html row(KataResult kata) {
    String name = kata.kata() + " · " + kata.title();
    return Html.tag(
        "tr",
        HtmlTable.row(
            "name",
            KataSection.isNeeded(kata)
                ? Html.tag("a").at("href", "#kata" + kata.kata()).text(name)
                : Html.text(name)),
        HtmlTable.cell("", Marks.chip(kata.state(), words)),
        HtmlTable.cell("number", Amounts.points(kata.points())),
        HtmlTable.cell("number", Amounts.points(kata.outOf())));
  }

  private static List<GroupTable.Group> groups(SubmissionResult result) {
    Map<String, List<Double>> worth = new LinkedHashMap<>();
    for (KataResult kata : result.katas()) {
      for (GroupResult group : kata.groups()) {
        worth.computeIfAbsent(group.name(), any -> new ArrayList<>()).add(group.outOf());
      }
    }
    return GroupTable.Group.of(worth);
  }

  private Html remarks(List<Remark> remarks) {
    if (remarks.isEmpty()) {
      return Html.NONE;
    }
    List<Html> told = remarks.stream().map(this::remark).toList();
    return Html.tag(
        "section", Html.tag("h2", words.say("remarks-title")), Html.tag("ul").with(told));
  }

  private Html remark(Remark remark) {
    String what = remark.what().in(words.language());
    return remark.file().isEmpty()
        ? Html.tag("li", what)
        : Html.tag("li", Html.tag("bdi", Html.tag("code", remark.file())), Html.text(" " + what));
  }

  private Html foot(SubmissionResult result) {
    Html seed =
        result
            .repeat()
            .map(
                command ->
                    Html.tag(
                        "p", Html.text(words.say("repeat-tests") + " "), Html.tag("code", command)))
            .orElse(Html.NONE);
    return Html.tag("footer", seed, Html.tag("p", words.say("student-footer")));
  }
}
