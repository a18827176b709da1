package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each format makes of each situation, byte for byte. {@code mvn test -Dtest=GoldenReportsTest
 * -Ddojo.write-golden} writes the files anew; then read what {@code git diff} says.
 */
class GoldenReportsTest {
  static final Path GOLDEN = Path.of("src/test/resources/dojo/report").toAbsolutePath();

  static final List<String> FORMATS =
      List.of("junit", "gradescope", "classroom50", "github", "exercism", "canvas", "moodle");

  private static final Map<String, String> WORKFLOW =
      Map.of(
          "CLASSROOM", "dl",
          "ASSIGNMENT", "dropout",
          "SUBMISSION_TAG", "submit/2026-11-30T12-00-00Z-a1b2c3d",
          "COMMIT_URL", "https://github.com/uni/dl-dropout-ada/commit/a1b2c3d",
          "RELEASE_URL", "https://github.com/uni/dl-dropout-ada/releases/tag/submit%2F1");

  @TempDir Path folder;

  static Stream<Situation> situations() {
    return Situation.all();
  }

  static Formats formats() {
    FormatSettings settings =
        new FormatSettings(
            WORKFLOW, Optional.of(GOLDEN.resolve("gradebook.csv")), Optional.of("Dropout katas"));
    return Formats.of(settings).named(FORMATS);
  }

  /** Returns the files of all formats by their names, and what the instructor was told. */
  static Map<String, String> written(Situation situation, Path folder) throws IOException {
    Path into = folder.resolve("report");
    List<Sentence> notes = formats().write(situation.results(folder.resolve("grades")), into);
    Map<String, String> files = texts(into);
    files.put("notes.txt", notes.stream().map(note -> note + "\n").collect(Collectors.joining()));
    return files;
  }

  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        texts.put(name, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("situations")
  void each_format_tells_of_each_situation(Situation situation) throws IOException {
    Map<String, String> written = written(situation, folder);
    Path golden = GOLDEN.resolve(situation.name());
    if (System.getProperty("dojo.write-golden") != null) {
      rewrite(golden, written);
    }
    Map<String, String> expected = texts(golden);
    assertEquals(expected.keySet(), written.keySet());
    expected.forEach((name, text) -> assertEquals(text, written.get(name), name));
  }

  private static void rewrite(Path golden, Map<String, String> written) throws IOException {
    if (Files.exists(golden)) {
      for (String old : texts(golden).keySet()) {
        Files.delete(golden.resolve(old));
      }
    }
    for (Map.Entry<String, String> file : written.entrySet()) {
      Path path = golden.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      WholeFile.write(path, file.getValue());
    }
  }

  @Test
  void no_situation_is_forgotten() throws IOException {
    Set<String> situations =
        Situation.all().map(Situation::name).collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(GOLDEN)) {
      Set<String> folders =
          files
              .filter(Files::isDirectory)
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("html"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(situations, folders);
    }
  }
}
