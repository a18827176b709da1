package dojo.kata;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The entries of a {@code .properties} file in UTF-8, read from the file system: an IDE need not
 * have copied it to the class path.
 *
 * @param name the file as a student reads it, for example {@code exercises/kata03/kata.properties}
 * @param values each value by its key, without spaces around it
 */
record Entries(String name, Map<String, String> values) {

  /**
   * Reads a file of a kata, or one that all katas share.
   *
   * @throws KataFileException if it is missing, not UTF-8, or no properties file
   */
  static Entries of(Kata kata, Path file) {
    String name = kata.display(file);
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    } catch (NoSuchFileException e) {
      throw new KataFileException("file-missing", name);
    } catch (IOException
        | IllegalArgumentException e) { // the latter: a \\u without its four digits
      throw new KataFileException("file-unreadable", name, e.toString());
    }
    Map<String, String> values = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> values.put(key, read.getProperty(key).strip()));
    return new Entries(name, values);
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  String get(String key) {
    return find(key).orElseThrow(() -> new KataFileException("entry-missing", name, key));
  }

  int number(String key) {
    return number(key, get(key));
  }

  /** Reads one of the numbers that the value of a key holds. */
  int number(String key, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new KataFileException("entry-not-a-number", name, key, text);
    }
  }
}
