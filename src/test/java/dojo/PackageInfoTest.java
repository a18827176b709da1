package dojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a package says about itself is what its files do. */
class PackageInfoTest {
  private static final Pattern SENTENCE =
      Pattern.compile("Imports ((?:\\{@code [\\w.]+}|[^;.])*)[;.]");
  private static final Pattern NAMED = Pattern.compile("\\{@code (?:dojo\\.)?(\\w+)}");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?dojo\\.(\\w+)\\.", Pattern.MULTILINE);

  static List<String> rooms() {
    return Rooms.from("random", "plot");
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_room_names_the_rooms_that_it_imports(String room) throws IOException {
    Path folder = Path.of("src/main/java/dojo", room);
    Set<String> imported = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.java")) {
      for (Path file : files) {
        imported.addAll(firstGroups(IMPORT, Files.readString(file)));
      }
    }
    imported.remove(room); // a nested type of its own
    String sentence =
        SENTENCE
            .matcher(Files.readString(folder.resolve("package-info.java")).replace("\n * ", " "))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining());
    assertEquals(imported, firstGroups(NAMED, sentence), sentence);
  }

  private static Set<String> firstGroups(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_name_is_given_once() throws IOException {
    Map<String, List<Path>> files;
    try (Stream<Path> all = Files.walk(Path.of("src/main"))) {
      files =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
    }
    files.values().removeIf(same -> same.size() == 1);
    assertEquals(Map.of(), files, "two classes of one name: rename one");
  }
}
