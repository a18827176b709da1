package dojo.cli;

import dojo.kata.Exercises;
import dojo.machine.MissingException;
import dojo.machine.Project;
import dojo.words.Sentence;
import dojo.words.Words;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code ./dojo}; its help stands in {@code help.properties}. */
@Command(
    name = "dojo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

  private final Terminal terminal;
  private final Path start;
  private final Locale language;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--debug", scope = ScopeType.INHERIT)
  private boolean debug;

  /** Declared so that help shows it and no command refuses it; {@link Language} has read it. */
  @SuppressWarnings("UnusedVariable")
  @Option(names = "--lang", paramLabel = "TAG", scope = ScopeType.INHERIT)
  private Optional<String> tag = Optional.empty();

  Main(Terminal terminal, Path start, Locale language) {
    this.terminal = terminal;
    this.start = start;
    this.language = language;
  }

  /**
   * Runs the command, and ends this program with its exit code.
   *
   * @param args the words after {@code ./dojo}
   */
  public static void main(String[] args) {
    Path start = Path.of(System.getProperty("dojo.home", ""));
    Optional<String> variable = Optional.ofNullable(System.getenv(Language.VARIABLE));
    System.exit(run(Terminal.system(), start, variable, Locale.getDefault(), args));
  }

  /**
   * Runs the command.
   *
   * @param terminal what it writes to
   * @param start the project, or a folder in it
   * @param variable what {@code DOJO_LANG} says, if it is set; the words may ask for another
   *     language
   * @param system the language of the system, for whoever asks for none
   * @param args the words after {@code ./dojo}
   * @return the exit code: 0 if all is well, 1 if a check is red, a cell failed or something is
   *     missing, 2 if the words make no sense, 3 if the kit itself failed, 130 after Ctrl-C
   */
  static int run(
      Terminal terminal, Path start, Optional<String> variable, Locale system, String... args) {
    Optional<String> option = Language.asked(args);
    Optional<String> asked = option.or(() -> variable.filter(tag -> !tag.isBlank()));
    Optional<Locale> language = asked.flatMap(Language::of);
    boolean unknown = asked.isPresent() && language.isEmpty();
    Main main = new Main(terminal, start, language.orElse(unknown ? Locale.ENGLISH : system));
    CommandLine dojo = main.commandLine();
    if (unknown && option.isPresent()) {
      String wrong = main.words().say("not-a-language", "--lang", asked.get());
      return new Errors(main).usage(new CommandLine.ParameterException(dojo, wrong));
    }
    if (unknown) {
      String wrong = main.words().say("not-a-language", Language.VARIABLE, asked.get());
      new Errors(main).say(main.words().say("in-english", wrong));
    }
    return dojo.execute(Selection.joined(args));
  }

  private CommandLine commandLine() {
    Errors errors = new Errors(this);
    return new CommandLine(this)
        .addSubcommand(new LabCommand(this))
        .addSubcommand(new RunCommand(this))
        .addSubcommand(new BookCommand(this))
        .addSubcommand(new PlaygroundCommand(this))
        .addSubcommand(new KatasCommand(this))
        .addSubcommand(new WatchCommand(this))
        .addSubcommand(new CheckCommand(this))
        .addSubcommand(new HintCommand(this))
        .addSubcommand(new SolutionCommand(this))
        .addSubcommand(new ResetCommand(this))
        .addSubcommand(
            new CommandLine(new GradeCommand(this))
                .addSubcommand(new MergeCommand(this))
                .addSubcommand(new ReportCommand(this)))
        .addSubcommand(new ReleaseCommand(this))
        .addSubcommand(new DoctorCommand(this))
        .addSubcommand(new HelpCommand(this))
        .addSubcommand(new NewCommand(this))
        .addSubcommand(new TranslateCommand(this))
        .addSubcommand(new RehearseCommand(this))
        .setResourceBundle(help())
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpAutoWidth(true)
        .setAbbreviatedSubcommandsAllowed(false)
        .setParameterExceptionHandler((e, words) -> errors.usage(e))
        .setExecutionExceptionHandler((e, command, words) -> errors.failure(e));
  }

  /** Picocli reads all its texts from here, by the names of commands and options. */
  private ResourceBundle help() {
    return ResourceBundle.getBundle(
        "dojo.cli.help",
        language,
        Main.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Shows the help, if no command is given. */
  @Override
  public void run() {
    spec.commandLine().usage(terminal.out());
  }

  /** Returns what the commands write to. */
  Terminal terminal() {
    return terminal;
  }

  /** Returns the reader's language. */
  Locale language() {
    return language;
  }

  /** Returns the sentences of the commands, in the reader's language. */
  Words words() {
    return Words.of(Main.class, language);
  }

  /** Returns whether to show where in the kit an error arose. */
  boolean debug() {
    return debug;
  }

  /**
   * Returns the project that the commands work on.
   *
   * @throws MissingException if the folder is in no project
   */
  Project project() {
    return Project.around(start);
  }

  /**
   * Returns the katas of the project.
   *
   * @throws MissingException if the folder is in no project, or the project has no katas
   */
  Exercises exercises() {
    Project project = project();
    return Exercises.of(project)
        .orElseThrow(
            () ->
                new MissingException(
                    Sentence.of(Main.class, "no-folder-of-exercises", project.exercises()),
                    Sentence.of(Main.class, "restore-exercises")));
  }
}
