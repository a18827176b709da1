package dojo.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the file names of a text ones that can be clicked.
 *
 * <p>The terminals of VS Code and IntelliJ IDEA know a path with a line by themselves, and go to
 * that line. For others, an escape sequence marks it (OSC 8), which terminals that do not know it
 * pass over.
 *
 * @param project the folder that paths begin in
 * @param marks whether to mark paths
 */
record Links(Path project, boolean marks) {
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w/])((?:exercises|notebooks|src)/[\\w./-]*\\w)(:\\d+)?");

  private static final String MARK = "\u001B]8;;";
  private static final String END = "\u001B\\";

  /** Returns what is right for a terminal that says of itself what it is. */
  static Links in(Path project, Map<String, String> environment, boolean live) {
    boolean knowing =
        environment.getOrDefault("TERM_PROGRAM", "").equals("vscode")
            || environment.getOrDefault("TERMINAL_EMULATOR", "").startsWith("JetBrains");
    boolean bare = environment.getOrDefault("TERM", "").matches("dumb|linux");
    return new Links(project, live && !knowing && !bare);
  }

  /** Marks each path of a text. */
  String in(String text) {
    return marks ? PATH.matcher(text).replaceAll(this::marked) : text;
  }

  private String marked(MatchResult found) {
    String address = project.resolve(found.group(1)).toUri().toString();
    return Matcher.quoteReplacement(MARK + address + END + found.group() + MARK + END);
  }
}
