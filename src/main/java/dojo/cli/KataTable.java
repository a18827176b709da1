package dojo.cli;

import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Plan;
import dojo.kata.Progress;
import dojo.kata.State;
import dojo.kata.Stubs;
import dojo.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The table of the katas, row by row, as each row becomes known.
 *
 * @param words the sentences of the commands
 * @param exercises where the katas are
 */
record KataTable(Words words, Exercises exercises) {
  private static final int TITLE = 44;
  private static final int BAR = 30;
  private static final String GAP = "  ";

  /** Between numbers, so that a line has room for every word of a state within 80 columns. */
  private static final String NARROW = " ";

  /** Returns the names of the columns. */
  String head() {
    String numbers =
        String.join(
            NARROW,
            words.say("column-minutes"),
            words.say("column-notebook"),
            words.say("column-attempts"));
    return String.join(
        GAP,
        "  ",
        Layout.padded(words.say("column-kata"), TITLE),
        numbers,
        words.say("column-state"));
  }

  /**
   * Returns the row of a kata.
   *
   * @param state how it stands
   * @throws KataFileException if its plan or its words are missing or broken
   */
  String row(Kata kata, State state) {
    Plan plan = kata.plan();
    String numbers =
        String.join(
            NARROW,
            right(Integer.toString(plan.minutes()), words.say("column-minutes")),
            right(plan.notebook().replaceFirst("-.*", ""), words.say("column-notebook")),
            right(attempts(kata), words.say("column-attempts")));
    return String.join(
        GAP,
        kata.label(),
        Layout.padded(kata.words(words.language()).title(), TITLE),
        numbers,
        Composer.of(kata, words.language()).word(state));
  }

  /** Returns the row of a kata as it is remembered. */
  String row(Kata kata) {
    try {
      return row(kata, remembered(kata));
    } catch (KataFileException e) {
      return broken(kata, e);
    }
  }

  /** A kata is to do while nobody has touched it, and after that until an answer was checked. */
  private State remembered(Kata kata) {
    Progress progress = exercises.progress();
    if (progress.passed(kata)) {
      return State.GREEN;
    }
    return progress.attempts(kata) > 0 && !isUntouched(kata) ? State.RED : State.TODO;
  }

  private boolean isUntouched(Kata kata) {
    try {
      return new Stubs(exercises).isUntouched(kata);
    } catch (IOException | UncheckedIOException | KataFileException e) {
      return false; // a check says what is missing
    }
  }

  /** Returns what stands in the place of a row. */
  String broken(Kata kata, KataFileException e) {
    return kata.label() + GAP + e.in(words.language());
  }

  private String attempts(Kata kata) {
    int attempts = exercises.progress().attempts(kata);
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
