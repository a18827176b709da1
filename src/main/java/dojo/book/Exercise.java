package dojo.book;

import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Plan;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the book says of a kata; of one whose files are damaged, its number.
 *
 * @param label two digits
 * @param name the name of its folder
 * @param page the file of its page
 * @param title what it is about
 * @param minutes how long it takes; 0 if that is not known
 * @param buildsOn the labels of the katas that it builds on
 * @param chapter the topic of its notebook
 * @param file the file that the student writes in
 * @param readme the file of its text; nothing if there is none
 */
record Exercise(
    String label,
    String name,
    String page,
    String title,
    int minutes,
    List<String> buildsOn,
    String chapter,
    String file,
    String readme) {

  static Exercise of(Kata kata, Locale language) {
    Optional<Plan> plan = known(kata::plan);
    return new Exercise(
        kata.label(),
        kata.name(),
        "kata-" + kata.label() + ".html",
        known(() -> kata.words(language).title()).orElse(kata.name()),
        plan.map(Plan::minutes).orElse(0),
        plan.map(Plan::buildsOn).orElse(List.of()).stream()
            .map(number -> String.format(Locale.ROOT, "%02d", number))
            .toList(),
        plan.map(Plan::notebook).orElse(""),
        "exercises/" + kata.name() + "/" + plan.map(p -> p.className() + ".java").orElse(""),
        Files.exists(kata.readme()) ? kata.readme().toAbsolutePath().toString() : "");
  }

  private static <T> Optional<T> known(Supplier<T> fact) {
    try {
      return Optional.of(fact.get());
    } catch (KataFileException damaged) {
      return Optional.empty();
    }
  }
}
