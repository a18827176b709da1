package dojo.practice;

import dojo.kata.Kata;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a student reads when no test could give a verdict. */
final class Troubles {
  private Troubles() {}

  static String compiling(Kata kata, List<KataCompiler.Problem> problems) {
    KataCompiler.Problem first = problems.get(0);
    String more = problems.size() == 1 ? "" : "\n(and " + (problems.size() - 1) + " more)";
    String file = kata.folder().resolve(first.file().replaceAll(".*/", "")).toString();
    String place = kata.display(java.nio.file.Path.of(file));
    return text(
        kata,
        "the compiler stopped at line " + first.line(),
        first.message() + more,
        first.line() > 0 ? place + ":" + first.line() : place);
  }

  static String endless(Kata kata, String running, Duration limit) {
    return text(
        kata,
        running.isEmpty() ? "no end" : running,
        "was stopped after " + limit.toSeconds() + " seconds: does every loop come to its end?",
        kata.display(kata.source()));
  }

  static String ended(Kata kata, String running, StudentProcess.End end) {
    return text(
        kata,
        running.isEmpty() ? "no result" : running,
        "the program ended before its tests did (exit code "
            + end.exit()
            + "): is there a System.exit?",
        kata.display(kata.source()));
  }

  static String noTest(Kata kata) {
    return text(
        kata,
        "no test ran",
        "the test class has no test: git checkout " + kata.display(kata.test()),
        kata.display(kata.test()));
  }

  private static String text(Kata kata, String title, String seen, String place) {
    return "kata "
        + kata.label()
        + " · "
        + title
        + "\n\n"
        + seen.strip().indent(2)
        + "\n"
        + ("hint 1 of "
                + kata.words(Locale.ENGLISH).hints().size()
                + ": ./dojo hint "
                + kata.label())
            .indent(2)
        + place.indent(2).stripTrailing();
  }
}
