package dojo.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.NewKata;
import dojo.machine.MissingException;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release refuses, on a project with one kata. */
class ReleaseTest {

  @TempDir private Path folder;

  private Path home;
  private Path out;
  private Kata kata;

  @BeforeEach
  void make_a_project() throws IOException {
    home = Files.createDirectories(folder.resolve("project"));
    out = folder.resolve("out");
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(home.resolve("README.md"), "a\nb <!-- teachers -->\n");
    Files.createDirectories(home.resolve("notebooks"));
    Exercises exercises = new Exercises(Files.createDirectories(home.resolve("exercises")));
    Files.writeString(home.resolve("exercises/messages.properties"), "");
    NewKata fresh = NewKata.of(exercises, 7, "Twice");
    fresh.write();
    kata = fresh.kata();
  }

  private Release release() {
    return Release.of(new Project(home, home.resolve("exercises")), said -> {});
  }

  private String refused() {
    return assertThrows(MissingException.class, () -> release().students(out, Optional.empty()))
        .getMessage();
  }

  private String answer() {
    return new Exercises(home.resolve("exercises")).solution(kata).model();
  }

  @Test
  void a_line_of_a_solution_is_named_with_its_file_and_nothing_is_left() throws IOException {
    String line = new Exercises(home.resolve("exercises")).solution(kata).decisive().get(0);
    Path words = kata.folder().resolve("messages.properties");
    Files.writeString(
        words, Files.readString(words) + "\n# " + line.toUpperCase(Locale.ROOT) + "\n");
    Committed.in(home);
    int at = Files.readAllLines(words).size();
    assertTrue(
        refused()
            .startsWith(
                "students would find a line of a solution in exercises/kata07/messages.properties,"
                    + " line "
                    + at
                    + " (solutions/kata07/Twice.java: "
                    + line
                    + ")"),
        refused());
    try (var files = Files.list(out)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void a_solved_answer_is_handed_out_as_it_begins() throws IOException {
    String stub = Files.readString(kata.source());
    Files.writeString(kata.source(), answer());
    Committed.in(home);
    var files = new StudentEdition(release().exercises(), release().commit().files()).files();
    assertEquals(stub, new String(files.get("exercises/kata07/Twice.java").bytes()));
    assertEquals(stub, new String(files.get("stubs/kata07.txt").bytes()));
    assertEquals("a\n", new String(files.get("README.md").bytes()));
    assertTrue(files.containsKey("AGENTS.md"));
    assertFalse(files.keySet().stream().anyMatch(path -> path.startsWith("solutions")));
  }

  @Test
  void what_is_not_committed_is_refused_but_for_answers() throws IOException {
    Committed.in(home);
    Files.writeString(kata.source(), answer());
    assertEquals(1, release().exercises().all().size());
    Files.writeString(home.resolve("README.md"), "new\n");
    assertTrue(refused().contains("the first is README.md"), refused());
  }

  @Test
  void nothing_is_written_over() throws IOException {
    Committed.in(home);
    Path mine = Files.writeString(Files.createDirectories(out).resolve("mine"), "mine");
    assertTrue(refused().contains("holds something: name another folder"), refused());
    assertEquals("mine", Files.readString(mine));
    out = mine;
    assertTrue(refused().contains("is none: name another folder"), refused());
  }

  @Test
  void a_release_does_not_lie_in_the_project() throws IOException {
    Committed.in(home);
    out = home.resolve("out");
    assertTrue(refused().contains("must not lie inside the project"), refused());
    assertFalse(Files.exists(out));
    Autograder autograder = new Autograder("all", Optional.empty(), Optional.empty());
    assertTrue(
        assertThrows(
                MissingException.class,
                () -> release().gradescope(home.resolve("a.zip"), autograder))
            .getMessage()
            .contains("must be a new file outside the project"));
  }

  @Test
  void a_student_edition_makes_none() throws IOException {
    Files.createDirectories(home.resolve("stubs"));
    Committed.in(home);
    assertThrows(KataFileException.class, this::release);
  }
}
