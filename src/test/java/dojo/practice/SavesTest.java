package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.NewKata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves are heard on a real disk, whatever the system tells of them. */
class SavesTest {
  private static final Set<Integer> UNTOLD = Set.of(-1);

  @TempDir private Path project;

  private final BlockingQueue<Set<Integer>> heard = new LinkedBlockingQueue<>();
  private Exercises exercises;

  @BeforeEach
  void make_two_katas() throws IOException {
    exercises = new Exercises(Files.createDirectory(project.resolve("exercises")));
    NewKata.of(exercises, 8, "Twice").write();
    NewKata.of(exercises, 9, "Thrice").write();
  }

  @Test
  void a_save_before_listening_is_heard_too() throws Exception {
    try (Saves saves = Saves.of(exercises, true, heard::add, () -> heard.add(UNTOLD))) {
      save(9);
      saves.listen();
      assertEquals(UNTOLD, next());
      assertEquals(Set.of(9), next());
      save(8);
      assertEquals(Set.of(8), next());
    }
  }

  @Test
  void where_nothing_is_told_a_save_is_found_and_from_then_on_the_files_are_looked_at()
      throws Exception {
    FileEvents silent = FileEvents.in(Files.createDirectory(project.resolve("elsewhere")));
    try (Saves saves = Saves.of(exercises, silent, heard::add, () -> heard.add(UNTOLD))) {
      saves.listen();
      save(8);
      assertEquals(UNTOLD, next());
      assertEquals(Set.of(8), next());
      save(9);
      assertEquals(Set.of(9), next());
    }
    assertNull(heard.poll(), "it is said once");
  }

  @Test
  void a_folder_that_is_replaced_is_listened_to_as_before() throws Exception {
    try (Saves saves = Saves.of(exercises, false, heard::add, () -> {})) {
      saves.listen();
      Path folder = kata(8).folder();
      Path away = Files.move(folder, project.resolve("away"));
      Files.move(away, folder);
      save(8);
      assertEquals(Set.of(8), next());
      save(8);
      assertEquals(Set.of(8), next());
    }
  }

  private Kata kata(int number) {
    return exercises.kata(number).orElseThrow();
  }

  private void save(int number) throws IOException {
    Files.writeString(
        kata(number).source(), "// once more\n" + Files.readString(kata(number).source()));
  }

  private Set<Integer> next() throws InterruptedException {
    Set<Integer> next = heard.poll(60, TimeUnit.SECONDS);
    return next == null ? Set.of() : next;
  }
}
