package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dojo.book.Book;
import dojo.book.Press;
import dojo.kata.Exercises;
import dojo.kata.Stubs;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every notebook of the course runs to its end on the real kernel, and so every claim in it holds;
 * and each shows the figures that it is held to, digit by digit.
 *
 * <p>By the very code of {@code ./dojo run}, in quick mode. The katas at the end of a notebook are
 * checked against untouched stubs, so that nothing a student wrote can stop or hang the build.
 */
class NotebooksIT {

  private static final Path OUTPUT = Path.of("target", "notebooks-it");

  private static final Pattern REQUEST =
      Pattern.compile("<(script|link|img|iframe)\\b[^>]*(src|href)=\"(https?:)?//");

  /** As far as its attributes go that come before the picture itself. */
  private static final Pattern IMAGE = Pattern.compile("<img [^>]{0,80}");

  @TestFactory
  Stream<DynamicTest> every_notebook_runs_and_shows_its_figures() throws IOException {
    Project project = Project.around(Path.of(""));
    Notebooks course = Notebooks.in(project.notebooks());
    assertFalse(course.all().isEmpty(), "no notebooks in " + project.notebooks());
    Exercises exercises = new Exercises(OUTPUT.resolve("exercises").toAbsolutePath());
    Exercises own = new Exercises(Path.of("exercises").toAbsolutePath());
    new Stubs(own).write(exercises.root());
    copy(own.solutions(), exercises.solutions());
    copy(own.stubs(), exercises.stubs());
    NotebookSettings settings =
        NotebookSettings.into(OUTPUT).quick().with("DOJO_EXERCISES", exercises.root().toString());
    Jupyter jupyter = Jupyter.prepare(project, settings, System.out::println);
    NotebookRunner runner = new NotebookRunner(jupyter, settings);
    Book book = new Book(project, OUTPUT, Locale.ENGLISH);
    Press press = book.press(jupyter);
    SideBySide running = SideBySide.start(runner, course.all(), (n, cell, cells, said) -> {});
    return course.all().stream()
        .map(
            notebook ->
                DynamicTest.dynamicTest(
                    notebook.name(),
                    () -> {
                      prove(running, notebook);
                      assertReads(notebook, Files.readString(press.page(notebook)));
                    }))
        .onClose(
            () -> {
              running.close();
              book.write(press);
              press.close();
            });
  }

  /** What a start is derived from, or kept in: a student edition has the second alone. */
  private static void copy(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = to.resolve(from.relativize(file));
          Files.createDirectories(copy.resolve("..").normalize());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void prove(SideBySide running, Notebook notebook) {
    NotebookRun outcome = running.await(notebook);
    outcome
        .failure()
        .ifPresent(
            failure ->
                fail(
                    failure.text(Locale.ENGLISH)
                        + "\nMend the cell, or the code that it calls; then `./dojo run --quick "
                        + notebook.name()
                        + "` shows whether it runs."));
    assertEquals("", outcome.figures().text(Locale.ENGLISH));
    assertEquals(
        List.of(),
        Notebook.read(OUTPUT.resolve(notebook.name() + ".ipynb")).pictures().stream()
            .map(ChartOrder::of)
            .filter(order -> !order.isRight())
            .toList(),
        () -> notebook.name() + ": the curve without dropout comes first, in the first colour");
  }

  private static void assertReads(Notebook notebook, String page) {
    assertFalse(
        REQUEST.matcher(page).find(), () -> notebook.name() + " asks the network for something");
    assertFalse(
        page.matches("(?s).*href=\"\\d+-[^\"/]*\\.ipynb\"(?! download).*"),
        () -> notebook.name() + " leads from its page to a file that no browser shows");
    assertFalse(
        page.contains("class=\"dojo-tex\""),
        () -> notebook.name() + " has a formula that MathML lacks: search its page for dojo-tex");
    assertEquals(
        List.of(),
        IMAGE
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .filter(i -> !i.startsWith("<img alt=\"") || i.startsWith("<img alt=\"\""))
            .toList(),
        () -> notebook.name() + " has a picture without text alternative: use show(…)");
  }
}
