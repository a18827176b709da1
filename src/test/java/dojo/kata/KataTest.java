package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        "#KeepRule.java#",
        "Kopie von KeepRule.java",
        "KeepRule 2.java",
        "package-info.java",
        "module-info.java",
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
    assertFalse(mavenTakes("kata04/" + stray, "04"));
  }

  @Test
  void maven_takes_the_same_sources() {
    for (String number : List.of("04", "4")) {
      for (Path source : kata.sources()) {
        assertTrue(mavenTakes("kata04/" + source.getFileName(), number));
        assertTrue(mavenTakes("kata04\\" + source.getFileName(), number));
      }
      for (String folder : List.of("kata4", "kata14", "kata04-alt", "kata04/old", "kata04.bak")) {
        assertFalse(mavenTakes(folder + "/KeepRule.java", number), folder);
      }
    }
  }

  /** Whether {@code mvn test -Dkata=04} compiles a file. */
  private static boolean mavenTakes(String file, String number) {
    Matcher include =
        Pattern.compile("<testInclude>%regex\\[(.*)\\]</testInclude>").matcher(read("pom.xml"));
    assertTrue(include.find(), "the profile kata says by %regex[…] which files are compiled");
    return file.matches(include.group(1).replace("${kata}", number));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kata04-alt", "kata4", "kata04.bak", "kata04 copy", "xkata04", "kata004"})
  void a_copy_of_a_folder_is_no_kata(String copy) throws IOException {
    Exercises exercises = new Exercises(project.resolve("exercises"));
    Files.writeString(kata.folder().resolve(Plan.FILE), "");
    Files.createDirectory(exercises.root().resolve(copy));
    Files.writeString(exercises.root().resolve(copy).resolve(Plan.FILE), "");
    assertEquals(List.of(kata), exercises.all());
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
