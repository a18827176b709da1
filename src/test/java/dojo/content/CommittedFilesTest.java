package dojo.content;

import dojo.kata.Kata;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is committed of the katas is complete and in step. A student's work may differ. */
@Tag("dev")
class CommittedFilesTest {
  static List<Kata> katas() {
    return Workbench.katas();
  }

  @Test
  void every_exercise_has_a_solution_every_solution_an_exercise_and_nothing_lies_beside() {
    Checks.assertNone(new KataFolders(Workbench.EXERCISES).problems());
  }

  @Test
  void every_shared_diagnosis_belongs_to_a_kata() {
    Path shared = Workbench.EXERCISES.root().resolve("messages.properties");
    Set<String> known =
        katas().stream()
            .flatMap(kata -> kata.plan().hints().keySet().stream())
            .map(id -> "diagnosis." + id)
            .collect(Collectors.toSet());
    Checks.assertNone(
        Bundle.of(Workbench.EXERCISES.root(), shared).sentences().keySet().stream()
            .filter(key -> key.startsWith("diagnosis.") && !known.contains(key))
            .map(key -> "exercises/messages.properties: no kata has " + key + ": remove it")
            .toList());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void the_stub_is_what_its_solution_derives(Kata kata) {
    Checks.assertNone(files(kata).stub());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void no_file_is_missing_and_none_is_stray(Kata kata) {
    Checks.assertNone(files(kata).files());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void the_plan_makes_sense(Kata kata) {
    Checks.assertNone(files(kata).plan());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void every_diagnosis_has_a_sentence_and_a_hint(Kata kata) {
    Checks.assertNone(files(kata).diagnoses());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void a_bug_that_is_to_be_found_has_a_symptom_and_nothing_else_has(Kata kata) {
    Checks.assertNone(files(kata).symptoms());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void a_green_kata_leaves_a_principle_and_the_place_in_the_library(Kata kata) {
    Checks.assertNone(files(kata).lesson());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void every_sentence_about_a_check_has_its_check(Kata kata) {
    Checks.assertNone(files(kata).checks());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void the_readme_has_what_a_student_needs(Kata kata) {
    Checks.assertNone(files(kata).readmes());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void no_word_belittles(Kata kata) {
    Checks.assertNone(files(kata).words());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void the_front_page_and_the_notebook_lead_to_the_kata(Kata kata) {
    Checks.assertNone(files(kata).neighbours());
  }

  @ParameterizedTest
  @MethodSource("katas")
  void nothing_of_the_template_is_left_to_write(Kata kata) {
    Checks.assertNone(files(kata).todos());
  }

  private static KataFiles files(Kata kata) {
    return new KataFiles(Workbench.EXERCISES, kata);
  }
}
