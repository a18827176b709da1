package dojo.cli;

import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Plan;
import dojo.kata.Progress;
import dojo.words.Words;
import java.util.List;
import java.util.Locale;

/**
 * The table of the katas, row by row, as each row becomes known.
 *
 * @param words the sentences of the commands
 * @param progress what is remembered of the student's way
 */
record KataTable(Words words, Progress progress) {
  private static final int TITLE = 44;
  private static final int BAR = 30;
  private static final String GAP = "  ";

  /** Returns the names of the columns. */
  String head() {
    return String.join(
            GAP,
            "  ",
            Layout.padded(words.say("column-kata"), TITLE),
            words.say("column-minutes"),
            words.say("column-notebook"),
            words.say("column-attempts"),
            words.say("column-state"))
        .stripTrailing();
  }

  /**
   * Returns the row of a kata.
   *
   * @param state how it stands, in words
   * @throws KataFileException if its plan or its words are missing or broken
   */
  String row(Kata kata, String state) {
    Plan plan = kata.plan();
    List<String> cells =
        List.of(
            kata.label(),
            Layout.padded(kata.words(words.language()).title(), TITLE),
            right(Integer.toString(plan.minutes()), words.say("column-minutes")),
            right(plan.notebook().replaceFirst("-.*", ""), words.say("column-notebook")),
            right(attempts(kata), words.say("column-attempts")),
            state);
    return String.join(GAP, cells).stripTrailing();
  }

  /** Returns the row of a kata as it is remembered. */
  String row(Kata kata) {
    try {
      String state =
          progress.passed(kata) ? "passed" : progress.attempts(kata) > 0 ? "begun" : "not-begun";
      return row(kata, words.say(state));
    } catch (KataFileException e) {
      return broken(kata, e);
    }
  }

  /** Returns what stands in the place of a row. */
  String broken(Kata kata, KataFileException e) {
    return kata.label() + GAP + e.in(words.language());
  }

  private String attempts(Kata kata) {
    int attempts = progress.attempts(kata);
    return attempts == 0 ? "–" : String.format(Locale.ROOT, "%d", attempts);
  }

  /** Right below the end of the column's name. */
  private static String right(String text, String column) {
    return " ".repeat(Math.max(0, Layout.columns(column) - Layout.columns(text))) + text;
  }

  /** Draws how many are done. */
  static String bar(int done, int all) {
    int full = all == 0 ? 0 : done * BAR / all;
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
  }
}
