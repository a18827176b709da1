package dojo.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.book.Book;
import dojo.content.Workbench;
import dojo.lab.Jupyter;
import dojo.lab.NotebookSettings;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book that a student makes of the edition: its pages, and the index of its search. */
class StudentBookIT {
  private static final StudentEdition EDITION =
      new StudentEdition(Workbench.EXERCISES, ThisProject.files());
  private static final String PAGE = "exercises/kata01/README.md";
  private static final List<String> SHOWN = List.of("kata-01.html", "assets/search-index.js");

  @TempDir Path home;

  @Test
  void no_line_of_a_solution_is_in_it() throws IOException {
    Path book = bookOf(EDITION.files());
    assertTrue(Files.exists(book.resolve("kata-30.html")));
    assertEquals(Optional.empty(), new LeakSearch(EDITION.hidden()).in(book));
  }

  /** Lines with each mark that a web page, or the script of the index, writes in its own way. */
  @Test
  void a_line_that_stood_on_a_page_would_be_found_there_and_in_the_index() throws IOException {
    Map<String, String> hidden = EDITION.hidden().hidden();
    List<String> keys =
        hidden.keySet().stream().filter(key -> hidden.get(key).matches(".*[<>&\"].*")).toList();
    assertFalse(keys.isEmpty());
    StringBuilder page = new StringBuilder(text(EDITION.files().get(PAGE))).append("\n");
    for (String key : keys) {
      page.append("    ").append(line(hidden.get(key))).append('\n');
    }
    Map<String, Commit.Content> files = EDITION.files();
    files.put(PAGE, new Commit.Content(page.toString().getBytes(StandardCharsets.UTF_8), false));
    Path book = bookOf(files);
    for (String key : keys) {
      LeakSearch search = new LeakSearch(new SolutionLines(Map.of(key, hidden.get(key))));
      for (String name : SHOWN) {
        byte[] bytes = Files.readAllBytes(book.resolve(name));
        assertTrue(search.in(name, bytes).isPresent(), () -> name + ": " + hidden.get(key));
      }
    }
  }

  private Path bookOf(Map<String, Commit.Content> files) throws IOException {
    for (Map.Entry<String, Commit.Content> file : files.entrySet()) {
      Path to = home.resolve(file.getKey());
      Files.createDirectories(to.resolve("..").normalize());
      Files.write(to, file.getValue().bytes());
    }
    Path course = Project.around(home).course();
    Jupyter jupyter =
        Jupyter.prepare(
            Project.around(Path.of("")), NotebookSettings.into(course), System.out::println);
    new Book(Project.around(home), course, Locale.ENGLISH).write(jupyter);
    return course;
  }

  private static String line(String told) {
    return told.substring(told.indexOf(": ") + 2);
  }

  private static String text(Commit.Content content) {
    return new String(content.bytes(), StandardCharsets.UTF_8);
  }
}
