package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.machine.MissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebooksTest {

  @Test
  void notebooks_come_in_the_order_of_their_numbers(@TempDir Path folder) throws IOException {
    for (String name : List.of("10-b.ipynb", "9-a.ipynb", "requirements.txt", "draft.ipynb")) {
      Files.writeString(folder.resolve(name), "{}");
    }
    assertEquals(List.of(9, 10), Notebooks.in(folder).numbers());
  }

  @Test
  void chosen_notebooks_keep_the_order_of_the_course_and_come_once() {
    Notebooks course = Notebooks.in(Fixtures.folder());
    assertEquals(List.of(1, 3), course.select(List.of(3, 1, 3)).numbers());
  }

  @Test
  void a_folder_that_is_missing_is_named(@TempDir Path folder) {
    MissingException e =
        assertThrows(MissingException.class, () -> Notebooks.in(folder.resolve("notebooks")));
    assertEquals(
        "there is no folder "
            + folder.resolve("notebooks")
            + ": restore it, for example: git checkout notebooks",
        e.getMessage());
  }
}
