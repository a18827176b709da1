package dojo.grade;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one student handed in, as it lies on this machine.
 *
 * @param name its name, which no other one of the class has
 * @param parts the folders, archives and sources that it consists of; none if nothing was handed in
 * @param about what is known about it, such as the columns of a roster: passed through to whoever
 *     makes lists of grades
 */
public record Submission(String name, List<Path> parts, Map<String, String> about) {

  /**
   * Keeps copies.
   *
   * @param name its name
   * @param parts what it consists of
   * @param about what is known about it
   */
  public Submission {
    parts = List.copyOf(parts);
    about = Collections.unmodifiableMap(new TreeMap<>(about));
  }

  /**
   * Returns the submission of which nothing else is known.
   *
   * @param name its name
   * @param part the folder, archive or source
   * @return the submission
   */
  public static Submission of(String name, Path part) {
    return new Submission(name, List.of(part), Map.of());
  }
}
