package dojo.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.MissingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {
  @TempDir private Path folder;

  private Commit last() {
    return Commit.last(folder, path -> path.equals("exercises/Mine.java"));
  }

  private String refused() {
    return assertThrows(MissingException.class, this::last).getMessage();
  }

  private void committed() throws IOException {
    Files.createDirectories(folder.resolve("exercises"));
    Files.writeString(folder.resolve("a"), "one\n");
    Files.writeString(folder.resolve("exercises/Mine.java"), "stub\n");
    Committed.in(folder);
  }

  @Test
  void what_was_committed_is_read_and_not_what_lies_there() throws IOException {
    committed();
    Files.writeString(folder.resolve("exercises/Mine.java"), "solved\n");
    Files.writeString(folder.resolve("notes"), "of the teacher\n");
    assertEquals(List.of("a", "exercises/Mine.java"), List.copyOf(last().files().keySet()));
    assertEquals(
        "stub\n",
        new String(last().files().get("exercises/Mine.java").bytes(), StandardCharsets.UTF_8));
    assertEquals(Committed.TIME, last().time());
  }

  @Test
  void a_file_that_differs_is_refused_by_its_name() throws IOException {
    committed();
    Files.writeString(folder.resolve("a"), "two\n");
    assertEquals(
        "a release is made of what was committed; files that differ from it: 1, the first is a:"
            + " commit them, or put them away with git stash -u",
        refused());
  }

  @Test
  void a_new_file_among_those_of_the_project_is_refused() throws IOException {
    committed();
    Files.writeString(folder.resolve("exercises/Nëw.java"), "");
    assertTrue(refused().contains("the first is exercises/Nëw.java"), refused());
  }

  @Test
  void a_folder_without_a_commit_is_refused() {
    assertTrue(refused().contains("no git repository with a commit"), refused());
  }
}
