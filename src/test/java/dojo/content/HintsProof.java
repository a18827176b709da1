package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Stubs;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Proves of a kata that its hints lead to the answer, step by step, and never give it. */
record HintsProof(Exercises exercises, Kata kata) {

  void four_hints_and_none_gives_the_answer_away() {
    for (Locale language : languages()) {
      List<String> hints = kata.words(language).hints();
      assertEquals(
          4, hints.size(), kata.name() + ": give hint.1 to hint.4 in messages.properties, no more");
      decisive().forEach(code -> none_holds(code, hints));
    }
  }

  private void none_holds(String code, List<String> hints) {
    for (String hint : hints) {
      assertFalse(
          squeeze(hint).contains(squeeze(code)),
          "a hint of " + kata.name() + " gives the decisive line away, reword it: " + hint);
    }
  }

  /** English, and every language that the kata is translated to. */
  private List<Locale> languages() {
    Path english = kata.folder().resolve("messages.properties");
    return Stream.concat(
            Stream.of(Locale.ENGLISH),
            Bundle.translations(english).stream()
                .map(file -> file.getFileName().toString().replaceAll("^messages_|\\..*", ""))
                .map(tag -> Locale.forLanguageTag(tag.replace('_', '-'))))
        .toList();
  }

  void every_diagnosis_points_to_a_hint() {
    kata.plan()
        .hints()
        .forEach(
            (id, level) ->
                assertTrue(
                    level >= 1 && level <= 4,
                    String.format(
                        "hint.%s in exercises/%s/kata.properties must be 1 to 4, but was %d",
                        id, kata.name(), level)));
  }

  void the_start_does_not_hold_the_answer() {
    String start = new Stubs(exercises).of(kata);
    for (String code : decisive()) {
      assertFalse(
          squeeze(start).contains(squeeze(code)),
          "what is decisive must not stand in what the student starts from: "
              + code
              + "\nmark another line of solutions/"
              + kata.name()
              + " by // decisive");
    }
  }

  private List<String> decisive() {
    List<String> decisive = exercises.solution(kata).decisive();
    assertFalse(
        decisive.isEmpty(),
        "mark the line that matters in solutions/" + kata.name() + " by // decisive");
    return decisive;
  }

  /** Without spaces, and without the semicolon that a hint would leave out. */
  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "").replaceAll(";$", "");
  }
}
