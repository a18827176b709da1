package dojo.grade;

import java.util.Locale;
import java.util.Set;

/** What systems, editors and builds leave beside a student's work. */
final class Junk {
  private static final Set<String> FOLDERS = Set.of("__macosx", "target", "node_modules");

  private Junk() {}

  /** Returns whether nothing in a folder of this name was written by a student. */
  static boolean isFolder(String name) {
    return (name.startsWith(".") && !name.equals(".."))
        || FOLDERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Returns whether a path leads through such a folder, or to a file that a system hides. */
  static boolean isPath(String path) {
    for (String part : path.split("/", -1)) {
      if (isFolder(part)) {
        return true;
      }
    }
    return false;
  }
}
