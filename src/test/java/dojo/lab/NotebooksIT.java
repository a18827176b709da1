package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dojo.kata.Exercises;
import dojo.kata.Stubs;
import dojo.machine.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every notebook of the course runs to its end on the real kernel, and so every claim in it holds;
 * and all show the committed figures, digit by digit.
 *
 * <p>By the very code of {@code ./dojo run}, in quick mode. The katas at the end of a notebook are
 * checked against untouched stubs, so that nothing a student wrote can stop or hang the build.
 */
class NotebooksIT {

  private static final Path OUTPUT = Path.of("target", "notebooks-it");
  private static final Path FIGURES =
      Path.of("src", "test", "resources", "dojo", "lab", "figures.txt");

  @TestFactory
  Stream<DynamicTest> every_notebook_runs_and_shows_its_figures() throws IOException {
    Project project = Project.around(Path.of(""));
    Notebooks course = Notebooks.in(project.notebooks());
    assertFalse(course.all().isEmpty(), "no notebooks in " + project.notebooks());
    Path exercises = OUTPUT.resolve("exercises").toAbsolutePath();
    new Stubs(new Exercises(Path.of("exercises"))).write(exercises);
    NotebookSettings settings =
        NotebookSettings.into(OUTPUT).quick().with("DOJO_EXERCISES", exercises.toString());
    Jupyter jupyter = Jupyter.prepare(project, settings, System.out::println);
    NotebookRunner runner = new NotebookRunner(jupyter, settings);
    List<Notebook> executed = new ArrayList<>();
    Stream<DynamicTest> runs =
        course.all().stream()
            .map(
                notebook ->
                    DynamicTest.dynamicTest(
                        notebook.name(), () -> executed.add(run(runner, notebook))));
    DynamicTest figures =
        DynamicTest.dynamicTest(
            "figures",
            () -> {
              assumeTrue(executed.size() == course.all().size(), "every notebook ran");
              assertFigures(Figures.of(executed));
            });
    return Stream.concat(runs, Stream.of(figures))
        .onClose(() -> new CoursePage(OUTPUT).write(course, Locale.ENGLISH));
  }

  private static Notebook run(NotebookRunner runner, Notebook notebook) {
    NotebookRun outcome = runner.run(notebook, (n, cell, cells) -> {});
    outcome
        .failure()
        .ifPresent(
            failure ->
                fail(
                    failure.text(Locale.ENGLISH)
                        + "\nMend the cell, or the code that it calls; then `./dojo run --quick "
                        + notebook.name()
                        + "` shows whether it runs."));
    return Notebook.read(OUTPUT.resolve(notebook.name() + ".ipynb"));
  }

  private static void assertFigures(Figures shown) throws IOException {
    if ("write".equals(System.getProperty("dojo.figures"))) {
      shown.write(FIGURES);
    }
    Figures.read(FIGURES).differenceTo(shown).ifPresent(Assertions::fail);
  }
}
