package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.practice.Proof;
import dojo.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The matrix of mistakes and diagnoses, kata by kata: a row for each mistake, a column for each
 * diagnosis, in the same order.
 *
 * @param words the sentences of the commands
 * @param terminal where to write
 */
record ProofPages(Words words, Terminal terminal) {

  /** Shows the matrices of all katas; returns whether each of them is as it should be. */
  boolean show(Exercises exercises) {
    int mistakes = 0;
    int own = 0;
    int green = 0;
    try (Proof proof = new Proof(exercises)) {
      for (Kata kata : exercises.all()) {
        Proof.Matrix matrix = proof.of(kata);
        terminal.say(words.say("matrix-of", kata.label(), kata.words(words.language()).title()));
        terminal.say(text(matrix));
        mistakes += matrix.rows().size();
        own += (int) matrix.rows().stream().filter(Proof.Row::holds).count();
        green += matrix.solution() == State.GREEN ? 1 : 0;
      }
    }
    int katas = exercises.all().size();
    terminal.say(words.say("matrix-sum", own, mistakes, green, katas));
    return own == mistakes && green == katas;
  }

  /**
   * Draws a matrix: x where a diagnosis is right, ! where it is another's, and what else it got.
   */
  static String text(Proof.Matrix matrix) {
    List<String> ids = matrix.rows().stream().map(Proof.Row::mistake).toList();
    return matrix.rows().stream()
            .map(row -> "  " + line(row, ids))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String line(Proof.Row row, List<String> ids) {
    String cells =
        ids.stream()
            .map(id -> !row.diagnosis().equals(id) ? "." : row.holds() ? "x" : "!")
            .collect(Collectors.joining(" "));
    String got = row.diagnosis().isEmpty() ? row.state().name() : row.diagnosis();
    return cells + "  " + row.mistake() + (row.holds() ? "" : " → " + got);
  }
}
