package dojo.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.browser.LeftOut;
import dojo.lab.Notebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The book that the test of all notebooks writes, which therefore comes first, as files. */
@Order(Integer.MAX_VALUE)
class WholeBookIT {
  private static final Path BOOK =
      Path.of(System.getProperty("dojo.book", "target/notebooks-it")).toAbsolutePath();

  @Test
  void each_output_of_each_notebook_is_on_its_page() throws IOException {
    LeftOut.unless(
        Files.exists(BOOK.resolve("index.html")),
        "the outputs in the book",
        "there is no book in " + BOOK,
        "run all integration tests, of which one writes it, or name another by -Ddojo.book");
    List<String> missing = new ArrayList<>();
    for (Path file : notebooks()) {
      Notebook notebook = Notebook.read(file);
      Document page = Jsoup.parse(BOOK.resolve(notebook.name() + ".html"));
      for (JsonNode cell : notebook.codeCells()) {
        Element shown = page.getElementById("cell-" + cell.path("id").asText());
        long there = shown.children().stream().filter(child -> child.hasClass("out")).count();
        if (there != cell.path("outputs").size()) {
          missing.add(
              "%s, %s: %d of %d"
                  .formatted(notebook.name(), shown.id(), there, cell.path("outputs").size()));
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(BOOK)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }
}
