package dojo.release;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a page that only teachers read, marked by comments, which no reader of the page
 * sees: a line that holds {@code <!-- teachers -->}, and all lines from one that is {@code <!--
 * teachers: from here -->} to one that is {@code <!-- teachers: to here -->}.
 */
final class TeacherParts {
  static final String LINE = "<!-- teachers -->";
  static final String FROM = "<!-- teachers: from here -->";
  static final String TO = "<!-- teachers: to here -->";

  private TeacherParts() {}

  /**
   * Leaves out these parts.
   *
   * @throws IllegalArgumentException if a part begins or ends only
   */
  static String without(String page) {
    List<String> kept = new ArrayList<>();
    boolean teachers = false;
    for (String line : page.split("\n", -1)) {
      String mark = line.strip();
      if (mark.equals(teachers ? FROM : TO)) {
        throw new IllegalArgumentException(mark + " twice, or without its other");
      }
      if (mark.equals(FROM) || mark.equals(TO)) {
        teachers = mark.equals(FROM);
      } else if (!teachers && !line.contains(LINE)) {
        kept.add(line);
      }
    }
    if (teachers) {
      throw new IllegalArgumentException(FROM + " without " + TO);
    }
    return String.join("\n", kept);
  }
}
