package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands where there are no solutions: stubs are kept in their place. */
class StudentEditionTest {
  private static final String FILE = "exercises/kata08/Twice.java";

  @TempDir private Path project;
  private String solution = "";

  @BeforeEach
  void make_a_kata_without_solution() throws IOException {
    Files.writeString(project.resolve("pom.xml"), "");
    Files.createDirectories(project.resolve("notebooks"));
    Exercises exercises = new Exercises(Files.createDirectories(project.resolve("exercises")));
    Files.writeString(project.resolve("exercises/messages.properties"), "");
    assertEquals(0, dojo("new", "08", "Twice").exit());
    solution = exercises.solution(exercises.kata(8).orElseThrow()).model();
    try (Stream<Path> files = Files.walk(exercises.solutions())) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    Files.createDirectories(exercises.stubs());
    Files.copy(project.resolve(FILE), exercises.stub(exercises.kata(8).orElseThrow()));
  }

  @Test
  void an_untouched_kata_is_to_do() {
    Typed typed = dojo("check", "08");
    assertEquals(1, typed.exit());
    assertTrue(typed.out().contains("hint 1 of 4: ./dojo hint 08 1"), typed.out());
  }

  @Test
  void reset_brings_the_stub_back_and_keeps_what_was_written() throws IOException {
    String stub = Files.readString(project.resolve(FILE));
    Files.writeString(project.resolve(FILE), solution);
    assertEquals(
        "what you wrote is kept in " + FILE + ".bak-1\n" + FILE + " begins again\n",
        dojo("reset", "08").out());
    assertEquals(stub, Files.readString(project.resolve(FILE)));
  }

  @Test
  void a_green_kata_tells_its_principle_and_promises_no_solution() throws IOException {
    Files.writeString(project.resolve(FILE), solution);
    Typed typed = dojo("check", "08");
    assertEquals(0, typed.exit(), typed.out());
    assertTrue(typed.out().contains("Doubling keeps the sign."), typed.out());
    assertFalse(typed.out().contains("dojo solution"), typed.out());
  }

  @Test
  void a_stub_that_is_lost_is_told() throws IOException {
    Files.delete(project.resolve("stubs/kata08.txt"));
    Typed typed = dojo("reset", "08");
    assertEquals(1, typed.exit());
    assertEquals(
        "dojo: stubs/kata08.txt is missing: unpack the student edition again, and copy it from"
            + " there\n",
        typed.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"solution 08", "solution 08 --anyway"})
  void nobody_is_sent_to_look_for_a_solution(String words) {
    Typed typed = dojo(words.split(" ", -1));
    assertEquals(1, typed.exit());
    assertEquals(
        "the student edition has no solutions; once kata 08 is green, ./dojo check 08 names the"
            + " place where the library does the same\n",
        typed.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"grade .", "katas --proof", "new 09 Thrice"})
  void what_needs_solutions_says_so(String words) {
    Typed typed = dojo(words.split(" ", -1));
    assertEquals(1, typed.exit(), typed.out());
    assertEquals(
        "dojo: the student edition has no solutions: this needs the whole project, which teachers"
            + " have\n",
        typed.err());
  }

  private Typed dojo(String... words) {
    return Typed.in(project, words);
  }
}
