package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Kata;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  void every_exercise_has_a_solution_and_every_solution_an_exercise() {
    assertEquals(
        Workbench.EXERCISES.all().stream().map(Kata::name).collect(Collectors.toSet()),
        names(Workbench.EXERCISES.solutions()),
        "the folders of exercises and solutions must be the same: add or remove a kata in both");
  }

  @ParameterizedTest
  @MethodSource("katas")
  void the_stub_is_what_its_solution_derives(Kata kata) throws IOException {
    assertEquals(
        Workbench.STUBS.of(kata),
        Workbench.read(kata.source()),
        kata.display(kata.source())
            + " differs from what its solution derives: run `./dojo reset "
            + kata.label()
            + "` (or edit the solution)");
  }

  @ParameterizedTest
  @MethodSource("katas")
  void no_file_is_missing_and_none_is_stray(Kata kata) {
    String type = kata.plan().className();
    assertFiles(
        kata.folder(),
        Set.of(
            "README.md",
            "kata.properties",
            "messages.properties",
            type + ".java",
            type + "Test.java"));
    assertFiles(
        Workbench.EXERCISES.solutions().resolve(kata.name()),
        Set.of("mistakes.diff", type + ".java"));
  }

  private static void assertFiles(Path folder, Set<String> expected) {
    Set<String> found = names(folder);
    found.removeIf(name -> name.contains(".bak-")); // kept by reset, ignored by git
    assertEquals(
        new TreeSet<>(expected), found, folder + ": add what is missing, remove what is stray");
  }

  @ParameterizedTest
  @MethodSource("katas")
  void the_readme_has_what_a_student_needs(Kata kata) {
    String readme = Workbench.read(kata.readme());
    for (String part :
        List.of(
            "# Kata " + kata.label(),
            "## Formula",
            "## Worked example",
            "./dojo check " + kata.label(),
            "mvn test -Dkata=" + kata.label(),
            "../../notebooks/",
            "Paper: ",
            "](https://")) {
      assertTrue(readme.contains(part), kata.display(kata.readme()) + ": add “" + part + "”");
    }
  }

  @ParameterizedTest
  @MethodSource("katas")
  void no_word_belittles(Kata kata) {
    String words = Workbench.read(kata.readme()) + Workbench.read(kata.test());
    words += Workbench.read(kata.folder().resolve("messages.properties"));
    String found =
        List.of("just", "simply", "obviously", "trivial").stream()
            .filter(words.toLowerCase()::contains)
            .collect(Collectors.joining(", "));
    assertEquals("", found, kata.name() + " speaks as to a colleague: reword");
  }

  private static Set<String> names(Path folder) {
    return Workbench.list(folder).stream()
        .map(file -> String.valueOf(file.getFileName()))
        .filter(name -> !name.startsWith("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
