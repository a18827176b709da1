package dojo.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.words.Fingerprint;
import dojo.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A notebook in a second language. It lies beside the original, so that paths such as {@code
 * ../target} hold for both: {@code 05-dropout.zh.ipynb} beside {@code 05-dropout.ipynb}. It has the
 * same cells under the same names, with the same code but for the words in it, and is held to the
 * same figures.
 *
 * <p>Each cell with words carries a mark of those that it translates. When those change, the
 * translation is stale.
 *
 * @param original the notebook as it was first written
 * @param tag the second language, as in the file's name: {@code zh}
 */
public record Translation(Notebook original, String tag) {
  /** The language in which notebooks are first written. */
  public static final Locale ORIGINAL = Locale.ENGLISH;

  private static final String MARK = "translates";

  /** Two words of two letters: a sentence or a title, which no two languages share. */
  private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}[\\s,;:]+\\p{L}{2,}");

  /**
   * Returns a notebook in another language.
   *
   * @param original the notebook as it was first written
   * @param language the language to read
   * @return its translation, for a region or else for the language; empty if there is none
   */
  static Optional<Notebook> of(Notebook original, Locale language) {
    return Stream.of(language.toLanguageTag(), language.getLanguage())
        .map(tag -> new Translation(original, tag).file())
        .filter(Files::exists)
        .findFirst()
        .map(Notebook::read);
  }

  /**
   * Returns where it lies.
   *
   * @return the file, which may not exist
   */
  public Path file() {
    return original.file().resolveSibling(original.name() + "." + tag + ".ipynb");
  }

  /**
   * Returns what is wrong with it.
   *
   * @param language the language in which to say it
   * @return a sentence with its remedy; empty if it is complete and in step with the original
   */
  public Optional<String> trouble(Locale language) {
    Words words = Words.of(Translation.class, language);
    String command = "./dojo translate %s %02d".formatted(tag, original.number());
    if (!Files.exists(file())) {
      return Optional.of(words.say("translation-is-missing", file(), command));
    }
    if (!isInStep()) {
      return Optional.of(words.say("translation-is-stale", file(), command));
    }
    Notebook translated = Notebook.read(file());
    Map<String, JsonNode> cells = cells(original.content());
    List<String> untranslated =
        cells(translated.content()).entrySet().stream()
            .filter(cell -> isUntranslated(cell(cells, cell.getKey()), cell.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return untranslated.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("not-translated", file(), String.join(", ", untranslated)));
  }

  /**
   * Brings it in step with the original, or begins it. What is translated already stays. Where the
   * original was reworded, its new words stand before the old translation.
   *
   * @return the file
   */
  public Path write() {
    JsonNode old = Files.exists(file()) ? Notebook.read(file()).content() : original.content();
    new Notebook(file(), refresh(old)).write();
    return file();
  }

  /**
   * Returns whether it has the cells of the original, and translates the words that are there now.
   *
   * @return whether {@link #write} would change nothing; false if it was not begun
   */
  public boolean isInStep() {
    return Files.exists(file()) && isInStep(Notebook.read(file()).content());
  }

  private boolean isInStep(JsonNode translated) {
    JsonNode should = refresh(translated).path("cells");
    JsonNode is = translated.path("cells");
    boolean same = should.size() == is.size();
    for (int i = 0; same && i < is.size(); i++) {
      same = content(should.get(i)).equals(content(is.get(i)));
    }
    return same;
  }

  private static List<Object> content(JsonNode cell) {
    JsonNode metadata = cell.path("metadata");
    return List.of(
        cell.path("id"),
        cell.path("cell_type"),
        metadata.path("tags"),
        metadata.path(MARK),
        Notebook.source(cell));
  }

  /** Returns the original with those words of a translation that still translate it. */
  private ObjectNode refresh(JsonNode old) {
    Map<String, JsonNode> translated = cells(old);
    ObjectNode notebook = original.content().deepCopy();
    for (JsonNode cell : notebook.path("cells")) {
      String mark = mark(cell);
      JsonNode before = cell(translated, cell.path("id").asText());
      String marked = before.path("metadata").path(MARK).asText();
      String source = Notebook.source(cell);
      if (!mark.isEmpty()) {
        ((ObjectNode) cell.path("metadata")).put(MARK, mark);
      }
      if (marked.equals(mark)) {
        put(cell, isCode(cell) ? reworded(source, before) : Notebook.source(before));
      } else if (!marked.isEmpty() && !isCode(cell)) {
        put(cell, source + "\n\n" + Notebook.source(before));
      }
    }
    return notebook;
  }

  /** The code of a cell with the words of its translation. */
  private static String reworded(String source, JsonNode translated) {
    CellCode code = new CellCode(source);
    List<String> words = new CellCode(Notebook.source(translated)).words();
    return words.size() == code.words().size() ? code.with(words) : source;
  }

  private static boolean isUntranslated(JsonNode original, JsonNode translated) {
    String source = Notebook.source(original);
    if (!isCode(original)) {
      return SENTENCE.matcher(source).find() && Notebook.source(translated).contains(source);
    }
    List<String> words = new ArrayList<>(new CellCode(source).words());
    words.retainAll(new CellCode(Notebook.source(translated)).words());
    return words.stream().anyMatch(word -> SENTENCE.matcher(word).find());
  }

  /** A mark of the words of a cell, which changes when they do; empty if it has none. */
  private static String mark(JsonNode cell) {
    String source = Notebook.source(cell);
    String words = isCode(cell) ? String.join("\n", new CellCode(source).words()) : source;
    return words.isEmpty() ? "" : Fingerprint.of(words);
  }

  private static boolean isCode(JsonNode cell) {
    return cell.path("cell_type").asText().equals("code");
  }

  private static Map<String, JsonNode> cells(JsonNode notebook) {
    Map<String, JsonNode> cells = new LinkedHashMap<>();
    notebook.path("cells").forEach(cell -> cells.put(cell.path("id").asText(), cell));
    return cells;
  }

  private static JsonNode cell(Map<String, JsonNode> cells, String name) {
    return cells.getOrDefault(name, MissingNode.getInstance());
  }

  private static void put(JsonNode cell, String source) {
    ArrayNode lines = ((ObjectNode) cell).putArray("source");
    Pattern.compile("(?<=\n)").splitAsStream(source).forEach(lines::add);
  }
}
