package dojo.report;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a page says about katas beside results: their titles, their hints. Where the files of a kata
 * are missing or broken, it says less.
 *
 * @param known what each kata says, by its label
 */
record KataWords(Map<String, Known> known) {

  /**
   * What one kata says.
   *
   * @param kata the kata
   * @param words its words
   */
  record Known(Kata kata, Messages words) {}

  static KataWords of(Exercises exercises, Locale language) {
    Map<String, Known> known = new TreeMap<>();
    for (Kata kata : exercises.all()) {
      try {
        known.put(kata.label(), new Known(kata, kata.words(language)));
      } catch (KataFileException e) {
        // told by the commands that check katas
      }
    }
    return new KataWords(known);
  }

  /** What a kata is called; empty if nobody knows. */
  String title(String label) {
    return ask(label, kata -> Optional.of(kata.words().title())).orElse("");
  }

  /** What is to be remembered of a kata once it is solved. */
  Optional<String> principle(String label) {
    return ask(label, kata -> kata.words().principle());
  }

  /** What a classic mistake is. */
  Optional<String> diagnosis(String label, String id) {
    return ask(label, kata -> kata.words().diagnosis(id));
  }

  /** The hints of a kata, from a question to a skeleton. */
  List<String> hints(String label) {
    return ask(label, kata -> Optional.of(kata.words().hints())).orElse(List.of());
  }

  /** The number of the hint that fits a mistake; the first where none was recognised. */
  int hint(String label, String diagnosis) {
    return ask(label, kata -> Optional.of(kata.kata().plan().hint(diagnosis))).orElse(1);
  }

  private <T> Optional<T> ask(String label, Function<Known, Optional<T>> question) {
    try {
      return Optional.ofNullable(known.get(label)).flatMap(question);
    } catch (KataFileException e) {
      return Optional.empty();
    }
  }
}
