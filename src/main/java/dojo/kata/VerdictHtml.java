package dojo.kata;

import java.util.stream.Collectors;

/** A verdict as a table for a notebook: a line per test, the first failure in full. */
final class VerdictHtml {
  private VerdictHtml() {}

  static String of(Verdict verdict) {
    String rows = verdict.outcomes().stream().map(VerdictHtml::row).collect(Collectors.joining());
    String why =
        verdict.first().map(outcome -> pre(outcome.message())).orElse("")
            + (verdict.printed().isBlank() ? "" : pre("your code printed:\n" + verdict.printed()));
    return String.format(
        "<table><caption style=\"text-align:left;white-space:nowrap\">kata %s · %s: <b>%s</b></caption>%s</table>%s",
        verdict.kata(), escape(verdict.title()), verdict.state().word(), rows, why);
  }

  private static String row(TestOutcome outcome) {
    String sign =
        switch (outcome.state()) {
          case GREEN -> "✓";
          case RED -> "✗";
          case TODO -> "…";
          case SKIPPED -> "–";
        };
    return String.format(
        "<tr><td>%s</td><td style=\"text-align:left\">%s</td><td>%s</td></tr>",
        sign, escape(outcome.test().replace('_', ' ')), outcome.diagnosis());
  }

  private static String pre(String text) {
    return "<pre style=\"font-family:monospace;white-space:pre\">" + escape(text) + "</pre>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
