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

  private static final String HINT = "hint";
  private static final String HIGHEST = "highest-hint";
  private static final String PASSED = "passed";

  /** Returns what is remembered beside the katas. */
  static Progress in(Path exercises) {
    return new Progress(exercises.resolve(".progress.properties"));
  }

  /**
   * Returns the hint that was shown last.
   *
   * @param kata the kata
   * @return its level; 0 if none was shown, or if nothing can be read
   */
  public int hint(Kata kata) {
    return number(kata, HINT);
  }

  /**
   * Returns the highest hint that was shown, even if a lower one was read again since.
   *
   * @param kata the kata
   * @return its level; 0 if none was shown, or if nothing can be read
   */
  public int highestHint(Kata kata) {
    return Math.max(hint(kata), number(kata, HIGHEST));
  }

  /**
   * Remembers the hint that was shown last.
   *
   * @param kata the kata
   * @param level its level; 0 to forget that one was shown
   * @throws IOException if the file cannot be written; the old one is still there
   */
  public void showed(Kata kata, int level) throws IOException {
    int highest = highestHint(kata);
    if (level == 0 && highest == 0) {
      return;
    }
    List<String> lines = known();
    put(lines, kata, HINT, level);
    put(lines, kata, HIGHEST, level > 0 && level < highest ? highest : 0);
    replace(lines);
  }

  /**
   * Says whether a kata was green before.
   *
   * @param kata the kata
   * @return whether it is remembered; false if nothing can be read
   */
  public boolean hasPassed(Kata kata) {
    return number(kata, PASSED) > 0;
  }

  /**
   * Remembers that a kata is green, so that its lesson is told once. Where nothing can be written,
   * it is told again.
   *
   * @param kata the kata
   */
  public void passed(Kata kata) {
    if (hasPassed(kata)) {
      return;
    }
    List<String> lines = known();
    put(lines, kata, PASSED, 1);
    try {
      replace(lines);
    } catch (IOException e) {
      // a lesson twice does no harm
    }
  }

  private int number(Kata kata, String name) {
    String key = key(kata, name);
    return lines().stream()
        .filter(line -> isOf(key, line))
        .map(line -> line.substring(line.indexOf('=') + 1).strip())
        .filter(value -> value.matches("\\d{1,4}"))
        .mapToInt(Integer::parseInt)
        .reduce(0, (first, last) -> last);
  }

  /** What is 0 needs no line. */
  private static void put(List<String> lines, Kata kata, String name, int value) {
    String key = key(kata, name);
    lines.removeIf(line -> isOf(key, line));
    if (value > 0) {
      lines.add(key + " = " + value);
    }
  }

  private static String key(Kata kata, String name) {
    return kata.name() + "." + name;
  }

  private static boolean isOf(String key, String line) {
    return line.matches("\\s*" + Pattern.quote(key) + "\\s*=.*");
  }

  /** The lines so far, to be changed. */
  private List<String> known() {
    List<String> lines = new ArrayList<>(lines());
    if (lines.isEmpty()) {
      lines.add(HEAD);
    }
    return lines;
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
