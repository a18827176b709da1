package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of sentences is whole, and every translation in step with it. */
class BundlesTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  /** In English: what katas say, alone and together, and what each room says. */
  static List<Path> bundles() {
    return Stream.of("src/main/resources/dojo/*/*.properties", "exercises/{,*/}messages.properties")
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
        .flatMap(matcher -> files().filter(file -> matcher.matches(PROJECT.relativize(file))))
        .filter(file -> !file.getFileName().toString().contains("_"))
        .sorted()
        .toList();
  }

  private static Stream<Path> files() {
    return Stream.of("src/main/resources/dojo", "exercises").flatMap(BundlesTest::files);
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> all = Files.walk(PROJECT.resolve(folder))) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void no_bundle_is_overlooked() {
    List<String> names =
        bundles().stream()
            .map(file -> PROJECT.relativize(file).toString().replace('\\', '/'))
            .toList();
    assertTrue(
        names.containsAll(
            List.of(
                "exercises/messages.properties",
                "exercises/kata03/messages.properties",
                "src/main/resources/dojo/kata/words.properties")),
        names::toString);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void every_bundle_is_whole_and_every_translation_in_step(Path english) {
    Bundle bundle = Bundle.of(PROJECT, english);
    Checks.assertNone(bundle.problems());
    for (Path file : Bundle.translations(english)) {
      Bundle translation = Bundle.of(PROJECT, file);
      Checks.assertNone(translation.problems());
      Checks.assertNone(bundle.problemsOf(translation));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = of %d rows, %s | a = %2$s：%1$d 行",
        "a = 1 to 4, 10,000 | a = 10000，1 到 4",
        "a = %1$s and %1$s again | a = %1$s",
        "a = run `mvn test` or ./dojo hint %s | a = ./dojo hint %s 或 `mvn test`",
        "a = 100 %% of %s | a = %s 的 100 %%",
        "a = default ${DEFAULT-VALUE}%n | a = 默认 ${DEFAULT-VALUE}"
      })
  void a_translation_in_step_passes(String english, String other) throws IOException {
    assertEquals(List.of(), problems("words", english, other));
  }

  @Test
  void a_hint_is_no_pattern() throws IOException {
    for (String key : List.of("hint.1", "title", "diagnosis.A", "symptom.A", "principle")) {
      assertEquals(
          List.of(), problems("exercises/messages", key + " = 60 % dropped", key + " = 丢 60 %"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = x; b = y | a = x | Z lacks b: translate it from E",
        "a = x | a = x; c = y | Z has c, E does not: remove it",
        "a = 1 to 4 | a = 1 到 5"
            + "| Z: a has the numbers [1, 5], but in E they are [1, 4]: make them the same",
        "a = q = 0.4 | a = q = 0.40"
            + "| Z: a has the numbers [0.40], but in E they are [0.4]: make them the same",
        "a = %s of %d | a = %s"
            + "| Z: a has the places [%1$s], but in E they are [%1$s, %2$d]: make them the same",
        "a = %d | a = %s"
            + "| Z: a has the places [%1$s], but in E they are [%1$d]: make them the same",
        "a = %s of %d | a = %d of %s"
            + "| Z: a has the places [%1$d, %2$s], but in E they are [%1$s, %2$d]: make them the same",
        "a = run ./dojo reset | a = ./dojo 重置"
            + "| Z: a has the code [./dojo], but in E they are [./dojo reset]: make them the same",
        "a = make `q` a double | a = `Q` 用 double"
            + "| Z: a has the code [`Q`], but in E they are [`q`]: make them the same",
        "a = with --all | a = 加 --alle"
            + "| Z: a has the code [--alle], but in E they are [--all]: make them the same",
        "a = ${A} | a = ${B}"
            + "| Z: a has the places [${B}], but in E they are [${A}]: make them the same"
      })
  void a_translation_out_of_step_is_told_with_the_remedy(String english, String other, String told)
      throws IOException {
    String expected = told.replace("Z", "words_zh.properties").replace("E", "words.properties");
    assertEquals(List.of(expected), problems("words", english, other));
  }

  @Test
  void a_key_told_twice_and_an_empty_one_are_told() throws IOException {
    Path file = folder.resolve("words.properties");
    Files.writeString(file, "a = x\nb =\na = y\ntext.1 =\n");
    assertEquals(
        List.of(
            "words.properties has a twice: remove one",
            "words.properties: b is empty: write it or remove it"),
        Bundle.of(folder, file).problems());
  }

  @Test
  void a_percent_sign_that_would_break_a_sentence_is_told() throws IOException {
    Files.writeString(folder.resolve("words.properties"), "a = 60 % of %s\nb = 60 %% of %s\n");
    assertEquals(
        List.of("words.properties: a has a % that shows no value: write %%"),
        Bundle.of(folder, folder.resolve("words.properties")).problems());
  }

  private List<String> problems(String stem, String english, String other) throws IOException {
    Path here = folder.resolve(stem + ".properties");
    Path there = folder.resolve(stem + "_zh.properties");
    Files.createDirectories(here.resolveSibling(""));
    Files.writeString(here, english.replace("; ", "\n"));
    Files.writeString(there, other.replace("; ", "\n"));
    assertEquals(List.of(there), Bundle.translations(here));
    return Bundle.of(folder, here).problemsOf(Bundle.of(folder, there));
  }
}
