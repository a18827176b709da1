package dojo.machine;

import dojo.words.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The project's folder, and where in it everything lies.
 *
 * @param home the folder that holds {@code pom.xml}
 * @param exercises the folder of the katas, usually {@code exercises} in {@code home}
 */
public record Project(Path home, Path exercises) {

  /** The environment variable that names another folder of katas. */
  private static final String EXERCISES = "DOJO_EXERCISES";

  /**
   * Returns the project that a folder belongs to.
   *
   * @param start a folder of the project
   * @return the project whose home is {@code start} or the nearest folder above it
   * @throws MissingException if {@code start} is in no project
   */
  public static Project around(Path start) {
    return find(start)
        .orElseThrow(
            () ->
                new MissingException(
                    Sentence.of(
                        Project.class, "not-in-the-project", start.toAbsolutePath().normalize()),
                    Sentence.of(Project.class, "run-dojo-of-the-project")));
  }

  /**
   * Finds the project that a folder belongs to. The katas lie where the environment variable {@code
   * DOJO_EXERCISES} says, if it is set.
   *
   * @param start a folder of the project
   * @return the project whose home is {@code start} or the nearest folder above it, if there is one
   */
  public static Optional<Project> find(Path start) {
    return find(start, Optional.ofNullable(System.getenv(EXERCISES)));
  }

  /** A folder of katas that is named is part of a project, even where no other part is found. */
  static Optional<Project> find(Path start, Optional<String> named) {
    Optional<Path> exercises =
        named.filter(text -> !text.isBlank()).map(text -> Path.of(text).toAbsolutePath());
    Path from = start.toAbsolutePath().normalize();
    return Stream.iterate(Optional.of(from), Optional::isPresent, at -> at.map(Path::getParent))
        .flatMap(Optional::stream)
        .filter(Project::isHome)
        .findFirst()
        .or(() -> exercises.map(folder -> folder.resolve("..").normalize()))
        .map(home -> new Project(home, exercises.orElse(home.resolve("exercises"))));
  }

  private static boolean isHome(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml"))
        && (Files.isDirectory(folder.resolve("notebooks"))
            || Files.isDirectory(folder.resolve("exercises")));
  }

  /**
   * Returns the version of the kit that is running, the same from its jar, from Maven and from an
   * IDE: grades depend on it.
   *
   * @return the version; {@code "development"} where nothing has put it into the file for it
   */
  public static String version() {
    try (InputStream in = Project.class.getResourceAsStream("version.txt")) {
      String version = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return version.isBlank() || version.contains("$") ? "development" : version.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the folder of the notebooks, which nothing here ever changes.
   *
   * @return the folder
   */
  public Path notebooks() {
    return home.resolve("notebooks");
  }

  /**
   * Returns the folder for everything that is made from the rest and can be deleted.
   *
   * @return the folder
   */
  public Path target() {
    return home.resolve("target");
  }

  /**
   * Returns where the executed course is written.
   *
   * @return the folder
   */
  public Path course() {
    return target().resolve("course");
  }
}
