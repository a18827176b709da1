package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.NewKata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  @TempDir private Path project;

  private Exercises exercises;
  private Kata kata;

  @BeforeEach
  void make_two_katas() throws IOException {
    exercises = new Exercises(Files.createDirectory(project.resolve("exercises")));
    NewKata.of(exercises, 8, "Twice").write();
    NewKata.of(exercises, 9, "Thrice").write();
    kata = exercises.kata(8).orElseThrow();
  }

  @Test
  void a_file_that_is_written_over_is_seen() throws IOException {
    assertEquals(
        Set.of(8), changedBy(() -> Files.writeString(kata.source(), "class Twice { int more; }")));
  }

  @Test
  void a_file_that_is_written_again_with_the_same_text_is_seen() throws IOException {
    FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 5_000);
    assertEquals(Set.of(8), changedBy(() -> Files.setLastModifiedTime(kata.source(), later)));
  }

  @Test
  void a_file_that_is_saved_by_renaming_is_seen() throws IOException {
    Path beside = kata.folder().resolve("Twice.java.tmp");
    Set<Integer> written = changedBy(() -> Files.copy(kata.source(), beside));
    assertEquals(Set.of(), written, "what is no source is none yet");
    FileTime before = Files.getLastModifiedTime(kata.source());
    Files.writeString(beside, "class Twice { int more; }");
    Files.setLastModifiedTime(beside, before);
    assertEquals(
        Set.of(8),
        changedBy(() -> Files.move(beside, kata.source(), StandardCopyOption.REPLACE_EXISTING)));
  }

  @Test
  void a_class_that_a_student_adds_or_removes_is_seen() throws IOException {
    Path helper = kata.folder().resolve("Helper.java");
    assertEquals(Set.of(8), changedBy(() -> Files.writeString(helper, "class Helper {}")));
    assertEquals(Set.of(8), changedBy(() -> Files.delete(helper)));
  }

  @Test
  void an_answer_that_is_saved_under_another_name_is_seen() throws IOException {
    for (String name : new String[] {"Twice copy.java", "twice.java", "Twice.java.txt"}) {
      Path other = kata.folder().resolve(name);
      assertEquals(Set.of(8), changedBy(() -> Files.writeString(other, "class Twice {}")), name);
    }
  }

  @Test
  void two_katas_can_be_saved_at_once() throws IOException {
    assertEquals(
        Set.of(8, 9),
        changedBy(
            () -> {
              for (Kata each : exercises.all()) {
                Files.writeString(each.source(), "class A {}");
              }
            }));
  }

  @Test
  void a_kata_that_arrives_is_seen_and_one_that_goes_is_not() throws IOException {
    assertEquals(Set.of(10), changedBy(() -> NewKata.of(exercises, 10, "Tenth").write()));
    Path root = exercises.root();
    assertEquals(Set.of(), changedBy(() -> Files.move(root, root.resolveSibling("away"))));
  }

  @Test
  void what_an_editor_keeps_and_what_the_loop_writes_is_not_seen() throws IOException {
    assertEquals(
        Set.of(),
        changedBy(
            () -> {
              Files.writeString(kata.folder().resolve(".Twice.java.swp"), "x");
              Files.writeString(kata.folder().resolve("Twice.java~"), "x");
              exercises.progress().took(kata);
            }));
  }

  /** Something that changes files. */
  private interface Change {
    void make() throws IOException;
  }

  private Set<Integer> changedBy(Change change) throws IOException {
    Snapshot before = Snapshot.of(exercises);
    change.make();
    return Snapshot.of(exercises).changedSince(before);
  }
}
