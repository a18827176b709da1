package dojo.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The project's folder, and where in it the Jupyter side finds and leaves things.
 *
 * @param home the folder that holds {@code pom.xml}
 */
public record Project(Path home) {

  /**
   * Returns the project that a folder belongs to.
   *
   * @param start a folder of the project
   * @return the project whose home is {@code start} or the nearest folder above it
   * @throws MissingException if {@code start} is in no project
   */
  public static Project around(Path start) {
    Path absolute = start.toAbsolutePath().normalize();
    for (Path folder = absolute; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("pom.xml"))
          && Files.isDirectory(folder.resolve("notebooks"))) {
        return new Project(folder);
      }
    }
    throw new MissingException(
        absolute + " is not in the project", "run ./dojo of the folder that holds notebooks/");
  }

  /**
   * Returns the version of the kit that is running.
   *
   * @return the version, from the jar's manifest; {@code "development"} outside the jar
   */
  public static String version() {
    return Optional.ofNullable(Project.class.getPackage().getImplementationVersion())
        .orElse("development");
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
   * Returns where the executed course is written.
   *
   * @return the folder
   */
  public Path course() {
    return home.resolve("target").resolve("course");
  }
}
