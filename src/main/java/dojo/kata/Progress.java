package dojo.kata;

import dojo.machine.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is remembered between two commands, in a small file that anyone can read, edit or delete.
 *
 * <p>The file is replaced in one step, so that a crash leaves the old one or the new one. A line
 * that this version does not know is kept for the version that wrote it.
 *
 * @param file for example {@code exercises/.progress.properties}
 */
public record Progress(Path file) {
  private static final String HEAD =
      "# What ./dojo remembers of each kata. Without this file it begins anew.";

  /**
   * Returns the hint that was shown last.
   *
   * @param kata the kata
   * @return its level; 0 if none was shown, or if nothing can be read
   */
  public int hint(Kata kata) {
    String key = key(kata);
    return lines().stream()
        .filter(line -> isOf(key, line))
        .map(line -> line.substring(line.indexOf('=') + 1).strip())
        .filter(value -> value.matches("\\d{1,4}"))
        .mapToInt(Integer::parseInt)
        .reduce(0, (first, last) -> last);
  }

  /**
   * Remembers the hint that was shown last.
   *
   * @param kata the kata
   * @param level its level; 0 to forget that one was shown
   * @throws IOException if the file cannot be written; the old one is still there
   */
  public void showed(Kata kata, int level) throws IOException {
    String key = key(kata);
    if (level == 0 && hint(kata) == 0) {
      return;
    }
    List<String> lines = new ArrayList<>(lines());
    if (lines.isEmpty()) {
      lines.add(HEAD);
    }
    lines.removeIf(line -> isOf(key, line));
    if (level > 0) {
      lines.add(key + " = " + level);
    }
    replace(lines);
  }

  private static String key(Kata kata) {
    return kata.name() + ".hint";
  }

  private static boolean isOf(String key, String line) {
    return line.matches("\\s*" + Pattern.quote(key) + "\\s*=.*");
  }

  /** A file that cannot be read is as good as none. */
  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  private void replace(List<String> lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
