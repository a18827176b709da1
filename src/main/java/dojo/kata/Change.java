package dojo.kata;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One place of a solution that a mistake changes: lines that stay, go or come, as in a diff without
 * line numbers. Spaces at the beginning of a line are not compared; lines that come are indented
 * like those around them. Lines that all come are a whole answer.
 *
 * @param lines in the order of the source
 */
record Change(List<Line> lines) {

  /** A line that stays (a space), goes ({@code -}) or comes ({@code +}). */
  record Line(char sign, String text) {}

  /** Where a change applies: the lines from one, before another, and what becomes of them. */
  record Place(Change change, int from, int to, List<String> lines) {}

  Change {
    lines = List.copyOf(lines);
  }

  boolean isWholeAnswer() {
    return lines.stream().allMatch(line -> line.sign() == '+');
  }

  /** Whether what goes is what comes. */
  boolean isIdle() {
    return texts('-').equals(texts('+'));
  }

  private List<String> texts(char not) {
    return lines.stream()
        .filter(line -> line.sign() != not)
        .map(line -> line.text().strip())
        .toList();
  }

  /** The lines to look for: those that stay or go. */
  private List<String> sought() {
    return texts('+');
  }

  /** Finds everywhere in a solution the lines that stay or go, one after the other. */
  List<Place> placesIn(Solution solution) {
    if (isWholeAnswer()) {
      return solution.answers().stream()
          .map(answer -> place(answer.from(), answer.to(), answer.indent(), List.of()))
          .toList();
    }
    int length = sought().size();
    return IntStream.rangeClosed(0, solution.lines().size() - length)
        .filter(from -> stripped(solution, from, length).equals(sought()))
        .mapToObj(
            from -> {
              List<String> found = solution.lines().subList(from, from + length);
              return place(from, from + length, indent(found.get(0)), found);
            })
        .toList();
  }

  private static List<String> stripped(Solution solution, int from, int length) {
    return solution.lines().subList(from, from + length).stream().map(String::strip).toList();
  }

  private Place place(int from, int to, String indent, List<String> found) {
    int margin = indent(lines.get(0).text()).length();
    List<String> result = new ArrayList<>();
    int next = 0;
    for (Line line : lines) {
      if (line.sign() == '+') {
        String text = line.text();
        String below = text.substring(Math.min(margin, indent(text).length()));
        result.add(text.isBlank() ? "" : indent + below);
      } else if (line.sign() == '-') {
        next++;
      } else {
        result.add(found.get(next++));
      }
    }
    return new Place(this, from, to, result);
  }

  /** The first line that the solution does not have, otherwise the first line. */
  String firstMissing(Solution solution) {
    List<String> all = stripped(solution, 0, solution.lines().size());
    return sought().stream()
        .filter(line -> !all.contains(line))
        .findFirst()
        .orElse(lines.get(0).text().strip());
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
