package dojo.kata;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The words of one kata, from its {@code messages.properties}.
 *
 * @param title what the kata teaches, in a few words
 * @param className the simple name of the class that the student writes
 * @param hints the ladder of hints: a question, a principle, a formula, a skeleton
 * @param diagnoses each classic mistake by its id
 */
public record Messages(
    String title, String className, List<String> hints, TreeMap<String, Diagnosis> diagnoses) {

  /**
   * What is said to a student who made a classic mistake.
   *
   * @param sentence the mistake, in one sentence
   * @param hint the level of the hint to read next
   */
  public record Diagnosis(String sentence, int hint) {}

  /** Reads them beside the exercise, not from the class path: an IDE may not have copied them. */
  public static Messages of(Path folder) {
    Path file = folder.resolve("messages.properties");
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: restore it, git checkout " + file, e);
    }
    TreeMap<String, Diagnosis> diagnoses = new TreeMap<>();
    for (String key : all.stringPropertyNames()) {
      if (key.startsWith("diagnosis.") && !key.endsWith(".hint")) {
        String hint = all.getProperty(key + ".hint", "1");
        diagnoses.put(
            key.substring("diagnosis.".length()),
            new Diagnosis(all.getProperty(key), Integer.parseInt(hint)));
      }
    }
    List<String> hints =
        IntStream.iterate(1, level -> all.containsKey("hint." + level), level -> level + 1)
            .mapToObj(level -> all.getProperty("hint." + level))
            .toList();
    return new Messages(
        all.getProperty("title", ""), all.getProperty("class", ""), hints, diagnoses);
  }
}
