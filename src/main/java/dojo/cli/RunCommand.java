package dojo.cli;

import dojo.book.Book;
import dojo.book.Press;
import dojo.lab.Jupyter;
import dojo.lab.Notebook;
import dojo.lab.NotebookRun;
import dojo.lab.NotebookRunner;
import dojo.lab.NotebookSettings;
import dojo.lab.Notebooks;
import dojo.lab.SideBySide;
import dojo.machine.MissingException;
import dojo.machine.Project;
import dojo.playground.Playground;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dojo run}: runs notebooks without a browser and writes the course as web pages. */
@Command(name = "run")
final class RunCommand extends Subcommand {

  @Parameters(arity = "0..*", paramLabel = "NN", descriptionKey = "notebooks")
  private List<String> wanted = new ArrayList<>();

  @Option(names = "--quick")
  private boolean quick;

  @Option(names = "--kernel", paramLabel = "NAME")
  private Optional<String> kernel = Optional.empty();

  @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "600")
  private int timeout;

  @Option(names = "--write-figures")
  private boolean writeFigures;

  RunCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    requireTimeout(timeout);
    Project project = dojo().project();
    Notebooks course = Notebooks.in(project.notebooks()).in(dojo().language());
    Notebooks chosen = choose(course);
    NotebookSettings settings = settings(project);
    Jupyter jupyter = Jupyter.prepare(project, settings, this::say);
    NotebookRunner runner = new NotebookRunner(jupyter, settings);
    Book book = new Book(project, settings.output(), dojo().language());
    List<NotebookRun> runs = new ArrayList<>();
    ProgressLine progress = new ProgressLine(terminal(), words());
    try (Press press = book.press(jupyter)) {
      try (SideBySide running = SideBySide.start(runner, chosen.all(), progress)) {
        for (Notebook notebook : chosen.all()) {
          progress.follow(notebook);
          NotebookRun run = running.await(notebook);
          progress.forget();
          runs.add(writeFigures ? run.holdingFigures() : run);
          report(runs.get(runs.size() - 1));
          if (runs.size() < chosen.all().size()) { // a run that is broken off has shown these
            press.page(notebook);
          }
        }
      }
      if (wanted.isEmpty()) {
        makePlayground(project);
      }
      book.library().ifPresent(this::say);
      return summarise(runs, book.write(press));
    }
  }

  /** The course is whole without it: where it cannot be made, a sentence says what is missing. */
  private void makePlayground(Project project) {
    try {
      Playground.of(project).make(this::say);
    } catch (MissingException e) {
      terminal().say(e.in(dojo().language()));
    }
  }

  private Notebooks choose(Notebooks course) {
    List<String> words = wanted.isEmpty() ? List.of("all") : wanted;
    return course.select(numbers(Selection.OF_NOTEBOOKS, course.numbers(), words));
  }

  private NotebookSettings settings(Project project) {
    NotebookSettings settings =
        NotebookSettings.into(project.course())
            .withLimit(Duration.ofSeconds(timeout))
            .withLanguage(dojo().language());
    settings = quick ? settings.quick() : settings;
    return kernel.map(settings::withKernel).orElse(settings);
  }

  private void report(NotebookRun run) {
    String seconds = String.format(Locale.ROOT, "%6.1f s", run.time().toMillis() / 1000.0);
    String mark = run.passed() ? terminal().yes() : terminal().no();
    terminal().say(mark + seconds + "  " + run.notebook().name());
    run.failure()
        .map(
            failure ->
                terminal().live()
                    ? failure.colouredText(dojo().language())
                    : failure.text(dojo().language()))
        .ifPresent(text -> terminal().say("\n" + text.indent(2)));
    String figures = run.figures().text(dojo().language());
    if (!figures.isEmpty()) {
      terminal().say(figures.indent(2).stripTrailing());
    }
  }

  private int summarise(List<NotebookRun> runs, Path page) {
    String failed =
        runs.stream()
            .filter(run -> !run.passed())
            .map(run -> run.notebook().name())
            .collect(Collectors.joining(", "));
    if (!failed.isEmpty()) {
      say("failed", failed);
    }
    say("course-is-in", page.toUri());
    return failed.isEmpty() ? 0 : 1;
  }
}
