package dojo.book;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.experiment.Claim;
import dojo.experiment.PrintedClaim;
import dojo.lab.Notebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the claims of a notebook in what its cells printed, by the words with which a {@link Claim}
 * prints itself.
 */
final class Claims {
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern CLAIMED =
      Pattern.compile("Claim\\s*\\.\\s*that\\(\\s*" + LITERAL.pattern() + "\\s*[,)]");

  /** The seeds and the fingerprint in brackets at the end. */
  private static final Pattern MARKED = Pattern.compile("(.*) \\[([^\\[\\]]*[0-9a-f]{16})\\]");

  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  /** Where a sentence ends and its statistic begins. */
  private static final String END = ": ";

  private final PrintedClaim printed;

  private Claims(PrintedClaim printed) {
    this.printed = printed;
  }

  /**
   * Returns the claims of a notebook, in order.
   *
   * @param notebook the notebook, executed or not
   * @param language the language of the words around its claims
   */
  static List<Stated> of(Notebook notebook, Locale language) {
    Claims claims = new Claims(PrintedClaim.in(language));
    List<String> literals = new ArrayList<>();
    notebook.codeCells().forEach(cell -> literals.addAll(literals(LITERAL, Notebook.source(cell))));
    return notebook.codeCells().stream().flatMap(cell -> claims.in(cell, literals)).toList();
  }

  private Stream<Stated> in(JsonNode cell, List<String> literals) {
    String name = cell.path("id").asText();
    if (cell.path("execution_count").isNull() || cell.path("execution_count").isMissingNode()) {
      return literals(CLAIMED, Notebook.source(cell)).stream()
          .map(sentence -> new Stated(sentence, "", "", Stated.State.UNCHECKED, name));
    }
    List<Stated> found = new ArrayList<>();
    for (JsonNode output : cell.path("outputs")) {
      for (String line : texts(printed.held(), joined(output.path("text")))) {
        found.add(held(line, name, literals));
      }
      refuted(output, name).ifPresent(found::add);
    }
    return found.stream();
  }

  /** What a claim printed, and the mark at its end; empty if it has none. */
  private record Marked(String text, String mark) {
    static Marked of(String printed) {
      Matcher marked = MARKED.matcher(printed);
      return marked.matches()
          ? new Marked(marked.group(1), marked.group(2))
          : new Marked(printed, "");
    }
  }

  private static Stated held(String line, String cell, List<String> literals) {
    Marked marked = Marked.of(line);
    String claim = marked.text();
    int end = end(claim, literals);
    return new Stated(
        claim.substring(0, end),
        claim.substring(Math.min(claim.length(), end + END.length())),
        marked.mark(),
        Stated.State.HOLDS,
        cell);
  }

  private Optional<Stated> refuted(JsonNode output, String cell) {
    String error = output.path("evalue").asText() + "\n" + joined(output.path("traceback"));
    Matcher fallen = printed.refuted().matcher(COLOUR.matcher(error).replaceAll(""));
    if (!fallen.find()) {
      return Optional.empty();
    }
    Marked marked = Marked.of(fallen.group(2).strip());
    return Optional.of(
        new Stated(fallen.group(1), marked.text(), marked.mark(), Stated.State.REFUTED, cell));
  }

  /**
   * Both the sentence and its statistic may hold a colon. The sentence ends as a text in quotes
   * does that stands in the code; if none does, the last colon must be the one.
   */
  private static int end(String line, List<String> literals) {
    return IntStream.range(0, line.length())
        .filter(at -> line.startsWith(END, at))
        .boxed()
        .max(
            Comparator.<Integer>comparingInt(at -> longest(line.substring(0, at), literals))
                .thenComparingInt(at -> at))
        .orElse(line.length());
  }

  private static int longest(String sentence, List<String> literals) {
    return literals.stream().filter(sentence::endsWith).mapToInt(String::length).max().orElse(0);
  }

  private static List<String> literals(Pattern pattern, String code) {
    return texts(pattern, code).stream().map(Claims::read).toList();
  }

  private static List<String> texts(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** A text in quotes, as the compiler reads it. */
  private static String read(String literal) {
    try {
      return literal.translateEscapes();
    } catch (IllegalArgumentException noJava) {
      return literal;
    }
  }

  private static String joined(JsonNode lines) {
    if (!lines.isArray()) {
      return lines.asText();
    }
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.asText()));
    return text.toString();
  }
}
