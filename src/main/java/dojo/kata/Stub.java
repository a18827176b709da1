package dojo.kata;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a student starts from: the solution with each marked answer replaced by a TODO. */
final class Stub {
  private static final Pattern ANSWER =
      Pattern.compile("(?ms)^( *)// BEGIN SOLUTION ([^\\n]*)\\n.*?^ *// END SOLUTION$");

  private Stub() {}

  /**
   * Derives the stub from a solution.
   *
   * @throws IllegalArgumentException if the solution marks no answer
   */
  static String of(String solution) {
    Matcher answer = ANSWER.matcher(solution);
    if (!answer.find()) {
      throw new IllegalArgumentException(
          "a solution marks its answer by // BEGIN SOLUTION hint and // END SOLUTION");
    }
    return answer.replaceAll("$1throw new UnsupportedOperationException(\"TODO: $2\");");
  }
}
