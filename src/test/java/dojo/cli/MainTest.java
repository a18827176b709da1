package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void no_command_shows_the_help() {
    assertEquals(0, dojo());
    assertTrue(out.toString().contains("./dojo run 05"), out.toString());
  }

  @Test
  void every_command_explains_itself() {
    for (String command : new String[] {"run", "lab", "doctor"}) {
      assertEquals(0, dojo(command, "--help"));
      assertTrue(out.toString().contains("Usage: dojo " + command), out.toString());
    }
  }

  @Test
  void an_unknown_notebook_is_one_line_and_exit_code_2() throws IOException {
    project();
    assertEquals(2, dojo("run", "99"));
    assertEquals(
        "dojo: there is no notebook 99: choose from 05 (see ./dojo run --help)",
        err.toString().strip());
  }

  @Test
  void a_senseless_limit_is_refused() throws IOException {
    project();
    assertEquals(2, dojo("run", "--timeout", "0"));
    assertTrue(err.toString().contains("--timeout must be at least 1 second, but was 0"));
  }

  @Test
  void a_folder_that_is_no_project_is_named_in_one_line() {
    assertEquals(1, dojo("run"));
    assertTrue(err.toString().startsWith("dojo: " + folder), err.toString());
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void debug_shows_where_an_error_arose() {
    assertEquals(1, dojo("run", "--debug"));
    assertTrue(err.toString().contains("at dojo.machine.Project.around"), err.toString());
  }

  @Test
  void a_console_without_check_marks_gets_words() {
    PrintWriter nowhere = new PrintWriter(out, true);
    assertEquals("ok", Terminal.of(nowhere, nowhere, false, StandardCharsets.US_ASCII).yes());
    assertEquals("✓", Terminal.of(nowhere, nowhere, false, StandardCharsets.UTF_8).yes());
  }

  private void project() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "");
    Files.createDirectory(folder.resolve("notebooks"));
    Files.writeString(folder.resolve("notebooks").resolve("05-dropout.ipynb"), "{}");
  }

  private int dojo(String... words) {
    Terminal terminal =
        Terminal.of(
            new PrintWriter(out, true), new PrintWriter(err, true), false, StandardCharsets.UTF_8);
    return Main.commandLine(terminal, folder).execute(words);
  }
}
