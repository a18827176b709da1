package dojo.book;

import dojo.lab.Jupyter;
import dojo.lab.NotebookSettings;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A course of a few files, and its book.
 *
 * @param home its folder
 */
record SmallCourse(Path home) {
  void put(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
  }

  /** Puts a notebook of which these are the cells, as JSON. */
  void notebook(String file, String... cells) throws IOException {
    put(
        file,
        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {\"language_info\": {\"name\": \"java\"}}, \"cells\": ["
            + String.join(",", cells)
            + "]}");
  }

  static String prose(String id, String markdown) {
    return "{\"cell_type\": \"markdown\", \"id\": \"%s\", \"metadata\": {}, \"source\": \"%s\"}"
        .formatted(id, markdown);
  }

  static String code(String id, String source, String... outputs) {
    return "{\"cell_type\": \"code\", \"id\": \"%s\", \"metadata\": {}, \"execution_count\": 1, \"source\": \"%s\", \"outputs\": [%s]}"
        .formatted(id, source, String.join(",", outputs));
  }

  /** What a cell shows as HTML, in which a quotation mark is a single one. */
  static String shown(String html) {
    return "{\"output_type\": \"display_data\", \"metadata\": {}, \"data\": {\"text/html\": \"%s\"}}"
        .formatted(html.replace("'", "\\\""));
  }

  void write() {
    Jupyter jupyter =
        Jupyter.prepare(
            Project.around(Path.of("")), NotebookSettings.into(course()), System.out::println);
    new Book(Project.around(home), course(), Locale.ENGLISH).write(jupyter);
  }

  Document page(String name) throws IOException {
    return Jsoup.parse(course().resolve(name));
  }

  Path course() {
    return home.resolve("target").resolve("course");
  }
}
