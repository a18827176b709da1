package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateCommandTest {
  private static final String CELL =
      "{\"cells\": [{\"cell_type\": \"markdown\", \"id\": \"a\", \"metadata\": {}, \"source\": [\"%s\"]}]}";

  @TempDir private Path project;
  private Path original;
  private Path german;

  @BeforeEach
  void make_a_notebook() throws IOException {
    Files.writeString(project.resolve("pom.xml"), "");
    original = Files.createDirectories(project.resolve("notebooks")).resolve("01-good.ipynb");
    german = original.resolveSibling("01-good.de.ipynb");
    Files.writeString(original, CELL.formatted("All is well."));
  }

  @Test
  void the_file_that_was_made_is_told_once() throws IOException {
    assertEquals(0, dojo().exit());
    assertTrue(Files.exists(german));
    Files.delete(german);
    assertTrue(dojo().out().startsWith("begun: " + german + "\n"));
    assertTrue(dojo().out().startsWith(german.toString()));
  }

  @Test
  void a_file_that_was_brought_in_step_is_told() throws IOException {
    dojo();
    Files.writeString(german, Files.readString(german).replace("All is well", "Alles ist gut"));
    assertEquals(german + " is translated and in step with the original\n", dojo().out());
    Files.writeString(original, CELL.formatted("All is very well."));
    assertTrue(dojo().out().startsWith("brought in step: " + german + "\n"));
  }

  private Typed dojo() {
    return Typed.in(project, "translate", "de", "1");
  }
}
