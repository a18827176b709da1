package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Given;
import dojo.content.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubsTest {
  @Test
  void reset_keeps_every_version_of_what_was_written(@TempDir Path project) throws IOException {
    Kata kata = copy(project);
    Stubs stubs = new Stubs(new Exercises(project.resolve("exercises")));
    assertEquals(Optional.empty(), stubs.reset(kata), "an untouched stub needs no copy");

    Files.writeString(kata.source(), "first");
    Path first = stubs.reset(kata).orElseThrow();
    Files.writeString(kata.source(), "second");
    Path second = stubs.reset(kata).orElseThrow();

    assertEquals("first", Files.readString(first));
    assertEquals("second", Files.readString(second));
    assertEquals(stubs.of(kata), Files.readString(kata.source()));
    assertFalse(first.toString().endsWith(".java"), "no compiler may take the copy for a class");
  }

  @Test
  void reset_restores_a_deleted_file(@TempDir Path project) throws IOException {
    Kata kata = copy(project);
    Files.delete(kata.source());
    Stubs stubs = new Stubs(new Exercises(project.resolve("exercises")));
    assertEquals(Optional.empty(), stubs.reset(kata));
    assertTrue(Files.readString(kata.source()).contains("TODO"));
  }

  @Test
  void reset_keeps_what_is_no_file_and_follows_no_link(@TempDir Path project) throws IOException {
    Kata kata = copy(project);
    Stubs stubs = new Stubs(new Exercises(project.resolve("exercises")));
    Path elsewhere = project.resolve("elsewhere.java");
    Path folder = Files.createDirectory(project.resolve("a folder"));
    Path circle = kata.source().resolveSibling("circle");
    Files.createSymbolicLink(circle, circle);
    for (Path target : List.of(elsewhere, folder, circle)) {
      Files.delete(kata.source());
      Files.createSymbolicLink(kata.source(), target);
      Path kept = stubs.reset(kata).orElseThrow();
      assertEquals(target, Files.readSymbolicLink(kept));
      assertEquals(stubs.of(kata), Files.readString(kata.source()));
    }
    assertFalse(Files.exists(elsewhere), "the link that led nowhere was written through");

    Files.delete(kata.source());
    Files.createDirectory(kata.source());
    Files.writeString(kata.source().resolve("mine"), "mine");
    Path kept = stubs.reset(kata).orElseThrow();
    assertEquals("mine", Files.readString(kept.resolve("mine")));
    assertEquals(stubs.of(kata), Files.readString(kata.source()));
  }

  @Test
  void reset_that_cannot_keep_what_was_written_says_so_and_leaves_it(@TempDir Path project)
      throws IOException {
    Exercises exercises = new Exercises(project.resolve("exercises"));
    NewKata fresh = NewKata.of(exercises, 7, "A".repeat(246)); // with .bak-1, a name too long
    fresh.write();
    Files.writeString(fresh.kata().source(), "mine");
    KataFileException told =
        assertThrows(KataFileException.class, () -> new Stubs(exercises).reset(fresh.kata()));
    assertTrue(String.valueOf(told.getMessage()).contains(".java cannot be written ("));
    assertEquals("mine", Files.readString(fresh.kata().source()));
  }

  @Test
  void what_a_student_made_of_a_kata_is_not_written_for_another(@TempDir Path project)
      throws IOException {
    Exercises exercises = new Exercises(project.resolve("exercises"));
    Kata kata = NewKata.of(exercises, 7, "Twice").kata();
    NewKata.of(exercises, 7, "Twice").write();
    Files.writeString(kata.source(), "first");
    exercises.progress().showed(kata, 2);

    Exercises other = new Exercises(project.resolve("other"));
    new Stubs(exercises).write(other.root());

    Kata fresh = other.kata(7).orElseThrow();
    assertTrue(TodoMark.isIn(Files.readString(fresh.source())));
    assertTrue(Files.exists(fresh.test()));
    assertEquals(0, other.progress().hint(fresh));
  }

  private static Kata copy(Path project) throws IOException {
    Given.assumeUntouched();
    Workbench.STUBS.write(project.resolve("exercises"));
    Kata kata = new Exercises(project.resolve("exercises")).all().get(0);
    Path solution = project.resolve("solutions").resolve(kata.name());
    Files.createDirectories(solution);
    Path file = solution.resolve(kata.source().getFileName());
    Files.copy(
        Workbench.EXERCISES.solutions().resolve(kata.name()).resolve(file.getFileName()), file);
    return kata;
  }
}
