package dojo.expect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes that were compiled together with the test of a kata, by the files beside it.
 *
 * @param names their full names; none where they lie in no folder
 */
record Compiled(List<String> names) {
  private static final String CLASS = ".class";

  /**
   * Looks where the test of a class lies, for example beside {@code kata03.InvertedDropoutTest}.
   */
  static Compiled beside(String className, ClassLoader loader) {
    if (loader instanceof StudentLoader student) {
      return new Compiled(student.names());
    }
    String test = className.replace('.', '/') + "Test" + CLASS;
    URL found = loader.getResource(test);
    if (found == null) {
      return new Compiled(List.of());
    }
    try {
      Path root = Path.of(new URI(found.toString().replace(test, "")));
      try (Stream<Path> files = Files.walk(root, 4)) {
        return new Compiled(
            files
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .filter(file -> file.endsWith(CLASS) && !file.contains("$"))
                .map(file -> file.substring(0, file.length() - CLASS.length()).replace('/', '.'))
                .sorted()
                .toList());
      }
    } catch (URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException
        | IOException
        | UncheckedIOException e) {
      return new Compiled(List.of()); // in an archive, or gone
    }
  }

  /** The class of this simple name in another package, the nearest to the root first. */
  Optional<String> elsewhere(String className) {
    String simple = simple(className);
    return names.stream()
        .filter(name -> simple(name).equals(simple) && !name.equals(className))
        .min(Comparator.comparing(String::length));
  }

  /** The class of the same package with the likest name; not the test. */
  Optional<String> likest(String className) {
    String home = className.substring(0, className.lastIndexOf('.') + 1);
    return names.stream()
        .filter(name -> name.startsWith(home) && !name.equals(className + "Test"))
        .min(Comparator.comparing(name -> Members.edits(name, className)));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
