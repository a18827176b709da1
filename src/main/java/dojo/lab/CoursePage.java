package dojo.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.machine.Project;
import dojo.machine.WholeFile;
import dojo.words.Shown;
import dojo.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The front page of the course: one self-contained file that leads to every executed notebook.
 *
 * @param folder the folder that holds the executed notebooks and their pages
 */
public record CoursePage(Path folder) {

  /**
   * Writes the page for the notebooks that have been executed, in this run or an earlier one.
   *
   * @param course all notebooks of the course; those never executed are left out
   * @param katas all katas, which the page lists
   * @param language the reader's language
   * @return the page
   */
  public Path write(Notebooks course, List<Kata> katas, Locale language) {
    Words words = Words.of(CoursePage.class, language);
    Notebooks executed =
        new Notebooks(
            course.all().stream()
                .map(notebook -> folder.resolve(notebook.name() + ".ipynb"))
                .filter(Files::exists)
                .map(Notebook::read)
                .toList());
    String cards =
        executed.all().stream()
            .map(notebook -> card(notebook, katas, words))
            .collect(Collectors.joining("\n"));
    try (InputStream in = CoursePage.class.getResourceAsStream("course.html")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks dojo/lab/course.html");
      }
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Path page = folder.resolve("index.html");
      WholeFile.write(
          page,
          template
              .replace("<!--language-->", words.say("course-language"))
              .replace("<!--title-->", Shown.escaped(words.say("course-title")))
              .replace("<!--promise-->", Shown.escaped(words.say("course-promise")))
              .replace("<!--facts-->", Shown.escaped(facts(executed.all(), words)))
              .replace("<!--cards-->", cards)
              .replace("<!--katas-title-->", Shown.escaped(words.say("katas-title")))
              .replace("<!--katas-promise-->", Shown.escaped(words.say("katas-promise")))
              .replace("<!--katas-->", katas(katas, language)));
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line for each kata; of one whose files are damaged, its number. */
  private static String katas(List<Kata> katas, Locale language) {
    return katas.stream()
        .map(
            kata ->
                "<li id=\"%s\"><span class=\"number\">%s</span> %s <code>./dojo check %s</code></li>"
                    .formatted(
                        kata.name(),
                        kata.label(),
                        Shown.escaped(known(() -> kata.words(language).title())),
                        kata.label()))
        .collect(Collectors.joining("\n"));
  }

  private static String known(Supplier<String> text) {
    try {
      return text.get();
    } catch (KataFileException damaged) {
      return "";
    }
  }

  /** The katas of a notebook, which lead to the list of all. */
  private static String katas(Notebook notebook, List<Kata> katas, Words words) {
    String own =
        katas.stream()
            .filter(kata -> known(() -> kata.plan().notebook()).equals(notebook.topic()))
            .map(kata -> "<a href=\"#%s\">%s</a>".formatted(kata.name(), kata.label()))
            .collect(Collectors.joining(" "));
    return own.isEmpty() ? "" : " · " + Shown.escaped(words.say("card-katas")) + " " + own;
  }

  private static String card(Notebook notebook, List<Kata> katas, Words words) {
    JsonNode run = notebook.content().path("metadata").path("dojo");
    String failed =
        notebook
            .failure()
            .map(
                f ->
                    " · <strong>"
                        + Shown.escaped(words.say("card-stopped-at", f.prompt()))
                        + "</strong>")
            .orElse("");
    return """
        <li%s><span class="number">%02d</span><div>
        <h2><a href="%s.html">%s</a></h2>
        <p>%s</p>
        <p class="facts">%s%s%s · <a href="%s.html">%s</a> · <a href="%s.ipynb">%s</a>%s</p>
        <a class="pictures" href="%s.html">%s</a>
        </div></li>"""
        .formatted(
            failed.isEmpty() ? "" : " class=\"failed\"",
            notebook.number(),
            Shown.escaped(notebook.name()),
            Shown.escaped(notebook.title()),
            Shown.escaped(notebook.summary()),
            Shown.escaped(words.say("card-seconds", run.path("seconds").asDouble())),
            run.path("quick").asBoolean()
                ? " · " + Shown.escaped(words.say("card-quick-mode"))
                : "",
            failed,
            Shown.escaped(notebook.name()),
            Shown.escaped(words.say("card-read")),
            Shown.escaped(notebook.name()),
            Shown.escaped(words.say("card-notebook")),
            katas(notebook, katas, words),
            Shown.escaped(notebook.name()),
            String.join("", notebook.pictures()));
  }

  private static String facts(List<Notebook> executed, Words words) {
    TreeSet<String> facts = new TreeSet<>();
    for (Notebook notebook : executed) {
      JsonNode metadata = notebook.content().path("metadata");
      String kernel = metadata.path("dojo").path("kernel").asText();
      if (!kernel.isEmpty()) {
        String version = metadata.path("language_info").path("version").asText();
        facts.add(words.say("kernel-on-jdk", kernel, version));
      }
    }
    return "Dropout Dojo " + Project.version() + " · " + String.join(" · ", facts);
  }
}
