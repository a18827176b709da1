package dojo.report;

import dojo.grade.JudgedKata;
import dojo.grade.Points;
import dojo.kata.Report;
import dojo.kata.State;
import dojo.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What formats say of a group of tests in plain text. */
final class GroupText {
  private final Words words;

  GroupText(Words words) {
    this.words = words;
  }

  /** For example {@code kata 03 · Inverted dropout · edge-cases}. */
  String title(KataResult kata, GroupResult group) {
    List<String> parts = new ArrayList<>(List.of(words.say("kata", kata.kata())));
    if (!kata.title().isEmpty()) {
      parts.add(kata.title());
    }
    if (!group.name().equals(JudgedKata.VISIBLE)) {
      parts.add(group.name());
    }
    return String.join(" · ", parts);
  }

  /** What somebody got; where there is no grade, that, and no number. */
  String points(State state, double points, double outOf) {
    return state == State.ERROR
        ? words.say("no-grade")
        : words.say("points", Points.text(points), Points.text(outOf));
  }

  /** All tests at a glance, if they are disclosed, and all that is disclosed of each failure. */
  String text(GroupResult group) {
    List<String> parts = new ArrayList<>();
    if (group.tests().size() > 1) {
      parts.add(
          group.tests().stream()
              .map(test -> mark(test.state()) + " " + test.title())
              .collect(Collectors.joining("\n")));
    }
    List<Report> reports =
        group.tests().isEmpty()
            ? List.of(group.report())
            : group.tests().stream().map(TestResult::report).toList();
    reports.stream()
        .filter(report -> !report.parts().isEmpty())
        .map(GroupText::text)
        .forEach(parts::add);
    if (!group.printed().isBlank()) {
      parts.add(words.say("printed") + "\n" + group.printed().stripTrailing());
    }
    return String.join("\n\n", parts);
  }

  /** A paragraph without a heading stands at the margin. */
  static String text(Report report) {
    return report.toString().strip();
  }

  /** The same signs as in a notebook. */
  static String mark(State state) {
    return switch (state) {
      case GREEN -> "✓";
      case RED -> "✗";
      case TODO -> "…";
      case SKIPPED -> "–";
      case ERROR -> "!";
    };
  }
}
