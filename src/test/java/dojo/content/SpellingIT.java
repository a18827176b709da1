package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.lab.VirtualEnvironment;
import dojo.machine.ChildProcess;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prose and sentences are free of the misspellings that codespell knows; tests misspell at will.
 */
@Tag("dev")
class SpellingIT {
  /** Words that are right here, in small letters. */
  private static final Path RIGHT = Path.of("src/test/resources/dojo/content/right-words.txt");

  private static final List<String> FOLDERS =
      List.of("notebooks", "exercises", "solutions", "src/main", ".github");

  private static final VirtualEnvironment ENVIRONMENT =
      VirtualEnvironment.of(Project.around(Path.of("")));

  @TempDir private Path folder;

  @BeforeAll
  static void install() {
    ENVIRONMENT.prepare(System.out::println);
  }

  @Test
  void what_readers_read_is_spelled_right() throws IOException {
    List<String> files = new ArrayList<>(List.of("README.md", "CHANGELOG.md"));
    for (String root : FOLDERS) {
      try (Stream<Path> found = Files.walk(Path.of(root))) {
        found.filter(SpellingIT::isRead).map(Path::toString).forEach(files::add);
      }
    }
    assertEquals("", misspellings(files), () -> "correct it, or add the word to " + RIGHT);
  }

  @Test
  void a_misspelling_is_told_with_its_place() throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "Fine.\n\nWe recieve a mask.\n");
    String told = misspellings(List.of(page.toString()));
    assertTrue(told.endsWith("page.md:3: recieve ==> receive"), told);
  }

  /** English prose, code with its comments, and sentences; not those of other languages. */
  private static boolean isRead(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("[^.]+\\.(md|ipynb|java|properties|py|txt|diff)")
        && !name.matches(".*_[a-z]{2,3}(_[A-Z]{2})?\\.properties");
  }

  private String misspellings(List<String> files) throws IOException {
    List<String> command =
        List.of(
            ENVIRONMENT.python().toString(),
            "-I",
            "-X",
            "utf8",
            "-m",
            "codespell_lib",
            "--ignore-words=" + RIGHT,
            "@" + Files.write(folder.resolve("files.txt"), files)); // for one line too many
    return ChildProcess.run(new ProcessBuilder(command).redirectErrorStream(true)).text();
  }
}
