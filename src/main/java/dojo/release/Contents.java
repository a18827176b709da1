package dojo.release;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Which files of the project an edition holds: those that a list names. A new file is in none until
 * somebody has decided that it should be.
 *
 * @param patterns patterns of paths in the project, of which {@code **} passes folders
 */
record Contents(List<PathMatcher> patterns) {

  /** Reads a list: a pattern in each line, or a comment. */
  static Contents of(String name) {
    return new Contents(
        Texts.read(name)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> FileSystems.getDefault().getPathMatcher("glob:" + line))
            .toList());
  }

  /** Whether an edition holds a file. */
  boolean hold(String path) {
    Path asked = Path.of(path);
    return patterns.stream().anyMatch(pattern -> pattern.matches(asked));
  }
}
