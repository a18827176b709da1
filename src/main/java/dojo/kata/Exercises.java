package dojo.kata;

import dojo.machine.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of all katas.
 *
 * @param root for example {@code exercises}
 */
public record Exercises(Path root) {
  private static final Pattern NAME = Pattern.compile("kata(\\d\\d)");

  /**
   * Finds the folder from the working directory.
   *
   * @return the folder, or nothing if there is none
   */
  public static Optional<Exercises> find() {
    return Project.find(Path.of("")).flatMap(Exercises::of);
  }

  /**
   * Returns the folder of a project.
   *
   * @param project the project
   * @return the folder, or nothing if the project has none
   */
  public static Optional<Exercises> of(Project project) {
    return Optional.of(project.exercises()).filter(Files::isDirectory).map(Exercises::new);
  }

  /**
   * Lists the katas.
   *
   * @return by number
   */
  public List<Kata> all() {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .flatMap(folder -> NAME.matcher(String.valueOf(folder.getFileName())).results())
          .map(name -> Integer.parseInt(name.group(1)))
          .map(
              number ->
                  new Kata(number, root.resolve(String.format(Locale.ROOT, "kata%02d", number))))
          .filter(kata -> Files.isRegularFile(kata.folder().resolve("messages.properties")))
          .sorted(Comparator.comparingInt(Kata::number))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds a kata by its number.
   *
   * @param number from 1
   * @return the kata, or nothing if there is none of this number
   */
  public Optional<Kata> kata(int number) {
    return all().stream().filter(kata -> kata.number() == number).findFirst();
  }

  /** Where the solutions lie, from which the stubs are derived. */
  public Path solutions() {
    return root.resolveSibling("solutions");
  }
}
