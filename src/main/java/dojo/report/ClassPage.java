package dojo.report;

import dojo.kata.State;
import dojo.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of a class: what went wrong, which mistakes it makes, how it stands in each kata, what
 * somebody must look at, and all students. It is for the staff, and shows everything.
 *
 * @param results the results of the class
 * @param katas what is known about the katas
 * @param words the words of the page
 */
record ClassPage(ClassResults results, KataWords katas, Words words) {
  /**
   * Returns the page.
   *
   * @param summary what is to be told of the class
   * @param students the table of students, or what leads to its parts
   */
  String of(ClassSummary summary, Html students) {
    List<String> labels = List.copyOf(results.worth().points().keySet());
    ClassNotes notes = new ClassNotes(new StudentTable(labels, "", words), words);
    MistakeMap map = MistakeMap.of(summary.rows());
    List<Html> parts = new ArrayList<>();
    parts.add(head(summary));
    parts.add(notes.faults(summary));
    parts.add(notes.missing(summary));
    parts.add(contents());
    parts.add(
        section(
            "mistakes",
            words.say("mistakes-title"),
            map.rows().isEmpty()
                ? Html.tag("p", words.say("no-mistakes"))
                : new MistakeTable(labels, katas, words).of(map)));
    parts.add(
        section(
            "katas",
            words.say("katas-title"),
            new KataCounts(labels, katas, words).of(summary.rows())));
    parts.add(points(summary, notes));
    parts.add(section("suspicious", words.say("suspicious-title"), notes.suspicious(summary)));
    parts.add(
        section(
            "groups",
            words.say("groups-title"),
            new GroupTable(results.students(), words).of(groups())));
    parts.add(section("students", words.say("students-title"), students));
    parts.add(Html.tag("footer", Html.tag("p", words.say("class-footer"))));
    String title = words.say("class-title");
    return PageFrame.withScript("class", words.say("page-language"), title, Html.all(parts));
  }

  private Html head(ClassSummary summary) {
    Distribution distribution = Distribution.of(summary.rows());
    int all = summary.rows().size() + summary.missing().size();
    List<Html> facts = new ArrayList<>();
    facts.add(fact("fact-graded", distribution.percents().size(), words.say("of-all", all)));
    facts.add(fact("fact-green", summary.count(State.GREEN), ""));
    if (!distribution.percents().isEmpty()) {
      facts.add(fact("fact-median", distribution.quantile(0.5) + " %", ""));
    }
    facts.add(fact("fact-katas", results.worth().points().size(), ""));
    summary
        .tier()
        .ifPresent(tier -> facts.add(fact("fact-tier", tier.name(), Marks.tier(tier, words))));
    facts.add(fact("fact-kit", summary.kit(), ""));
    return Html.tag(
        "header",
        Html.tag("p").at("class", "kind").text(words.say("class-kind")),
        Html.tag("h1", words.say("class-title")),
        Html.tag("dl").at("class", "facts").with(facts));
  }

  private Html fact(String name, Object value, String more) {
    List<Html> told = new ArrayList<>(List.of(Html.text(String.valueOf(value))));
    if (!more.isEmpty()) {
      told.add(Html.tag("small", more));
    }
    return Html.tag("div", Html.tag("dt", words.say(name)), Html.tag("dd").with(told));
  }

  private Html contents() {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("mistakes", words.say("mistakes-title"));
    sections.put("katas", words.say("katas-title"));
    sections.put("points", words.say("points-title"));
    sections.put("slowest", words.say("slowest-title"));
    sections.put("suspicious", words.say("suspicious-title"));
    sections.put("groups", words.say("groups-title"));
    sections.put("students", words.say("students-title"));
    List<Html> links = new ArrayList<>();
    sections.forEach(
        (id, title) -> links.add(Html.tag("li", Html.tag("a").at("href", "#" + id).text(title))));
    return Html.tag("nav").at("aria-label", words.say("contents")).with(Html.tag("ul").with(links));
  }

  private static Html section(String id, String title, Html content) {
    return Html.tag("section").at("id", id).with(Html.tag("h2", title), content);
  }

  private Html points(ClassSummary summary, ClassNotes notes) {
    Distribution distribution = Distribution.of(summary.rows());
    Html chart =
        distribution.percents().isEmpty()
            ? Html.tag("p", words.say("no-points"))
            : PointsChart.of(distribution, words);
    return Html.tag("div")
        .at("class", "columns")
        .with(
            section("points", words.say("points-title"), chart),
            section("slowest", words.say("slowest-title"), notes.slowest(summary)));
  }

  private List<GroupTable.Group> groups() {
    Map<String, List<Double>> points = new LinkedHashMap<>();
    results
        .worth()
        .points()
        .values()
        .forEach(
            kata ->
                kata.forEach(
                    (group, worth) ->
                        points.computeIfAbsent(group, any -> new ArrayList<>()).add(worth)));
    return GroupTable.Group.of(points);
  }
}
