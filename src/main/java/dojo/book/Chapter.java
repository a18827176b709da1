package dojo.book;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.Failure;
import dojo.lab.Notebook;
import dojo.machine.MissingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the book says of a notebook, and how its last run went.
 *
 * @param number two digits
 * @param topic its name in every language
 * @param name its name
 * @param page the file of its page
 * @param title its title, without the number
 * @param question what it asks, in Markdown
 * @param minutes for its reading; 0 if it gives none
 * @param needs the topics of the notebooks that it builds on
 * @param katas the labels of its katas
 * @param papers what it rests on
 * @param source the file to show: the executed notebook, or the one that was never run
 * @param executed whether it was run here
 * @param quick whether that was in quick mode
 * @param seconds how long the run took
 * @param kernel the kernel of the run
 * @param java the JDK of the run
 * @param stopped the prompt of the cell that failed; 0 if none did
 */
record Chapter(
    String number,
    String topic,
    String name,
    String page,
    String title,
    String question,
    int minutes,
    List<String> needs,
    List<String> katas,
    List<Paper> papers,
    String source,
    boolean executed,
    boolean quick,
    double seconds,
    String kernel,
    String java,
    int stopped) {

  /** What a run has left; nothing if that was cut off, so that it counts as not run. */
  private static Optional<Notebook> executed(Path run) {
    try {
      return Optional.of(run)
          .filter(Files::exists)
          .map(Notebook::read)
          .filter(notebook -> notebook.content().path("cells").isArray())
          .filter(notebook -> notebook.content().has("nbformat"));
    } catch (MissingException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Gathers the facts.
   *
   * @param notebook the notebook in the reader's language
   * @param original the same in the language in which it was written
   * @param output the folder of executed notebooks
   * @param katas all katas
   * @param readme the text of the project's README
   */
  static Chapter of(
      Notebook notebook, Notebook original, Path output, List<Exercise> katas, String readme) {
    Path run = output.resolve(notebook.name() + ".ipynb");
    Optional<Notebook> left = executed(run);
    boolean executed = left.isPresent();
    Notebook shown = left.orElse(notebook);
    JsonNode metadata = shown.content().path("metadata");
    JsonNode facts = metadata.path("dojo");
    return new Chapter(
        String.format(Locale.ROOT, "%02d", notebook.number()),
        notebook.topic(),
        notebook.name(),
        notebook.name() + ".html",
        shown.title(),
        Introduction.question(shown),
        ReadingTime.of(original),
        Introduction.needs(original),
        katas.stream()
            .filter(kata -> kata.chapter().equals(notebook.topic()))
            .map(Exercise::label)
            .toList(),
        Paper.of(notebook.topic(), readme),
        shown.file().toAbsolutePath().toString(),
        executed,
        executed && facts.path("quick").asBoolean(),
        facts.path("seconds").asDouble(),
        facts.path("kernel").asText(),
        metadata.path("language_info").path("version").asText(),
        executed ? shown.failure().map(Failure::prompt).orElse(0) : 0);
  }
}
