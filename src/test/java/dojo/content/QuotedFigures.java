package dojo.content;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.Notebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers of a notebook's prose against those that its full run prints.
 *
 * <p>A number with a decimal point or a percent sign must be one of the held figures, to the digit;
 * a sentence that names another notebook may quote that one's. No figures are the numbers of a
 * formula or in the font of code; settings, which the code or a formula has, too; what a sentence
 * with a citation, or a quotation behind {@code >}, reports of others, a table below that sentence
 * included; and whatever the exercises ask the reader to set.
 *
 * @param figures the folder of the held figures
 */
record QuotedFigures(Path figures) {
  private static final String DIGITS = "\\d[\\d,]*";

  private static final Pattern QUOTED =
      Pattern.compile(
          "(?<!(?i:section|table|figure|equation|appendix|python|version)s? )(?<![\\w.,/])"
              + "(?:(?<percent>"
              + DIGITS
              + "(?:\\.\\d+)?)[\\s\u00a0]?(?:%|per ?cent\\b|percentage points?\\b)"
              + "|(?<decimal>"
              + DIGITS
              + "\\.\\d+)(?!\\.?\\d|\\w))");

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.])\\d[\\d_,]*(\\.\\d+)?([eE]-?\\d+)?");
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?:])\\s+(?=[\\p{Lu}*\\[(])|\\n(?!\\n*\\|)");
  private static final Pattern CITATION =
      Pattern.compile(
          Pattern.quote(Prose.OUTSIDE)
              + "|\\b(?:[Ss]ection|[Tt]able|[Ff]igure|[Aa]ppendix) [A-Z]?\\d"
              + "|et al\\.|\\(abstract\\)"
              + "|(?:et al\\.|\\b(?:and|&) \\p{Lu}\\p{L}+),? \\(?(?:19|20)\\d\\d|\\((?:19|20)\\d\\d");

  private static final Pattern NOTEBOOK =
      Pattern.compile("[Nn]otebooks? (\\d\\d)(?: and (\\d\\d))?");

  /** Returns each number that no run prints, a line each. */
  List<String> problems(Notebook notebook) {
    Prose prose = Prose.of(notebook);
    Set<BigDecimal> settings = settings(notebook, prose);
    Set<String> own = held(notebook.topic());
    List<String> problems = new ArrayList<>();
    for (Prose.Part part : prose.words()) {
      String text = part.text().replaceAll("(?s)## Exercises.*?(?=\\n## |$)", "");
      for (String sentence : SENTENCE_END.split(text)) {
        if (sentence.startsWith(">") || CITATION.matcher(sentence).find()) {
          continue;
        }
        Set<String> printed = new HashSet<>(own);
        NOTEBOOK.matcher(sentence).results().forEach(named -> printed.addAll(held(named)));
        quoted(sentence).stream()
            .filter(number -> !printed.contains(number.text))
            .filter(number -> !number.isAmong(settings))
            .map(
                number ->
                    prose.problem(
                        part,
                        number.text
                            + " is no setting, and the full run does not print it: quote a figure to"
                            + " the digit, cite its paper in the same sentence, or leave it out: "
                            + sentence.strip()))
            .forEach(problems::add);
      }
    }
    return problems;
  }

  /** A number as it is written. */
  private record Quoted(String text, boolean percent) {
    boolean isAmong(Set<BigDecimal> settings) {
      BigDecimal value = value(text);
      return settings.contains(value)
          || percent && settings.contains(value.movePointLeft(2).stripTrailingZeros());
    }
  }

  private static List<Quoted> quoted(String sentence) {
    List<Quoted> found = new ArrayList<>();
    Matcher number = QUOTED.matcher(sentence);
    while (number.find()) {
      boolean percent = number.group("percent") != null;
      found.add(new Quoted(number.group(percent ? "percent" : "decimal"), percent));
    }
    return found;
  }

  private static Set<BigDecimal> settings(Notebook notebook, Prose prose) {
    Set<BigDecimal> settings = new TreeSet<>();
    Stream<String> code =
        notebook.codeCells().stream().map((JsonNode cell) -> Notebook.source(cell));
    Stream.concat(code, prose.formulas().stream().map(Prose.Part::text))
        .flatMap(text -> NUMBER.matcher(text).results())
        .forEach(number -> settings.add(value(number.group())));
    return settings;
  }

  private static BigDecimal value(String number) {
    return new BigDecimal(number.replaceAll("[_,]", "")).stripTrailingZeros();
  }

  private Set<String> held(MatchResult named) {
    Set<String> numbers = new HashSet<>();
    for (int i = 1; i <= named.groupCount() && named.group(i) != null; i++) {
      try (var files = Files.newDirectoryStream(figures, named.group(i) + "-*.full.txt")) {
        files.forEach(file -> numbers.addAll(numbers(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return numbers;
  }

  private Set<String> held(String topic) {
    Path file = figures.resolve(topic + ".full.txt");
    return Files.exists(file) ? numbers(file) : Set.of();
  }

  private static Set<String> numbers(Path file) {
    Set<String> numbers = new HashSet<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .filter(line -> line.contains(": ") && !line.startsWith("#"))
          .map(
              line ->
                  line.substring(line.indexOf(": ") + 2).replaceAll("(^| )-", "$1").split(" ", -1))
          .forEach(line -> numbers.addAll(List.of(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers;
  }
}
