package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
  @TempDir private Path folder;

  private Progress progress;
  private Kata second;
  private Kata third;

  @BeforeEach
  void begin() {
    progress = new Exercises(folder).progress();
    second = new Kata(2, folder.resolve("kata02"));
    third = new Kata(3, folder.resolve("kata03"));
  }

  @Test
  void without_a_file_no_hint_was_shown() {
    assertEquals(0, progress.hint(third));
  }

  @Test
  void each_kata_has_a_hint_of_its_own() throws IOException {
    progress.showed(third, 1);
    progress.showed(second, 4);
    progress.showed(third, 2);

    assertEquals(2, progress.hint(third));
    assertEquals(4, progress.hint(second));
  }

  @Test
  void a_hint_can_be_forgotten() throws IOException {
    progress.showed(third, 3);
    progress.showed(third, 0);

    assertEquals(0, progress.hint(third));
  }

  @Test
  void the_highest_hint_is_remembered_until_the_kata_begins_again() throws IOException {
    progress.showed(third, 3);
    assertEquals(3, progress.highestHint(third));
    progress.showed(third, 1);
    progress.showed(third, 2);
    assertEquals(2, progress.hint(third));
    assertEquals(3, progress.highestHint(third));
    assertEquals(0, progress.highestHint(second));

    progress.showed(third, 0);
    assertEquals(0, progress.highestHint(third));
  }

  @Test
  void wrong_answers_are_counted_until_one_passes() throws IOException {
    for (State state : List.of(State.TODO, State.RED, State.ERROR, State.RED)) {
      progress.checked(third, state);
    }
    assertEquals(2, progress.attempts(third));
    assertFalse(progress.passed(third));

    progress.checked(third, State.GREEN);
    progress.checked(third, State.RED);
    assertEquals(3, progress.attempts(third));
    assertTrue(progress.passed(third));
    assertEquals(0, progress.attempts(second));
  }

  @Test
  void the_kata_in_hand_is_the_one_that_was_taken_last() throws IOException {
    assertEquals(OptionalInt.empty(), progress.inHand());
    progress.took(second);
    progress.took(third);
    assertEquals(OptionalInt.of(3), progress.inHand());
  }

  @Test
  void a_kata_that_begins_again_is_forgotten_but_for_what_another_version_knows_of_it()
      throws IOException {
    Files.writeString(progress.file(), "kata03.state = {…}\nkata02.hint = 1\n");
    progress.showed(third, 4);
    progress.showed(third, 1);
    progress.checked(third, State.GREEN);

    progress.forget(third);

    assertEquals(
        List.of("kata03.state = {…}", "kata02.hint = 1"), Files.readAllLines(progress.file()));
  }

  @Test
  void the_file_can_be_read_by_anyone() throws IOException {
    progress.showed(third, 2);

    assertEquals(
        "# What ./dojo remembers of each kata. Without this file it begins anew.\n"
            + "kata03.hint = 2\n",
        Files.readString(progress.file()).replace("\r\n", "\n"));
  }

  @Test
  void what_another_version_wrote_is_kept() throws IOException {
    Files.writeString(progress.file(), "version = 9\n# 下一个\nkata03.hint=1\nkata03.state = {…}\n");

    assertEquals(1, progress.hint(third));
    progress.showed(third, 2);

    assertEquals(
        List.of("version = 9", "# 下一个", "kata03.state = {…}", "kata03.hint = 2"),
        Files.readAllLines(progress.file()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kata03.hint = many", "kata03.hint =", "kata03.hint", "\0\0", "=", ""})
  void a_damaged_file_begins_anew(String text) throws IOException {
    Files.writeString(progress.file(), text);

    assertEquals(0, progress.hint(third));
    progress.showed(third, 2);
    assertEquals(2, progress.hint(third));
  }

  @Test
  void a_file_that_is_no_text_begins_anew() throws IOException {
    Files.write(progress.file(), "é".getBytes(StandardCharsets.ISO_8859_1));

    assertEquals(0, progress.hint(third));
    progress.showed(third, 1);
    assertEquals(1, progress.hint(third));
  }

  @Test
  void what_a_crash_left_half_written_is_not_read() throws IOException {
    progress.showed(third, 2);
    Files.writeString(folder.resolve(".progress.properties123.tmp"), "kata03.hi");

    assertEquals(2, progress.hint(third));
  }

  @Test
  void writing_leaves_nothing_else_behind_even_if_it_fails() throws IOException {
    progress.showed(third, 2);
    assertEquals(List.of(progress.file()), list(folder));

    Path blocked = Files.createDirectories(folder.resolve("blocked/file.properties/full"));
    Progress cannot = new Progress(blocked.resolveSibling(""));
    assertThrows(IOException.class, () -> cannot.showed(third, 1));
    assertEquals(List.of(cannot.file()), list(cannot.file().resolveSibling("")));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_that_the_student_linked_or_shared_stays_so() throws IOException {
    Path elsewhere = Files.createFile(folder.resolve("elsewhere"));
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-rw-r--"));
    Files.createSymbolicLink(progress.file(), elsewhere);

    progress.showed(third, 2);

    assertTrue(Files.isSymbolicLink(progress.file()));
    assertEquals(2, progress.hint(third));
    assertEquals(
        "rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
