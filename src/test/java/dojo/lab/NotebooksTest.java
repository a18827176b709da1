package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebooksTest {

  @Test
  void notebooks_come_in_the_order_of_their_numbers(@TempDir Path folder) throws IOException {
    for (String name : List.of("10-b.ipynb", "9-a.ipynb", "requirements.txt", "draft.ipynb")) {
      Files.writeString(folder.resolve(name), "{}");
    }
    assertEquals("09 10", Notebooks.in(folder).numbers());
  }

  @Test
  void no_wish_means_all() {
    assertEquals("01 02 03 04", course().select(List.of()).numbers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"3", "03", "03-does-not-compile", "notebooks/03-x.ipynb", "notebooks\\03-x.ipynb"})
  void a_notebook_is_known_by_number_name_or_file(String wanted) {
    assertEquals("03", course().select(List.of(wanted)).numbers());
  }

  @Test
  void chosen_notebooks_keep_the_order_of_the_course_and_come_once() {
    assertEquals("01 03", course().select(List.of("3", "1", "03")).numbers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "five", "", "99999999999999999999"})
  void an_unknown_number_is_answered_with_those_that_exist(String wanted) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> course().select(List.of(wanted)));
    assertEquals("there is no notebook " + wanted + ": choose from 01 02 03 04", e.getMessage());
  }

  private static Notebooks course() {
    return Notebooks.in(Fixtures.folder());
  }
}
