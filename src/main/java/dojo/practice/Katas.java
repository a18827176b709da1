package dojo.practice;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
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
   * Checks one kata. Red is a result, never an exception.
   *
   * @param number the number of the kata, from 1
   * @return the verdict
   */
  public static Verdict check(int number) {
    Optional<Exercises> exercises = Exercises.find();
    Optional<Kata> kata = exercises.flatMap(all -> all.kata(number));
    if (exercises.isPresent() && kata.isPresent()) {
      return new Checker(exercises.get(), KataSettings.usual(), Checker.USUAL_LIMIT)
          .check(kata.get());
    }
    String label = String.format(Locale.ROOT, "%02d", number);
    String known =
        exercises.stream()
            .flatMap(all -> all.all().stream())
            .map(Kata::label)
            .collect(Collectors.joining(", "));
    String trouble =
        exercises.isEmpty()
            ? "the folder exercises was not found: set DOJO_EXERCISES to it"
            : "there is no kata " + label + " in " + exercises.get().root() + ": " + known;
    return new Verdict(label, "unknown", List.of(TestOutcome.trouble(trouble)), "");
  }
}
