package dojo.lab;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.machine.MissingException;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A notebook of the course, executed or not: its number, what it says first, what went wrong.
 *
 * @param file where it lies, for example {@code notebooks/05-dropout.ipynb}
 * @param content its JSON, in format 4
 */
public record Notebook(Path file, JsonNode content) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("(\\d+)[-_].*\\.ipynb");
  private static final String LANGUAGE = "\\p{Lower}{2,3}(-\\p{Alnum}+)*";
  private static final Pattern IMAGE =
      Pattern.compile("<img alt=\"[^>]*src=\"data:image/png;base64,[^>]*>");

  /**
   * Reads a notebook.
   *
   * @param file a file named like {@code 05-topic.ipynb}
   * @return the notebook
   * @throws MissingException if it cannot be read
   */
  public static Notebook read(Path file) {
    try {
      return new Notebook(file, JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new MissingException(
          Sentence.of(Notebook.class, "not-a-notebook", file),
          Sentence.of(Notebook.class, "restore-it", file),
          e);
    }
  }

  /** Writes it to its file, laid out as JupyterLab does. */
  void write() {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultIndenter one = new DefaultIndenter(" ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(separators).withObjectIndenter(one).withArrayIndenter(one);
    try {
      WholeFile.write(file, JSON.writer(printer).writeValueAsString(content) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of a notebook's file name; empty if it is no notebook of the course. */
  static Optional<Integer> numberOf(Path file) {
    Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  /**
   * Returns its number, which orders the course.
   *
   * @return the number its file name starts with; 0 if there is none
   */
  public int number() {
    return numberOf(file).orElse(0);
  }

  /**
   * Returns its name.
   *
   * @return the file's name without ending, for example {@code "05-dropout"}
   */
  public String name() {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ipynb$", "");
  }

  /**
   * Returns what it is called in every language.
   *
   * @return its name without the language: of {@code "05-dropout.zh"}, {@code "05-dropout"}
   */
  public String topic() {
    return name().replaceFirst("\\." + LANGUAGE + "$", "");
  }

  /**
   * Returns whether it is a translation.
   *
   * @return whether its name ends with a language, as in {@code "05-dropout.zh"}
   */
  public boolean isTranslation() {
    return !topic().equals(name());
  }

  /**
   * Returns its title, without its number.
   *
   * @return the first heading; its name if it has none
   */
  public String title() {
    return prose()
        .filter(line -> line.startsWith("#"))
        .findFirst()
        .map(line -> plain(line.replaceFirst("^#+\\s*(\\d+\\s*·\\s*)?", "")))
        .orElse(name());
  }

  /**
   * Returns the pictures that its cells show, each with its text alternative.
   *
   * @return {@code img} elements, in order; none before it is executed
   */
  public List<String> pictures() {
    return cells("code").stream()
        .flatMap(cell -> StreamSupport.stream(cell.path("outputs").spliterator(), false))
        .map(output -> text(output.path("data").path("text/html"), ""))
        .flatMap(html -> IMAGE.matcher(html).results().map(MatchResult::group))
        .toList();
  }

  /**
   * Returns what it is about.
   *
   * @return the first paragraph of prose; empty if it has none
   */
  public String summary() {
    return plain(
        prose()
            .dropWhile(line -> line.isBlank() || line.startsWith("#"))
            .takeWhile(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.joining(" ")));
  }

  /**
   * Returns the cells that are executed.
   *
   * @return the code cells that are not blank, in order
   */
  public List<JsonNode> codeCells() {
    return cells("code").stream().filter(cell -> !source(cell).isBlank()).toList();
  }

  /**
   * Returns what went wrong when this notebook was executed.
   *
   * @return the first error that a cell shows, if any
   */
  public Optional<Failure> failure() {
    List<JsonNode> cells = codeCells();
    for (int i = 0; i < cells.size(); i++) {
      for (JsonNode output : cells.get(i).path("outputs")) {
        if (output.path("output_type").asText().equals("error")) {
          int prompt = cells.get(i).path("execution_count").asInt(i + 1);
          return Optional.of(
              new Failure(
                  name(), prompt, i + 1, cells.size(), source(cells.get(i)), error(output)));
        }
      }
    }
    return Optional.empty();
  }

  /** The whole text of an error: for a cell that does not compile only the traceback has it. */
  private static String error(JsonNode output) {
    String traceback = text(output.path("traceback"), "\n").strip();
    return traceback.isEmpty()
        ? output.path("ename").asText() + ": " + output.path("evalue").asText()
        : traceback;
  }

  private Stream<String> prose() {
    return cells("markdown").stream().flatMap(cell -> (source(cell) + "\n\n").lines());
  }

  private List<JsonNode> cells(String type) {
    List<JsonNode> found = new ArrayList<>();
    content.path("cells").forEach(found::add);
    found.removeIf(cell -> !cell.path("cell_type").asText().equals(type));
    return found;
  }

  /**
   * Returns the source of a cell.
   *
   * @param cell a cell of a notebook
   * @return its text
   */
  public static String source(JsonNode cell) {
    return text(cell.path("source"), "");
  }

  /** Notebooks hold text as one string or as a list of lines. */
  static String text(JsonNode node, String between) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(between))
        : node.asText();
  }

  /** Removes the marks of links, emphasis and code from a line of markdown. */
  private static String plain(String markdown) {
    return markdown
        .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .replaceAll("(\\*\\*|__|\\*|`)(.+?)\\1", "$2")
        .strip();
  }
}
