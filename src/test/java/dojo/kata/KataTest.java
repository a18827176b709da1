package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KataTest {
  @TempDir private Path project;
  private Kata kata;

  @BeforeEach
  void make() throws IOException {
    kata = new Kata(4, Files.createDirectories(project.resolve("exercises/kata04")));
    for (String name : List.of("KeepRule.java", "KeepRuleTest.java", "Größe_2.java")) {
      Files.writeString(kata.folder().resolve(name), "");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KeepRule copy.java",
        "KeepRule (copy).java",
        "KeepRule - Copy.java",
        ".#KeepRule.java",
        "._KeepRule.java",
        "KeepRule.old.java.bak-1",
        "KeepRule.java~",
        "KeepRule.old.java",
        "2KeepRule.java",
        ".java"
      })
  void what_can_be_no_class_is_no_source(String stray) throws IOException {
    Files.writeString(kata.folder().resolve(stray), "");
    assertSources();
  }

  @Test
  void a_folder_is_no_source() throws IOException {
    Files.createDirectory(kata.folder().resolve("Folder.java"));
    assertSources();
  }

  private void assertSources() {
    assertEquals(
        List.of("Größe_2.java", "KeepRule.java", "KeepRuleTest.java"),
        kata.sources().stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void a_notebook_that_is_not_written_yet_is_none() throws IOException {
    Files.writeString(
        kata.folder().resolve(Plan.FILE),
        "class = KeepRule\nstart = TODO\nminutes = 10\nnotebook = 03-train-and-eval\n");
    assertEquals(Optional.empty(), kata.notebook());

    Path notebook = project.resolve("notebooks/03-train-and-eval.ipynb");
    Files.createDirectories(notebook.resolveSibling(""));
    Files.writeString(notebook, "{}");
    assertEquals(Optional.of(notebook), kata.notebook());
  }
}
