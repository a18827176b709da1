package dojo.kata;

import dojo.machine.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A kata that is to be written: its files from a template, each with a TODO wherever an author has
 * something to say. What they hold is a small example that works.
 *
 * @param kata the kata
 * @param className the class that a student will write
 * @param solution the folder of its solution
 */
public record NewKata(Kata kata, String className, Path solution) {
  /** The class beside the solution that computes the numbers of the page's worked example. */
  private static final String EXAMPLE = "Example";

  /**
   * Plans the files of a kata.
   *
   * @param exercises where the katas are
   * @param number from 1 to 99
   * @param className the class that a student will write, for example {@code InvertedDropout}
   * @return the kata, of which no file is written yet
   * @throws KataFileException if the number or the name cannot be taken
   */
  public static NewKata of(Exercises exercises, int number, String className) {
    if (number < 1 || number > 99) {
      throw new KataFileException("new-number", Integer.toString(number));
    }
    if (!className.matches("[A-Z][A-Za-z0-9]*")
        || className.equals(EXAMPLE)
        || className.endsWith("Test")) {
      throw new KataFileException("new-name", className);
    }
    String folder = String.format(Locale.ROOT, "kata%02d", number);
    return new NewKata(
        new Kata(number, exercises.root().resolve(folder)),
        className,
        exercises.solutions().resolve(folder));
  }

  /**
   * Writes the files; nothing that exists is written over.
   *
   * @return the files
   * @throws KataFileException if there is such a kata already
   * @throws IOException if a file cannot be written
   */
  public List<Path> write() throws IOException {
    for (Path folder : List.of(kata.folder(), solution)) {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new KataFileException("new-exists", kata.display(folder), kata.label());
      }
    }
    Files.createDirectories(kata.folder());
    Files.createDirectories(solution);
    Map<Path, String> texts = texts();
    for (Map.Entry<Path, String> file : texts.entrySet()) {
      WholeFile.write(file.getKey(), file.getValue());
    }
    return List.copyOf(texts.keySet());
  }

  /** In the order in which an author fills them. */
  private Map<Path, String> texts() {
    Map<Path, String> texts = new LinkedHashMap<>();
    Path solved = solution.resolve(className + ".java");
    texts.put(solved, filled("Solution.java.txt"));
    Path stub = kata.folder().resolve(className + ".java");
    texts.put(stub, new Solution(kata.display(solved), texts.get(solved)).stub());
    texts.put(kata.folder().resolve(className + "Test.java"), filled("Test.java.txt"));
    texts.put(solution.resolve(Mistakes.FILE), filled(Mistakes.FILE));
    for (String name : List.of(Plan.FILE, "messages.properties", "README.md")) {
      texts.put(kata.folder().resolve(name), filled(name));
    }
    texts.put(solution.resolve(EXAMPLE + ".java"), filled(EXAMPLE + ".java.txt"));
    return texts;
  }

  private String filled(String name) {
    try (InputStream in = NewKata.class.getResourceAsStream("template/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks dojo/kata/template/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{{NN}}", kata.label())
          .replace("{{Name}}", className);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
