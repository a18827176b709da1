package dojo.kata;

import dojo.words.Shown;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a student reads about a verdict, in one language: typed parts, so that each reader lays them
 * out in their own way.
 *
 * <pre>{@code
 * report.toString()  // text, as in Maven and in an editor
 * report.html()      // for a notebook: show(report)
 * report.parts()     // for a terminal, which knows its width
 * }</pre>
 *
 * @param parts from top to bottom
 */
public record Report(List<Part> parts) implements Shown {

  /**
   * Keeps a copy.
   *
   * @param parts from top to bottom
   */
  public Report {
    parts = List.copyOf(parts);
  }

  /** A part of a report. */
  public sealed interface Part {}

  /**
   * All tests at a glance, for readers who have room for it.
   *
   * @param caption the kata and how it stands
   * @param tests in the order of the source
   */
  public record Overview(String caption, List<Line> tests) implements Part {}

  /**
   * How one test stands.
   *
   * @param state how it stands
   * @param word the same in the language of the report
   * @param test the name of the test as a sentence
   * @param diagnosis the id of the mistake that was recognised, or an empty text
   */
  public record Line(State state, String word, String test, String diagnosis) {}

  /**
   * What a failure is about: the kata and the test.
   *
   * @param text one line
   */
  public record Heading(String text) implements Part {}

  /**
   * How a bug that is to be found shows itself.
   *
   * @param text one sentence
   */
  public record Symptom(String text) implements Part {}

  /**
   * One or a few sentences.
   *
   * @param text without line breaks, unless it quotes what has some
   */
  public record Paragraph(String text) implements Part {}

  /**
   * Named values beside each other.
   *
   * @param columns from left to right
   */
  public record Table(List<Column> columns) implements Part {

    /**
     * Keeps a copy.
     *
     * @param columns from left to right
     */
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A named value.
   *
   * @param name its name
   * @param lines its rows, whose cells are aligned by spaces
   */
  public record Column(String name, List<String> lines) {}

  /**
   * The mistake that was recognised.
   *
   * @param text its id and its sentence
   */
  public record Diagnosis(String text) implements Part {}

  /**
   * How to go on.
   *
   * @param text the hint and the command that shows it
   */
  public record Hint(String text) implements Part {}

  /**
   * Where to look.
   *
   * @param file a path that a terminal and an editor open
   * @param line from 1; 0 if the whole file is meant
   */
  public record Place(String file, long line) implements Part {}

  /**
   * What the student's class printed.
   *
   * @param title what comes now
   * @param text what was printed
   */
  public record Printed(String title, String text) implements Part {}

  /**
   * Returns the report with its sentences laid out, for example broken into lines.
   *
   * @param layout what becomes of a paragraph, of a symptom and of a diagnosis
   * @return a changed copy
   */
  public Report withSentences(UnaryOperator<String> layout) {
    return new Report(
        parts.stream()
            .map(
                part ->
                    part instanceof Paragraph paragraph
                        ? new Paragraph(layout.apply(paragraph.text()))
                        : part instanceof Diagnosis diagnosis
                            ? new Diagnosis(layout.apply(diagnosis.text()))
                            : part instanceof Symptom symptom
                                ? new Symptom(layout.apply(symptom.text()))
                                : part)
            .toList());
  }

  /**
   * Returns the report with its tables parted where they are too wide.
   *
   * @param width how many columns a line of {@link #toString} may take; a value that is wider alone
   *     stays whole
   * @return a changed copy, in which values that have no room beside each other stand below each
   *     other
   */
  public Report withTables(int width) {
    return new Report(
        parts.stream()
            .flatMap(
                part ->
                    part instanceof Table table
                        ? ReportText.bands(table, width).stream()
                        : Stream.of(part))
            .toList());
  }

  /**
   * Returns the report as HTML, for a notebook: {@code show(report)}.
   *
   * @return a fragment of HTML
   */
  @Override
  public String html() {
    return writable(ReportHtml.of(this));
  }

  /**
   * Returns the report as text.
   *
   * @return several lines
   */
  @Override
  public String toString() {
    return writable(ReportText.of(this));
  }

  /** What a student wrote may hold half a character; most files and streams refuse it. */
  private static String writable(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8); // with a question mark in its place
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
