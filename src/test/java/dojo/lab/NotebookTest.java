package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.MissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {

  @Test
  void the_title_is_the_first_heading_without_marks() {
    assertEquals("A table and a chart, by hand", Fixtures.notebook("01-good").title());
  }

  @Test
  void the_summary_is_the_first_paragraph_without_marks() {
    assertEquals(
        "Every cell of this notebook runs: see XChart and Tablesaw.",
        Fixtures.notebook("01-good").summary());
  }

  @Test
  void formulas_keep_their_underscores_and_stars(@TempDir Path folder) throws IOException {
    Notebook notebook = write(folder, markdown("# The rate $p_1$\\n\\nSo $m_i x_i$ and `a_b`."));
    assertEquals("The rate $p_1$", notebook.title());
    assertEquals("So $m_i x_i$ and a_b.", notebook.summary());
  }

  @Test
  void a_notebook_without_prose_is_called_by_its_name(@TempDir Path folder) throws IOException {
    Notebook notebook = write(folder, "");
    assertEquals("07-why", notebook.title());
    assertEquals("", notebook.summary());
  }

  @Test
  void blank_code_cells_do_not_count() {
    assertEquals(6, Fixtures.notebook("01-good").codeCells().size());
  }

  @Test
  void a_notebook_that_was_never_run_has_not_failed() {
    assertTrue(Fixtures.notebook("02-fails").failure().isEmpty());
  }

  @Test
  void a_failure_names_the_cell_as_the_reader_sees_it(@TempDir Path folder) throws IOException {
    Notebook notebook = write(folder, code(4, "1 / 0", "\\u001b[31m/ by zero\\u001b[0m"));
    String text = notebook.failure().orElseThrow().text(Locale.ENGLISH);
    assertEquals("07-why, In [4] (code cell 1 of 1)\n\n    1 / 0\n\n  / by zero", text);
  }

  @Test
  void a_terminal_gets_the_colours_of_the_kernel(@TempDir Path folder) throws IOException {
    Notebook notebook = write(folder, code(1, "1 / 0", "\\u001b[31mred"));
    assertTrue(
        notebook.failure().orElseThrow().colouredText(Locale.ENGLISH).endsWith("\u001B[31mred"));
  }

  @Test
  void a_failure_without_traceback_shows_the_name_of_the_error(@TempDir Path folder)
      throws IOException {
    Failure failure = write(folder, code(1, "x", "")).failure().orElseThrow();
    assertEquals("E: v", failure.error());
  }

  @Test
  void a_file_that_is_no_notebook_is_named(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("07-why.ipynb"), "no JSON");
    String message = assertThrows(MissingException.class, () -> Notebook.read(file)).getMessage();
    assertTrue(message.contains("07-why.ipynb cannot be read as a notebook"), message);
  }

  private static Notebook write(Path folder, String cells) throws IOException {
    Path file = folder.resolve("07-why.ipynb");
    return Notebook.read(Files.writeString(file, "{\"cells\": [" + cells + "]}"));
  }

  private static String markdown(String source) {
    return "{\"cell_type\": \"markdown\", \"source\": \"" + source + "\"}";
  }

  private static String code(int prompt, String source, String traceback) {
    return """
        {"cell_type": "code", "execution_count": %d, "source": ["%s"], "outputs": [
          {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["%s"]}]}"""
        .formatted(prompt, source, traceback);
  }
}
