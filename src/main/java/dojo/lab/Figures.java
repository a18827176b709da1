package dojo.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.machine.WholeFile;
import dojo.words.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The figures that an executed notebook shows: its numbers, by cell, without the words around them.
 * They are the same on every machine and in every language, digit by digit.
 *
 * <p>A figure is a number in what a cell printed, in its value, in a table, among those that a
 * chart is held by. A number that the author wrote in quotes, as in {@code "after 60 epochs"}, is
 * none; nor is one in a cell that tells of the reader's machine or work: such a cell has the tag
 * {@code machine}.
 *
 * @param code a fingerprint of the code that makes them: of the names and the code of all cells,
 *     without words for readers
 * @param lines the numbers, as printed
 */
public record Figures(String code, List<Line> lines) {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.])-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|\\d+(\\.\\d+)?|NaN|∞");

  private static final Pattern PICTURE =
      Pattern.compile("<img [^>]*data-figures=\"([^\"]*)\"[^>]*>");

  /** Its data are behind the figures, and a line below a picture says so in other words. */
  private static final Pattern CAPTION = Pattern.compile("(?s)<figcaption.*?</figcaption>");

  /** What a claim prints behind its statistic: no figures, but the mark of many. */
  private static final Pattern ORIGIN = Pattern.compile("(?m)^(✔.*) \\[[^\\[\\]]*[0-9a-f]{16}\\]$");

  /**
   * The numbers in one line that a cell shows.
   *
   * @param cell the name of the cell
   * @param numbers at least one
   */
  public record Line(String cell, List<String> numbers) {
    @Override
    public String toString() {
      return cell + ": " + String.join(" ", numbers);
    }
  }

  /**
   * Returns the figures of an executed notebook.
   *
   * @param executed the notebook, with its outputs
   * @return its figures, in order
   */
  public static Figures of(Notebook executed) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode cell : executed.codeCells()) {
      if (isOfTheMachine(cell)) {
        continue;
      }
      List<String> words = new CellCode(Notebook.source(cell)).quoted();
      for (JsonNode output : cell.path("outputs")) {
        shown(output)
            .lines()
            .map(line -> new Line(cell.path("id").asText(), numbers(line, words)))
            .filter(line -> !line.numbers().isEmpty())
            .forEach(lines::add);
      }
    }
    return new Figures(code(executed), lines);
  }

  private static boolean isOfTheMachine(JsonNode cell) {
    return cell.path("metadata").path("tags").toString().contains("\"machine\"");
  }

  /** Returns the fingerprint of a notebook's code: rewording and translating leave it as it is. */
  static String code(Notebook notebook) {
    StringBuilder code = new StringBuilder();
    for (JsonNode cell : notebook.codeCells()) {
      code.append(cell.path("id").asText()).append(isOfTheMachine(cell) ? "!" : ":");
      code.append(new CellCode(Notebook.source(cell)).numbers()).append('\n');
    }
    return Fingerprint.of(code.toString());
  }

  /** The text among the forms of an output that a notebook would show. */
  private static String shown(JsonNode output) {
    JsonNode data = output.path("data");
    if (output.path("name").asText().equals("stdout")) {
      return ORIGIN.matcher(Notebook.text(output.path("text"), "")).replaceAll("$1");
    }
    if (data.has("image/png")) {
      return "";
    }
    return data.has("text/html")
        ? plain(Notebook.text(data.path("text/html"), ""))
        : Notebook.text(data.path("text/plain"), "");
  }

  /** A line for each row of a table and each line that a picture holds. */
  private static String plain(String html) {
    String bare = CAPTION.matcher(html).replaceAll("");
    return PICTURE
        .matcher(bare.replaceAll("\\s*</t[hd]>\\s*", " ").replaceAll("\\s*</tr>\\s*", "\n"))
        .replaceAll("\n$1\n")
        .replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** The numbers of a line; those in the author's own words are left out. */
  private static List<String> numbers(String line, List<String> words) {
    String rest = line;
    for (String word : words) {
      if (word.matches(".*\\d.*") && !word.matches("[\\d.]+")) {
        rest = rest.replaceAll("(?<![\\d.])" + Pattern.quote(word) + "(?!\\d)", " ");
      }
    }
    return NUMBER.matcher(rest).results().map(MatchResult::group).toList();
  }

  /** Reads figures from a file. */
  static Figures read(Path file) {
    try {
      List<String> all =
          Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
      return new Figures(
          all.get(0),
          all.stream()
              .skip(1)
              .map(line -> line.split(": ", 2))
              .map(parts -> new Line(parts[0], List.of(parts[1].split(" ", -1))))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes these figures to a file, below a heading. */
  void write(Path file, String heading) {
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    try {
      Files.createDirectories(file.resolveSibling(""));
      WholeFile.write(file, heading.indent(0).replaceAll("(?m)^", "# ") + code + "\n" + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
