package dojo.kata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kata solved: the one text from which its stub and its classic mistakes are derived.
 *
 * <p>Between {@code // BEGIN SOLUTION idea} and {@code // END SOLUTION} stands what the student
 * writes; {@code // decisive} marks the line that no hint may give away.
 */
public final class Solution {
  private static final Pattern BEGIN = Pattern.compile("( *)// BEGIN SOLUTION (.+)");
  private static final String END = "// END SOLUTION";
  private static final Pattern DECISIVE = Pattern.compile(" *// decisive.*");

  private final String name;
  private final List<String> lines = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<String> decisive = new ArrayList<>();

  /** What the student writes: the lines from one, before another, and the idea in a few words. */
  record Answer(int from, int to, String indent, String idea) {}

  /**
   * Reads a solution.
   *
   * @param name the file as an author reads it, for example {@code solutions/kata01/KeepRule.java}
   * @param text the text of the file
   * @throws KataFileException if an answer is marked on one side only
   */
  Solution(String name, String text) {
    this.name = name;
    Matcher begin = BEGIN.matcher("");
    int from = -1;
    for (String line : text.split("\n", -1)) {
      if (begin.reset(line).matches() && from < 0) {
        from = lines.size();
        String idea = TodoMark.withoutTodo(begin.group(2));
        answers.add(new Answer(from, from, begin.group(1), idea));
      } else if (line.strip().equals(END) && from >= 0) {
        Answer open = answers.remove(answers.size() - 1);
        answers.add(new Answer(from, lines.size(), open.indent(), open.idea()));
        from = -1;
      } else if (line.strip().startsWith("// BEGIN SOLUTION") || line.strip().equals(END)) {
        throw new KataFileException("answer-marked-on-one-side", name, line.strip());
      } else {
        lines.add(unmarked(line));
      }
    }
    if (from >= 0) {
      throw new KataFileException("answer-marked-on-one-side", name, "// BEGIN SOLUTION");
    }
  }

  private String unmarked(String line) {
    String code = withoutMark(line);
    if (!code.equals(line)) {
      decisive.add(code.strip());
    }
    return code;
  }

  static String withoutMark(String line) {
    return DECISIVE.matcher(line).replaceFirst("");
  }

  /**
   * Reads the solution of a kata.
   *
   * @throws KataFileException if the file is missing or no text
   */
  static Solution of(Kata kata, Path file) {
    return new Solution(kata.display(file), read(kata, file));
  }

  /** Reads a file that an author wrote. */
  static String read(Kata kata, Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new KataFileException("file-missing", kata.display(file));
    } catch (IOException e) {
      throw new KataFileException("file-unreadable", kata.display(file), e.toString());
    }
  }

  /**
   * Returns the name of the file.
   *
   * @return for example {@code solutions/kata03/InvertedDropout.java}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the solution without its marks, as a student may read it.
   *
   * @return the text of a class
   */
  public String model() {
    return String.join("\n", lines);
  }

  /**
   * Returns the solution with each answer replaced by a TODO.
   *
   * @return the text of a class
   * @throws KataFileException if no answer is marked
   */
  public String stub() {
    if (answers.isEmpty()) {
      throw new KataFileException("no-answer-marked", name);
    }
    List<String> stub = new ArrayList<>();
    int from = 0;
    for (Answer answer : answers) {
      stub.addAll(lines.subList(from, answer.from()));
      stub.add(answer.indent() + TodoMark.statement(answer.idea()));
      from = answer.to();
    }
    stub.addAll(lines.subList(from, lines.size()));
    return String.join("\n", stub);
  }

  /**
   * Returns the code that matters: without it, the kata is not solved.
   *
   * @return the lines that {@code // decisive} marks, without spaces around them
   */
  public List<String> decisive() {
    return List.copyOf(decisive);
  }

  /**
   * Returns the ideas of the answers, of which each becomes a TODO in the stub.
   *
   * @return a few words for each answer
   */
  public List<String> ideas() {
    return answers.stream().map(Answer::idea).toList();
  }

  /** The lines of {@link #model()}. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }
}
