package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookPartsTest {
  private static final String WHOLE =
      """
      **Time:** a minute. **You need:** nothing. **Predict:** what comes?

      ## Summary

      ## What this does and does not show

      ## What would prove us wrong

      ## Papers
      """;

  private static final String EXERCISES =
      "## Exercises\n\n1. Change it.\n2. Prove it.\n3. Refute it.";

  @Test
  void a_whole_notebook_lacks_nothing() {
    assertEquals(List.of(), problems("03-made-up.ipynb", WHOLE, EXERCISES, "int answer = 0;"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "**Time:** ",
        "**You need:** ",
        "**Predict",
        "## Summary",
        "## What this does and does not show",
        "## What would prove us wrong",
        "## Papers"
      })
  void a_part_that_is_missing_is_told(String part) {
    assertEquals(
        List.of("03-made-up: write the part that begins with " + part.strip()),
        problems("03-made-up.ipynb", WHOLE.replace(part, ""), EXERCISES, "int answer = 0;"));
  }

  @Test
  void the_start_needs_neither_exercises_nor_papers() {
    assertEquals(
        List.of(),
        problems("00-made-up.ipynb", WHOLE.replace("## Papers", ""), "no more", "int x = 0;"));
  }

  @Test
  void two_exercises_are_too_few() {
    assertEquals(
        List.of("03-made-up has 2 exercises: write three at least"),
        problems(
            "03-made-up.ipynb", WHOLE, EXERCISES.replace("3. Refute it.", ""), "int answer = 0;"));
  }

  @Test
  void a_kata_checks_no_exercise() {
    assertEquals(
        List.of(
            "03-made-up: let a cell of code below ## Exercises check the answer to one of them"),
        problems("03-made-up.ipynb", WHOLE, EXERCISES, "show(Katas.check(1));"));
  }

  @Test
  void a_cell_of_a_later_section_checks_no_exercise() {
    assertEquals(
        List.of(
            "03-made-up: let a cell of code below ## Exercises check the answer to one of them"),
        problems("03-made-up.ipynb", WHOLE, EXERCISES + "\n\n## Katas", "int answer = 0;"));
  }

  private static List<String> problems(String file, String first, String last, String code) {
    return new NotebookParts(
            MadeUpNotebook.at(Path.of(file)).says(first).says(last).runs(code).notebook())
        .problems();
  }
}
