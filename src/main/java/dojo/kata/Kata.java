package dojo.kata;

import java.nio.file.Path;

/**
 * One exercise: a folder with a README, a class to write, its test and its words.
 *
 * @param number from 1
 * @param folder for example {@code exercises/kata03}
 */
public record Kata(int number, Path folder) {

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
   * Returns what the kata teaches.
   *
   * @return a few words
   */
  public String title() {
    return messages().title();
  }

  /**
   * Returns the file that the student writes.
   *
   * @return for example {@code exercises/kata03/InvertedDropout.java}
   */
  public Path source() {
    return folder.resolve(messages().className() + ".java");
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
   * Returns a hint of the ladder: a question, a principle, a formula, a skeleton.
   *
   * @param level from 1 to {@link #hints()}
   * @return the hint
   */
  public String hint(int level) {
    return messages().hints().get(level - 1);
  }

  /**
   * Returns the number of hints.
   *
   * @return four
   */
  public int hints() {
    return messages().hints().size();
  }

  public Messages messages() {
    return Messages.of(folder);
  }

  public Path test() {
    return folder.resolve(messages().className() + "Test.java");
  }

  public String testClass() {
    return name() + "." + messages().className() + "Test";
  }

  /**
   * Returns a path as a student reads it and a terminal opens it.
   *
   * @param file a file of this kata
   * @return for example {@code exercises/kata03/InvertedDropout.java}
   */
  public String display(Path file) {
    Path project = folder.toAbsolutePath().normalize().resolve("../..").normalize();
    return project.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }
}
