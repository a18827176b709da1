package dojo.practice;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Progress;
import dojo.kata.Report;
import dojo.kata.State;
import dojo.kata.Verdict;
import dojo.words.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The katas from a notebook: {@code Katas.check(3)} checks what you wrote for kata 03.
 *
 * <pre>{@code
 * show(Katas.check(3));
 * }</pre>
 */
public final class Katas {
  private Katas() {}

  /**
   * Checks one kata. Red is a result, never an exception. A kata that was not begun is known to be
   * still to do, and nothing is run, unless it begins with a bug, which shows its symptom.
   *
   * @param number the number of the kata, from 1
   * @return what a student reads, in the language of this program's surroundings
   */
  public static Report check(int number) {
    return check(number, Words.surroundings());
  }

  /**
   * Checks one kata. Red is a result, never an exception. A kata that was not begun is known to be
   * still to do, and nothing is run, unless it begins with a bug, which shows its symptom.
   *
   * @param number the number of the kata, from 1
   * @param language the language to speak, for example {@code Locale.CHINESE}
   * @return what a student reads
   */
  public static Report check(int number, Locale language) {
    Words words = Words.of(Katas.class, language);
    Optional<Exercises> found = Exercises.find();
    if (found.isEmpty()) {
      return sentence(words.say("no-exercises"));
    }
    Exercises exercises = found.get();
    Optional<Kata> kata = exercises.kata(number);
    if (kata.isEmpty()) {
      String label = String.format(Locale.ROOT, "%02d", number);
      String known = exercises.all().stream().map(Kata::label).collect(Collectors.joining(", "));
      return sentence(words.say("no-kata", label, exercises.root(), known));
    }
    Checker checker = new Checker(exercises, KataSettings.usual(), Checker.USUAL_LIMIT);
    Verdict verdict = checker.look(kata.get());
    // the lesson of a kata is told to who has not passed yet: compose first, then remember
    Report report = Composer.of(kata.get(), language).report(verdict);
    rememberPass(exercises.progress(), kata.get(), verdict.state());
    return report;
  }

  /** A notebook is also run as a whole, without an answer being tried: only a pass is one. */
  private static void rememberPass(Progress progress, Kata kata, State state) {
    try {
      if (state == State.GREEN) {
        progress.checked(kata, state);
      }
    } catch (IOException e) {
      return; // the verdict is the same
    }
  }

  private static Report sentence(String text) {
    return new Report(List.of(new Report.Paragraph(text)));
  }
}
