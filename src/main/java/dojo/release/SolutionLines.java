package dojo.release;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Solution;
import dojo.kata.Stubs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The lines that nobody may find in a student edition.
 *
 * <p>These are the lines of every answer, without what every student has anyway, since it also
 * stands in a stub, in the library or, unless it is decisive, on a page or in the test of a kata,
 * which computes what it expects; and without lines of which every program is made.
 *
 * @param hidden by what is compared, the line as its author wrote it, with its file
 */
record SolutionLines(Map<String, String> hidden) {

  /** Heads of loops, plain returns, and declarations that only make room. */
  private static final Pattern EVERYWHERE =
      Pattern.compile(
          "(for \\(\\w+ (\\w+) = 0; \\2 < [\\w.\\[\\]]+; \\2\\+\\+\\)|for \\([\\w\\[\\]]+ \\w+ : \\w+\\)) \\{"
              + "|return \\w+;"
              + "|[\\w\\[\\]]+ \\w+ = ([\\d.e-]+|new \\w+[\\w.\\[\\]]+);"
              + "|\\W*(else|return|try|break|continue)?\\W*");

  /** What is shorter, in letters that are compared, tells nothing. */
  private static final int SHORTEST = 8;

  /**
   * Collects the lines.
   *
   * @param exercises the katas
   * @param library what every student may read
   * @param told pages and tests, which may tell what does not decide
   */
  static SolutionLines of(Exercises exercises, List<byte[]> library, List<byte[]> told) {
    Stubs stubs = new Stubs(exercises);
    List<String> known = new ArrayList<>(library.stream().map(SolutionLines::compared).toList());
    List<String> excused = told.stream().map(SolutionLines::compared).toList();
    for (Kata kata : exercises.all()) {
      known.add(compared(stubs.of(kata)));
    }
    Map<String, String> hidden = new TreeMap<>();
    for (Kata kata : exercises.all()) {
      Solution solution = exercises.solution(kata);
      Set<String> start = new HashSet<>(stubs.of(kata).lines().map(String::strip).toList());
      for (String line : solution.model().lines().map(String::strip).toList()) {
        String compared = compared(line);
        if (!start.contains(line)
            && compared.length() >= SHORTEST
            && !EVERYWHERE.matcher(line).matches()
            && known.stream().noneMatch(text -> text.contains(compared))
            && (solution.decisive().contains(line)
                || excused.stream().noneMatch(text -> text.contains(compared)))) {
          hidden.putIfAbsent(compared, solution.name() + ": " + line);
        }
      }
    }
    return new SolutionLines(hidden);
  }

  private static String compared(String text) {
    return compared(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text as it is compared: without case, white space, quotes and the marks that escape them. */
  static String compared(byte[] text) {
    byte[] kept = new byte[text.length];
    int length = 0;
    for (byte each : text) {
      int small = Letters.compared(each);
      if (small != Letters.NONE) {
        kept[length++] = (byte) small;
      }
    }
    return new String(kept, 0, length, StandardCharsets.ISO_8859_1);
  }
}
