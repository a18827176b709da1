package dojo.report;

import dojo.grade.Remark;
import dojo.kata.State;
import dojo.words.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A job summary for GitHub Actions, in Markdown: a workflow appends it to the file that {@code
 * GITHUB_STEP_SUMMARY} names.
 *
 * <p>What a student can write stands in code, in which nothing is markup. GitHub refuses a summary
 * of more than 1 MiB: whole sections at its end are left out then, and a line says how many.
 */
final class GitHubSummary implements StudentFormat {
  private static final int MOST = 1024 * 1024;

  /** For the note, and for what a runner adds. */
  private static final int ROOM = 4096;

  @Override
  public String name() {
    return "github";
  }

  @Override
  public Map<String, String> files(SubmissionResult result) {
    StringBuilder text = new StringBuilder(head(result));
    int left = MOST - ROOM - Utf8.size(text.toString());
    int out = 0;
    for (String section : sections(result)) {
      left -= Utf8.size(section);
      out += left < 0 ? 1 : 0;
      text.append(left < 0 ? "" : section);
    }
    if (out > 0) {
      text.append("\n").append(result.words().say("sections-left-out", out)).append("\n");
    }
    return Map.of("summary.md", text.toString());
  }

  private static String head(SubmissionResult result) {
    GroupText words = new GroupText(result.words());
    List<String> lines = new ArrayList<>();
    lines.add("### " + code(result.submission()));
    lines.add("");
    lines.add("**" + words.points(result.state(), result.points(), result.outOf()) + "**");
    lines.add("");
    if (!result.graded()) {
      lines.add(result.words().say("kit-failed"));
      lines.add("");
    }
    for (Remark remark : result.remarks()) {
      lines.add("- " + code(Plain.line(remark, result.language())));
    }
    result
        .repeat()
        .ifPresent(command -> lines.add("\n" + result.words().say("repeat", code(command))));
    lines.add("");
    lines.add(result.words().say("summary-columns"));
    lines.add("|:-:|---|---|---|");
    for (KataResult kata : result.katas()) {
      for (GroupResult group : kata.groups()) {
        lines.add(
            String.join(
                " | ",
                "| " + GroupText.mark(group.state()),
                words.title(kata, group),
                words.points(group.state(), group.points(), group.outOf()),
                (group.diagnosis().isEmpty() ? "" : code(group.diagnosis())) + " |"));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> sections(SubmissionResult result) {
    GroupText words = new GroupText(result.words());
    List<String> sections = new ArrayList<>();
    for (KataResult kata : result.katas()) {
      for (GroupResult group : kata.groups()) {
        String text = words.text(group);
        if (group.state() != State.GREEN && !text.isEmpty()) {
          sections.add(
              "\n<details><summary>"
                  + escaped(words.title(kata, group))
                  + "</summary>\n\n<pre>\n"
                  + escaped(text)
                  + "\n</pre>\n\n</details>\n");
        }
      }
    }
    return sections;
  }

  /** In code, nobody is mentioned; and what is written as a number of a character is no markup. */
  private static String code(String text) {
    StringBuilder code = new StringBuilder("<code>");
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isLetterOrDigit(point) || point == ' ') {
                code.appendCodePoint(point);
              } else {
                int shown = Character.isISOControl(point) ? ' ' : point;
                code.append("&#").append(shown).append(';');
              }
            });
    return code.append("</code>").toString();
  }

  private static String escaped(String text) {
    return Shown.escaped(text);
  }
}
