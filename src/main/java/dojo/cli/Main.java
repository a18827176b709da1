package dojo.cli;

import dojo.machine.MissingException;
import dojo.machine.Project;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code ./dojo}. */
@Command(
    name = "dojo",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "A notebook and kata kit in Java that teaches the dropout layer.",
    subcommands = {
      LabCommand.class,
      RunCommand.class,
      KatasCommand.class,
      CheckCommand.class,
      HintCommand.class,
      ResetCommand.class,
      DoctorCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./dojo lab            read and run the notebooks in a browser",
      "  ./dojo run 05         run notebook 05 and write it as a web page",
      "  ./dojo check 03       check what you wrote for kata 03",
      "  ./dojo doctor         see what is missing on this machine",
      "",
      "./dojo COMMAND --help explains a command."
    })
public final class Main implements Runnable {

  private final Terminal terminal;
  private final Path folder;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "On an error, show where in the kit it arose.")
  private boolean debug;

  /**
   * Makes the command.
   *
   * @param terminal what it writes to
   * @param folder the project, or a folder in it
   */
  public Main(Terminal terminal, Path folder) {
    this.terminal = terminal;
    this.folder = folder;
  }

  /**
   * Runs the command, and ends this program with its exit code: 0 if all is well, 1 if not, 2 if
   * the words make no sense.
   *
   * @param args the words after {@code ./dojo}
   */
  public static void main(String[] args) {
    Path folder = Path.of(System.getProperty("dojo.home", ""));
    System.exit(commandLine(Terminal.system(), folder).execute(args));
  }

  /**
   * Returns the command, ready to be given words.
   *
   * @param terminal what it writes to
   * @param folder the project, or a folder in it
   * @return the command
   */
  public static CommandLine commandLine(Terminal terminal, Path folder) {
    return new CommandLine(new Main(terminal, folder))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpAutoWidth(true)
        .setAbbreviatedSubcommandsAllowed(false)
        .setParameterExceptionHandler(Main::explainUsage)
        .setExecutionExceptionHandler(Main::explain);
  }

  /** Shows the help, if no command is given. */
  @Override
  public void run() {
    spec.commandLine().usage(terminal.out());
  }

  /**
   * Returns what the commands write to.
   *
   * @return the terminal
   */
  public Terminal terminal() {
    return terminal;
  }

  /**
   * Returns the project the commands work on.
   *
   * @return the project
   * @throws MissingException if the folder is in no project
   */
  public Project project() {
    return Project.around(folder);
  }

  /** One line for wrong words: what is wrong, and where to read what is right. */
  private static int explainUsage(CommandLine.ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("dojo: " + e.getMessage() + " (see ./" + name + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  /** One line for everything else that can go wrong. */
  private static int explain(Exception e, CommandLine command, ParseResult words) {
    if (e instanceof CancellationException) {
      return 130; // the reader pressed Ctrl-C, and knows
    }
    Main main = command.getCommandSpec().root().userObject() instanceof Main m ? m : null;
    boolean expected = e instanceof MissingException;
    command.getErr().println("dojo: " + (expected ? e.getMessage() : e + " (--debug shows where)"));
    if (main != null && main.debug) {
      e.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Tells the version, from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Dropout Dojo " + Project.version(), "JDK " + System.getProperty("java.version")
      };
    }
  }
}
