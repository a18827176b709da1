package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewKataTest {
  @TempDir private Path project;
  private Exercises exercises;

  @BeforeEach
  void open() throws IOException {
    exercises = new Exercises(Files.createDirectory(project.resolve("exercises")));
  }

  @Test
  void all_files_of_a_kata_are_written_in_the_order_in_which_they_are_filled() throws IOException {
    List<Path> files = NewKata.of(exercises, 4, "DropoutLayer").write();

    assertEquals(
        List.of(
            "solutions/kata04/DropoutLayer.java",
            "exercises/kata04/DropoutLayer.java",
            "exercises/kata04/DropoutLayerTest.java",
            "solutions/kata04/mistakes.diff",
            "exercises/kata04/kata.properties",
            "exercises/kata04/messages.properties",
            "exercises/kata04/README.md",
            "solutions/kata04/Example.java"),
        files.stream()
            .map(file -> project.relativize(file).toString().replace('\\', '/'))
            .toList());
    for (Path file : files) {
      assertFalse(
          Files.readString(file).contains("{{N"), file + " has a place that was not filled");
    }
    assertEquals("DropoutLayer", exercises.kata(4).orElseThrow().plan().className());
  }

  @Test
  void nothing_that_exists_is_written_over() throws IOException {
    Path solution = Files.createDirectories(project.resolve("solutions/kata04"));
    Files.writeString(solution.resolve("A.java"), "mine");
    refused(
        4,
        "DropoutLayer",
        "solutions/kata04 exists already: choose another number than 04, or move it away");

    assertFalse(Files.exists(exercises.root().resolve("kata04")), "nothing was written");
    assertEquals("mine", Files.readString(solution.resolve("A.java")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 100})
  void a_number_without_two_digits_is_refused(int number) {
    refused(number, "A", "the number of a kata must be 1 to 99, but was " + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dropout", "Drop out", "../Up", "MaskTest", "Example", "1st"})
  void a_name_that_no_class_of_a_kata_can_have_is_refused(String name) {
    KataFileException told =
        assertThrows(KataFileException.class, () -> NewKata.of(exercises, 4, name));
    assertTrue(
        String.valueOf(told.getMessage()).endsWith("but was \"" + name + "\""), told::getMessage);
  }

  private void refused(int number, String name, String line) {
    KataFileException told =
        assertThrows(KataFileException.class, () -> NewKata.of(exercises, number, name).write());
    assertEquals(line, told.getMessage());
  }
}
