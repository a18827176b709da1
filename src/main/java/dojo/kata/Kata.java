package dojo.kata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * One exercise: a folder with a README, a class to write, its test, its plan and its words.
 *
 * @param number from 1
 * @param folder for example {@code exercises/kata03}
 */
public record Kata(int number, Path folder) {

  private static final String JAVA = ".java";

  /**
   * Returns the number as it is written everywhere.
   *
   * @return two digits, for example {@code 03}
   */
  public String label() {
    return (number < 10 ? "0" : "") + number;
  }

  /**
   * Returns the name of the folder and of the package.
   *
   * @return for example {@code kata03}
   */
  public String name() {
    return "kata" + label();
  }

  /**
   * Returns what the kata consists of.
   *
   * @return its plan
   * @throws KataFileException if {@code kata.properties} is missing or broken
   */
  public Plan plan() {
    return Plan.of(this);
  }

  /**
   * Returns what the kata says.
   *
   * @param language the language to speak; English where it has no translation
   * @return its sentences
   * @throws KataFileException if {@code messages.properties} is missing or broken
   */
  public Messages words(Locale language) {
    return Messages.of(this, language);
  }

  /** Returns what is remembered of a student's way, beside all katas. */
  Progress progress() {
    return Progress.in(folder.resolveSibling(""));
  }

  /**
   * Returns the file that the student writes.
   *
   * @return for example {@code exercises/kata03/InvertedDropout.java}
   */
  public Path source() {
    return folder.resolve(plan().className() + ".java");
  }

  /**
   * Returns everything that is to be compiled: the student's file, its test, and what the student
   * has added. What an editor, a file manager or a system keeps beside them is passed over, since
   * no class can have its name: {@code KeepRule (copy).java}, {@code .#KeepRule.java}.
   *
   * @return by name
   */
  public List<Path> sources() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Kata::isSource).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file is compiled, if it is one. */
  static boolean isSource(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(JAVA)
        && SourceVersion.isIdentifier(name.substring(0, name.length() - JAVA.length()));
  }

  /**
   * Returns the page that explains the kata.
   *
   * @return for example {@code exercises/kata03/README.md}
   */
  public Path readme() {
    return folder.resolve("README.md");
  }

  /**
   * Returns the notebook that the kata belongs to.
   *
   * @return for example {@code notebooks/02-the-dropout-layer.ipynb}; nothing if there is no such
   *     file, since a kata may be written before its notebook
   */
  public Optional<Path> notebook() {
    Path file = folder.resolve("../../notebooks").resolve(plan().notebook() + ".ipynb").normalize();
    return Optional.of(file).filter(Files::isRegularFile);
  }

  /**
   * Returns the test of what the student writes.
   *
   * @return for example {@code exercises/kata03/InvertedDropoutTest.java}
   */
  public Path test() {
    return folder.resolve(plan().className() + "Test.java");
  }

  /**
   * Returns the full name of the test class.
   *
   * @return for example {@code kata03.InvertedDropoutTest}
   */
  public String testClass() {
    return name() + "." + plan().className() + "Test";
  }

  /**
   * Returns a path as a student reads it and a terminal opens it.
   *
   * @param file a file of this kata
   * @return for example {@code exercises/kata03/InvertedDropout.java}
   */
  public String display(Path file) {
    return project().relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  /** The folder that holds the exercises, and what else there is to read. */
  Path project() {
    return folder.toAbsolutePath().normalize().resolve("../..").normalize();
  }
}
