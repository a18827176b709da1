package dojo.cli;

import dojo.lab.Jupyter;
import dojo.lab.JupyterLab;
import dojo.lab.NotebookSettings;
import dojo.machine.Project;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dojo lab}: opens the notebooks in JupyterLab. */
@Command(name = "lab")
final class LabCommand extends Subcommand {

  @Option(names = "--no-browser")
  private boolean noBrowser;

  @Option(names = "--port", paramLabel = "PORT", defaultValue = "8888")
  private int port;

  @Option(names = "--kernel", paramLabel = "NAME")
  private Optional<String> kernel = Optional.empty();

  LabCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    requireWithin("--port", port, 0, 65_535);
    Project project = dojo().project();
    NotebookSettings usual =
        NotebookSettings.into(project.target().resolve("lab")).withLanguage(dojo().language());
    NotebookSettings settings = kernel.map(usual::withKernel).orElse(usual);
    Jupyter jupyter = Jupyter.prepare(project, settings, this::say);
    Path log = settings.output().resolve("lab.log");
    int exit =
        new JupyterLab(jupyter, project.notebooks(), log)
            .run(port, !noBrowser, address -> say("lab-is-at", address));
    if (exit != 0) {
      terminal().err().println("dojo: " + words().say("lab-ended", exit, log));
    }
    return exit == 0 ? 0 : 1;
  }
}
