package dojo.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compiled classes in memory, by their full names. */
final class Classes {
  private static final String CLASS = ".class";

  private Classes() {}

  /** Reads all that the compiler wrote into a folder. */
  static Map<String, byte[]> in(Path folder) {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Classes::isClass)::iterator) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        String name = path.substring(0, path.length() - CLASS.length()).replace('/', '.');
        classes.put(name, Files.readAllBytes(file));
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(CLASS) && Files.isRegularFile(file);
  }

  /** Where a loader finds a class. */
  static String path(String name) {
    return name.replace('.', '/') + CLASS;
  }
}
