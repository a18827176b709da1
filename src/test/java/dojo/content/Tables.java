package dojo.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of a page that are computed: each stands between {@code <!-- computed: NAME -->} and
 * {@code <!-- end -->}.
 *
 * @param text the page
 */
record Tables(String text) {
  private static final Pattern TABLE =
      Pattern.compile(
          "(?s)(?<mark><!-- computed: (?<name>[a-z-]+) -->\n)"
              + "(?<table>(?:(?!<!--).)*)(?=<!-- end -->)");

  /** Returns the page as it should be; a table that nobody computes stays as it is. */
  String computed(Map<String, UnaryOperator<String>> by) {
    StringBuilder page = new StringBuilder();
    Matcher found = TABLE.matcher(text);
    while (found.find()) {
      UnaryOperator<String> table = by.getOrDefault(found.group("name"), same -> same);
      String now = table.apply(found.group("table").strip() + "\n");
      found.appendReplacement(
          page, Matcher.quoteReplacement(found.group("mark") + "\n" + now + "\n"));
    }
    return found.appendTail(page).toString();
  }

  /** Returns what the page lacks, and what nobody computes, a line each. */
  List<String> problems(Set<String> computed) {
    Set<String> there =
        TABLE.matcher(text).results().map(table -> table.group(2)).collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    computed.stream()
        .filter(name -> !there.contains(name))
        .forEach(name -> problems.add("add <!-- computed: " + name + " --> … <!-- end -->"));
    there.stream()
        .filter(name -> !computed.contains(name))
        .forEach(name -> problems.add("nobody computes the table " + name + ": remove its marks"));
    return problems;
  }

  /** Returns a row in Markdown. */
  static String row(Object... cells) {
    StringBuilder row = new StringBuilder("|");
    for (Object cell : cells) {
      row.append(' ').append(cell).append(" |");
    }
    return row.append('\n').toString();
  }
}
