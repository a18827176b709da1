package dojo.cli;

import dojo.lab.Jupyter;
import dojo.lab.JupyterLab;
import dojo.lab.NotebookSettings;
import dojo.machine.Project;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./dojo lab}: opens the notebooks in JupyterLab. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    description = {
      "Opens the notebooks in JupyterLab, in your browser.",
      "",
      "The first time installs Jupyter into .venv. The server listens on this machine only and asks"
          + " for a token, which the printed address carries. Ctrl-C ends it and its kernels."
    })
final class LabCommand implements Callable<Integer> {

  @ParentCommand private Main dojo = new Main(Terminal.system(), Path.of(""));

  @Option(names = "--no-browser", description = "Only print the address.")
  private boolean noBrowser;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8888",
      description = "The port, or the next free one after it (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      description = "An installed IJava or JJava kernel instead of the kit's own.")
  private Optional<String> kernel = Optional.empty();

  @Override
  public Integer call() {
    Terminal terminal = dojo.terminal();
    Project project = dojo.project();
    NotebookSettings settings =
        NotebookSettings.into(project.home().resolve("target").resolve("lab"));
    settings = kernel.isPresent() ? settings.withKernel(kernel.get()) : settings;
    Jupyter jupyter = Jupyter.prepare(project, settings, terminal::say);
    Path log = settings.output().resolve("lab.log");
    int exit =
        new JupyterLab(jupyter, project.notebooks(), log)
            .run(
                port,
                !noBrowser,
                address -> terminal.say("JupyterLab is at " + address + "  (Ctrl-C ends it)"));
    if (exit != 0) {
      terminal.err().println("dojo: JupyterLab ended with exit code " + exit + ": see " + log);
    }
    return exit == 0 ? 0 : 1;
  }
}
