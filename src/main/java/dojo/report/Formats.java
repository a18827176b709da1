package dojo.report;

import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Formats in which results are written.
 *
 * @param all in the order in which an instructor is told of them
 */
public record Formats(List<Format> all) {

  private static final Set<String> USUAL = Set.of("html");

  /**
   * Keeps a copy.
   *
   * @param all the formats
   */
  public Formats {
    all = List.copyOf(all);
  }

  /**
   * Returns all formats that there are.
   *
   * @param settings what some of them need
   * @return the formats
   */
  public static Formats of(FormatSettings settings) {
    return new Formats(
        List.of(
            new HtmlPages(),
            new JUnitXml(),
            new Gradescope(),
            new Classroom50(settings.environment()),
            new GitHubSummary(),
            new Exercism(),
            new CanvasCsv(settings.gradebook(), settings.column()),
            new MoodleCsv()));
  }

  /**
   * Returns the formats of whoever names none: those that a person reads.
   *
   * @return the pages, if they are among these formats
   */
  public Formats usual() {
    return new Formats(all.stream().filter(format -> USUAL.contains(format.name())).toList());
  }

  /**
   * Returns some of these formats.
   *
   * @param names their names
   * @return those formats, in the order of the names, each once
   * @throws MissingException if there is none of such a name
   */
  public Formats named(List<String> names) {
    List<Format> named = new ArrayList<>();
    for (String name : names.stream().distinct().toList()) {
      named.add(
          all.stream()
              .filter(format -> format.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name)));
    }
    return new Formats(named);
  }

  /**
   * Returns the names of these formats.
   *
   * @return in their order
   */
  public List<String> names() {
    return all.stream().map(Format::name).toList();
  }

  private MissingException unknown(String name) {
    return new MissingException(
        Sentence.of(Formats.class, "no-such-format", name),
        Sentence.of(Formats.class, "choose-formats", String.join(", ", names())));
  }

  /**
   * Writes results in each of these formats; one that lacks what it needs keeps no other back.
   *
   * @param results the results
   * @param into the folder for them, which is made if it is not there
   * @return what the instructor should know
   * @throws MissingException if a format lacks what it needs
   * @throws UncheckedIOException if a file cannot be written
   */
  public List<Sentence> write(ClassResults results, Path into) {
    List<Sentence> notes = new ArrayList<>();
    List<MissingException> lacking = new ArrayList<>();
    try {
      Files.createDirectories(into);
      for (Format format : all) {
        try {
          notes.addAll(format.write(results, into));
        } catch (MissingException e) {
          lacking.add(e);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!lacking.isEmpty()) {
      throw lacking.get(0);
    }
    return notes;
  }
}
