package dojo.kata;

import dojo.machine.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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
  private static final String ATTEMPTS = "attempts";
  private static final String PASSED = "passed";
  private static final String IN_HAND = "in-hand";

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
    return number(key(kata, HINT));
  }

  /**
   * Returns the highest hint that was shown, even if a lower one was read again since.
   *
   * @param kata the kata
   * @return its level; 0 if none was shown, or if nothing can be read
   */
  public int highestHint(Kata kata) {
    return Math.max(hint(kata), number(key(kata, HIGHEST)));
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
    List<String> lines = begun();
    put(lines, key(kata, HINT), level);
    put(lines, key(kata, HIGHEST), level > 0 && level < highest ? highest : 0);
    replace(lines);
  }

  /**
   * Returns how often an answer was checked, until one passed.
   *
   * @param kata the kata
   * @return how often; 0 if it is not begun, or if nothing can be read
   */
  public int attempts(Kata kata) {
    return number(key(kata, ATTEMPTS));
  }

  /**
   * Returns whether the kata has been passed at some time.
   *
   * @param kata the kata
   * @return whether it was green once, whatever has become of it since
   */
  public boolean passed(Kata kata) {
    return number(key(kata, PASSED)) > 0;
  }

  /**
   * Remembers the verdict on an answer. What is still to do is no answer, and once a kata is
   * passed, nothing is counted any more.
   *
   * @param kata the kata
   * @param state how the answer stands
   * @throws IOException if the file cannot be written; the old one is still there
   */
  public void checked(Kata kata, State state) throws IOException {
    boolean green = state == State.GREEN;
    if (!passed(kata) && (green || state == State.RED)) {
      List<String> lines = begun();
      put(lines, key(kata, ATTEMPTS), attempts(kata) + 1);
      put(lines, key(kata, PASSED), green ? 1 : 0);
      replace(lines);
    }
  }

  /**
   * Forgets all that is remembered of a kata, which begins again.
   *
   * @param kata the kata
   * @throws IOException if the file cannot be written; the old one is still there
   */
  public void forget(Kata kata) throws IOException {
    List<String> left = new ArrayList<>(lines());
    for (String name : List.of(HINT, HIGHEST, ATTEMPTS, PASSED)) {
      put(left, key(kata, name), 0);
    }
    if (!left.equals(lines())) {
      replace(left);
    }
  }

  /**
   * Returns the kata that was worked on last.
   *
   * @return its number, if one is remembered
   */
  public OptionalInt inHand() {
    int number = number(IN_HAND);
    return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /**
   * Remembers which kata is worked on.
   *
   * @param kata the kata
   * @throws IOException if the file cannot be written; the old one is still there
   */
  public void took(Kata kata) throws IOException {
    if (number(IN_HAND) != kata.number()) {
      List<String> lines = begun();
      put(lines, IN_HAND, kata.number());
      replace(lines);
    }
  }

  private int number(String key) {
    return lines().stream()
        .filter(line -> isOf(key, line))
        .map(line -> line.substring(line.indexOf('=') + 1).strip())
        .filter(value -> value.matches("\\d{1,4}"))
        .mapToInt(Integer::parseInt)
        .reduce(0, (first, last) -> last);
  }

  /** What is 0 needs no line. */
  private static void put(List<String> lines, String key, int value) {
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

  /** A file that cannot be read is as good as none. */
  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The lines to be changed, in a file that says what it is. */
  private List<String> begun() {
    List<String> lines = new ArrayList<>(lines());
    if (lines.isEmpty()) {
      lines.add(HEAD);
    }
    return lines;
  }

  private void replace(List<String> lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
