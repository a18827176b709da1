package dojo.cli;

import dojo.lab.CoursePage;
import dojo.lab.Jupyter;
import dojo.lab.Notebook;
import dojo.lab.NotebookRun;
import dojo.lab.NotebookRunner;
import dojo.lab.NotebookSettings;
import dojo.lab.Notebooks;
import dojo.machine.Project;
import dojo.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./dojo run}: runs notebooks without a browser and writes the course as web pages. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs notebooks on the Java kernel and writes the course as web pages.",
      "",
      "The first run installs Jupyter into .venv; later runs start at once and need no network. The"
          + " notebooks themselves are never changed: what they come to is in target/course."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every cell ran",
      "1:a cell failed, a figure differs from the one that is held, or something is missing",
      "2:no such notebook or option"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ./dojo run", "  ./dojo run 05 06 --quick"})
final class RunCommand implements Callable<Integer> {

  @ParentCommand private Main dojo = new Main(Terminal.system(), Path.of(""));
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NN",
      arity = "0..*",
      description = "The notebooks to run, by number; all if none is given.")
  private List<String> wanted = new ArrayList<>();

  @Option(
      names = "--quick",
      description = "The same claims at weaker strength, in seconds; so does DOJO_QUICK=1.")
  private boolean quick;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      description = "An installed IJava or JJava kernel instead of the kit's own.")
  private Optional<String> kernel = Optional.empty();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long one notebook may take (default: ${DEFAULT-VALUE}).",
      defaultValue = "600")
  private int timeout;

  @Option(
      names = "--write-figures",
      description =
          "Hold the notebooks to the figures of this run from now on: for authors; see"
              + " CONTRIBUTING.")
  private boolean writeFigures;

  @Override
  public Integer call() {
    Terminal terminal = dojo.terminal();
    Project project = dojo.project();
    Notebooks course = Notebooks.in(project.notebooks());
    List<Notebook> chosen = choose(course);
    NotebookSettings settings = settings(project);
    Jupyter jupyter = Jupyter.prepare(project, settings, terminal::say);
    NotebookRunner runner = new NotebookRunner(jupyter, settings);
    List<NotebookRun> outcomes = new ArrayList<>();
    for (Notebook notebook : chosen) {
      terminal.sayForNow(notebook.name() + "  starting the kernel…");
      NotebookRun outcome =
          runner.run(
              notebook,
              (n, cell, cells) -> terminal.sayForNow(n.name() + "  cell " + cell + " of " + cells));
      terminal.forget();
      outcome = writeFigures ? outcome.holdingFigures() : outcome;
      report(outcome);
      outcomes.add(outcome);
    }
    Path page = new CoursePage(settings.output()).write(course);
    return summarise(outcomes, page);
  }

  private List<Notebook> choose(Notebooks course) {
    if (course.all().isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "there are no notebooks in the folder notebooks");
    }
    try {
      return course.select(wanted).all();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private NotebookSettings settings(Project project) {
    if (timeout < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--timeout must be at least 1 second, but was " + timeout);
    }
    NotebookSettings settings =
        NotebookSettings.into(project.course()).withLimit(Duration.ofSeconds(timeout));
    settings = quick ? settings.quick() : settings;
    return kernel.isPresent() ? settings.withKernel(kernel.get()) : settings;
  }

  private void report(NotebookRun outcome) {
    Terminal terminal = dojo.terminal();
    String seconds = String.format(Locale.ROOT, "%6.1f s", outcome.time().toMillis() / 1000.0);
    String mark = outcome.passed() ? terminal.yes() : terminal.no();
    terminal.say(mark + seconds + "  " + outcome.notebook().name());
    outcome
        .failure()
        .map(failure -> terminal.live() ? failure.colouredText() : failure.text())
        .ifPresent(text -> terminal.say("\n" + text.indent(2)));
    String figures = outcome.figures().text(Words.surroundings());
    if (!figures.isEmpty()) {
      terminal.say(figures.indent(2).stripTrailing());
    }
  }

  private int summarise(List<NotebookRun> outcomes, Path page) {
    String failed =
        outcomes.stream()
            .filter(outcome -> !outcome.passed())
            .map(outcome -> outcome.notebook().name())
            .collect(Collectors.joining(", "));
    if (!failed.isEmpty()) {
      dojo.terminal().say("failed: " + failed);
    }
    dojo.terminal().say("The course is in " + page.toUri());
    return failed.isEmpty() ? 0 : 1;
  }
}
