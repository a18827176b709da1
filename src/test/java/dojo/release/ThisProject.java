package dojo.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of this very project as they lie here, without what is made from the rest. */
final class ThisProject {
  private static final List<String> FOLDERS =
      List.of(
          ".binder",
          ".devcontainer",
          ".github",
          ".run",
          "exercises",
          "notebooks",
          "solutions",
          "src");

  private ThisProject() {}

  /** Returns all of them, by their paths. */
  static Map<String, Commit.Content> files() {
    Map<String, Commit.Content> files = new TreeMap<>();
    try (Stream<Path> top = Files.list(Path.of(""))) {
      top.filter(Files::isRegularFile).forEach(file -> files.put(name(file), content(file)));
      for (String folder : FOLDERS) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
          all.filter(Files::isRegularFile).forEach(file -> files.put(name(file), content(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static Commit.Content content(Path file) {
    try {
      return new Commit.Content(Files.readAllBytes(file), file.endsWith("dojo"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
