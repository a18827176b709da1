package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of a room and its words belong together: a rare error must not stumble over a key. */
class SentencesTest {
  private static final Pattern SAID =
      Pattern.compile(
          "\\b(?:say|wrong|sentence|Sentence\\.of)\\(\\s*(?:\\w+\\.class,\\s*)?[\"']([\\w-]+)[\"']");

  @ParameterizedTest
  @ValueSource(strings = {"machine", "practice", "lab", "book", "grade", "report", "cli"})
  void every_sentence_that_is_said_exists(String room) throws IOException {
    Set<String> said =
        speakers(room).stream()
            .flatMap(source -> SAID.matcher(source).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    said.removeAll(keys(room));
    assertEquals(Set.of(), said, "add these keys to dojo/" + room + "/words.properties");
  }

  @ParameterizedTest
  @ValueSource(strings = {"machine", "practice", "lab", "book", "grade", "report", "cli"})
  void every_sentence_is_used(String room) throws IOException {
    List<String> sources = speakers(room);
    Set<String> unused = new TreeSet<>(keys(room));
    unused.removeIf(
        key ->
            sources.stream()
                .anyMatch(
                    source ->
                        source.contains('"' + key + '"') || source.contains("'" + key + "'")));
    assertEquals(Set.of(), unused, "remove these keys from dojo/" + room + "/words.properties");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words",
        "machine",
        "kata",
        "expect",
        "practice",
        "lab",
        "book",
        "grade",
        "report",
        "cli"
      })
  void no_sentence_stands_in_a_class(String room) throws IOException {
    Checks.assertNone(
        sources(room).stream()
            .flatMap(source -> PlainCode.of(source).sentences().stream())
            .map(text -> "move it to dojo/" + room + "/words.properties: " + text)
            .toList());
  }

  @Test
  void a_sentence_in_a_class_is_found_and_nothing_else_is() {
    String source =
        """
        // it is said here
        class A { /* it is said here */
          String a = "it is" + " said here";
          String b = "sudo apt install python";
          void c() { throw new IllegalStateException("it is said " + here); }
          void d() { say("told-here", "it's \\"said here\\""); char e = '"'; f("no more words"); }
        }
        """;
    assertEquals(List.of("it is said here", "no more words"), PlainCode.of(source).sentences());
  }

  private static Set<String> keys(String room) throws IOException {
    Properties words = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("src/main/resources/dojo", room, "words.properties"))) {
      words.load(in);
    }
    return words.stringPropertyNames();
  }

  /** The classes of a room, and the templates and scripts that it hands its words to. */
  private static List<String> speakers(String room) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/dojo", room))) {
      return Stream.concat(
              sources(room).stream(),
              files.filter(file -> file.toString().matches(".*[.](j2|py)")).map(Workbench::read))
          .toList();
    }
  }

  private static List<String> sources(String room) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dojo", room))) {
      return files.filter(file -> file.toString().endsWith(".java")).map(Workbench::read).toList();
    }
  }
}
