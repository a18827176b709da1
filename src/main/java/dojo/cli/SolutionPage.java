package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.Report;
import dojo.kata.Stubs;
import dojo.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The model solution of a kata, and what the student wrote in its place: beside it where there is
 * room, otherwise above it.
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
    List<String> own = own().map(SolutionPage::code).orElse(List.of());
    if (own.isEmpty() || own.equals(model)) {
      String name = words.say(own.isEmpty() ? "the-solution" : "the-same");
      return report(List.of(List.of(new Report.Column(name, model))));
    }
    List<Report.Column> both = beside(own, model);
    return report(width(both) <= width ? List.of(both) : both.stream().map(List::of).toList());
  }

  /** Each table below the other, with an empty line between. */
  private static String report(List<List<Report.Column>> tables) {
    return tables.stream()
        .map(columns -> new Report(List.of(new Report.Table(columns))).toString())
        .collect(Collectors.joining("\n\n"));
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
    int sum =
        columns.stream()
            .mapToInt(column -> column.lines().stream().mapToInt(Layout::columns).max().orElse(0))
            .sum();
    return INDENT + sum + GAP;
  }

  private Optional<String> own() {
    try {
      Path own = kata.source();
      return Files.isRegularFile(own) && !new Stubs(exercises).isUntouched(kata)
          ? Optional.of(Files.readString(own))
          : Optional.empty();
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
