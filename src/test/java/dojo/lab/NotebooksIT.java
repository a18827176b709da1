package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every notebook of the course runs to its end on the real kernel, and so every claim in it holds.
 *
 * <p>By the very code of {@code ./dojo run}, in quick mode. If someone has put classes for the
 * exercises into {@code target/notebooks-it/exercises}, the notebooks find that folder in the
 * variable {@code DOJO_EXERCISES}.
 */
class NotebooksIT {

  private static final Path OUTPUT = Path.of("target", "notebooks-it");

  @TestFactory
  Stream<DynamicTest> every_notebook_runs() {
    Project project = Project.around(Path.of(""));
    Notebooks course = Notebooks.in(project.notebooks());
    if (course.all().isEmpty()) {
      return Stream.empty();
    }
    Settings settings = settings();
    Jupyter jupyter = Jupyter.prepare(project, settings, System.out::println);
    NotebookRunner runner = new NotebookRunner(jupyter, settings);
    return course.all().stream()
        .map(
            notebook ->
                DynamicTest.dynamicTest(notebook.name(), () -> assertRuns(runner, notebook)))
        .onClose(() -> new CoursePage(OUTPUT).write(course));
  }

  private static Settings settings() {
    Path exercises = OUTPUT.resolve("exercises").toAbsolutePath();
    Settings settings = Settings.into(OUTPUT).quick();
    return Files.isDirectory(exercises)
        ? settings.with("DOJO_EXERCISES", exercises.toString())
        : settings;
  }

  private static void assertRuns(NotebookRunner runner, Notebook notebook) {
    Outcome outcome = runner.run(notebook, (n, cell, cells) -> {});
    assertEquals("", outcome.failure().map(Failure::text).orElse(""));
  }
}
