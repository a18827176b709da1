package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Report;
import dojo.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The model solution of a kata; beside it, where there is room, what the student wrote in its
 * place.
 *
 * @param words the sentences of the commands
 * @param exercises where the katas are
 * @param kata the kata
 */
record SolutionPage(Words words, Exercises exercises, Kata kata) {
  private static final int INDENT = 2;
  private static final int GAP = 4;

  /**
   * Returns the page.
   *
   * @param width how many columns there are
   * @throws KataFileException if the solution is missing or broken
   */
  String text(int width) {
    List<String> model = code(exercises.solution(kata).model());
    List<Report.Column> whole = List.of(new Report.Column(words.say("the-solution"), model));
    List<Report.Column> columns =
        own()
            .map(text -> beside(code(text), model))
            .filter(both -> width(both) <= width)
            .orElse(whole);
    return new Report(List.of(new Report.Table(columns))).toString();
  }

  /** The lines that differ, without those before and after, which are the same in both. */
  private List<Report.Column> beside(List<String> own, List<String> model) {
    int most = Math.min(own.size(), model.size());
    int head = 0;
    while (head < most && own.get(head).equals(model.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && own.get(own.size() - 1 - tail).equals(model.get(model.size() - 1 - tail))) {
      tail++;
    }
    return List.of(
        column("your-answer", own.subList(head, own.size() - tail)),
        column("the-solution", model.subList(head, model.size() - tail)));
  }

  private Report.Column column(String name, List<String> lines) {
    String text = String.join("\n", lines).stripIndent();
    return new Report.Column(words.say(name), text.lines().toList());
  }

  private static int width(List<Report.Column> columns) {
    boolean same = columns.stream().allMatch(column -> column.lines().isEmpty());
    int sum =
        columns.stream()
            .mapToInt(column -> column.lines().stream().mapToInt(Layout::columns).max().orElse(0))
            .sum();
    return same ? Integer.MAX_VALUE : INDENT + sum + GAP; // then there is nothing to compare
  }

  private Optional<String> own() {
    try {
      Path own = kata.source();
      return Files.isRegularFile(own) ? Optional.of(Files.readString(own)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // what is no text cannot be shown
    }
  }

  /** What follows the package and the imports, which everyone has. */
  private static List<String> code(String text) {
    return text.stripTrailing()
        .lines()
        .dropWhile(
            line -> line.isBlank() || line.startsWith("package ") || line.startsWith("import "))
        .toList();
  }
}
