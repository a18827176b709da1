package dojo.content;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What hostile and broken submissions try and what they get, as the tests of the grader expect it
 * and prove it on every build.
 *
 * @param grade the folder with the list of attacks, and the submissions in {@code hostile}
 */
record AttackTable(Path grade) {
  private static final String STOPPED = ".stopped";

  /** How a test that fails is told to a teacher, by what it sees. */
  private static final Map<String, String> ENDS =
      Map.ofEntries(
          Map.entry("Borrowed", "refused before it runs"),
          Map.entry("Difference", "a wrong value"),
          Map.entry("Ended", "its process ends"),
          Map.entry("Garbled", "no valid answer"),
          Map.entry("Missing", "nothing to test"),
          Map.entry("NotCompiled", "does not compile"),
          Map.entry("NotText", "not read"),
          Map.entry("ReturnedNull", "no value"),
          Map.entry("Threw", "an exception"),
          Map.entry("Todo", "not begun"),
          Map.entry("TooSlow", "stopped by the clock"),
          Map.entry("Unusable", "no usable value"));

  /** The submissions that try one thing, all of them together. */
  private static final class Tries {
    private int submissions;
    private final Set<String> ends = new LinkedHashSet<>();
    private final Set<String> tiers = new TreeSet<>();
  }

  /** Returns the table, a row for each attack in the order of the list. */
  String whole() {
    Properties list = read(grade.resolve("attacks.properties"));
    Map<String, Tries> tries = new LinkedHashMap<>();
    names(grade.resolve("attacks.properties")).forEach(name -> tries.put(name, new Tries()));
    List<Path> submissions = Workbench.list(grade.resolve("hostile"));
    submissions.forEach(submission -> add(submission.resolve("expected.properties"), tries));
    StringBuilder table = new StringBuilder();
    table.append(
        Tables.row("a submission that …", "is stopped, for …", "tried", "it gets", "tiers"));
    table.append("|---|---|---|---|---|\n");
    tries.forEach(
        (name, tried) ->
            table.append(
                tried.submissions == 0
                    ? ""
                    : Tables.row(
                        list.getProperty(name),
                        list.getProperty(name + STOPPED),
                        tried.submissions,
                        String.join(", ", tried.ends),
                        String.join(" ", tried.tiers))));
    return table
        .append("\n")
        .append(submissions.size())
        .append(" submissions in all; some try several things. None earns more than its honest")
        .append(" part.\n")
        .toString();
  }

  private static void add(Path file, Map<String, Tries> tries) {
    Properties expected = read(file);
    for (String attack : expected.getProperty("attack", "").split(", *", -1)) {
      Tries tried = tries.get(attack);
      if (tried == null) {
        throw new AssertionError(file + " names no attack of attacks.properties: " + attack);
      }
      tried.submissions++;
      tried.ends.addAll(ends(file, expected));
      tried.tiers.addAll(List.of(expected.getProperty("tiers", "A, B, C").split(", *", -1)));
    }
  }

  private static Set<String> ends(Path file, Properties expected) {
    String state = expected.getProperty("state");
    if (!Set.of("RED", "TODO").contains(state)) {
      throw new AssertionError(file + " expects " + state + ": tell teachers of it in AttackTable");
    }
    Set<String> ends = new LinkedHashSet<>();
    String usual = state.equals("TODO") ? "not begun" : "red";
    for (String seen : expected.getProperty("seen", "").split("\\|", -1)) {
      String end = seen.isEmpty() ? usual : ENDS.get(seen);
      if (end == null) {
        throw new AssertionError(file + " sees " + seen + ": say in AttackTable what that is");
      }
      ends.add(end);
    }
    if (expected.containsKey("remark")) {
      ends.add("a remark");
    }
    return ends;
  }

  /** In the order of the file, which properties do not keep. */
  private static List<String> names(Path file) {
    return Workbench.read(file)
        .lines()
        .filter(line -> line.matches("[a-z0-9-]+ = .*"))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Workbench.read(file)));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
