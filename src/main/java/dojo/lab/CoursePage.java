package dojo.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.machine.Project;
import dojo.words.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
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
   * @return the page
   */
  public Path write(Notebooks course) {
    Notebooks executed =
        new Notebooks(
            course.all().stream()
                .map(notebook -> folder.resolve(notebook.name() + ".ipynb"))
                .filter(Files::exists)
                .map(Notebook::read)
                .toList());
    String cards = executed.all().stream().map(CoursePage::card).collect(Collectors.joining("\n"));
    try (InputStream in = CoursePage.class.getResourceAsStream("course.html")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks dojo/lab/course.html");
      }
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Path page = folder.resolve("index.html");
      Files.writeString(
          page,
          template
              .replace("<!--cards-->", cards)
              .replace("<!--facts-->", Shown.escaped(facts(executed.all()))));
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String card(Notebook notebook) {
    JsonNode run = notebook.content().path("metadata").path("dojo");
    String failed =
        notebook
            .failure()
            .map(f -> " · <strong>stopped at In [" + f.prompt() + "]</strong>")
            .orElse("");
    return """
        <li%s><span class="number">%02d</span><div>
        <h2><a href="%s.html">%s</a></h2>
        <p>%s</p>
        <p class="facts">%s%s%s · <a href="%s.html">read</a> · <a href="%s.ipynb">notebook</a></p>
        <a class="pictures" href="%s.html">%s</a>
        </div></li>"""
        .formatted(
            failed.isEmpty() ? "" : " class=\"failed\"",
            notebook.number(),
            Shown.escaped(notebook.name()),
            Shown.escaped(notebook.title()),
            Shown.escaped(notebook.summary()),
            String.format(Locale.ROOT, "%.1f s", run.path("seconds").asDouble()),
            run.path("quick").asBoolean() ? " · quick mode" : "",
            failed,
            Shown.escaped(notebook.name()),
            Shown.escaped(notebook.name()),
            Shown.escaped(notebook.name()),
            String.join("", notebook.pictures()));
  }

  private static String facts(List<Notebook> executed) {
    TreeSet<String> facts = new TreeSet<>();
    for (Notebook notebook : executed) {
      JsonNode metadata = notebook.content().path("metadata");
      String kernel = metadata.path("dojo").path("kernel").asText();
      if (!kernel.isEmpty()) {
        facts.add(kernel + " on JDK " + metadata.path("language_info").path("version").asText());
      }
    }
    return "Dropout Dojo " + Project.version() + " · " + String.join(" · ", facts);
  }
}
