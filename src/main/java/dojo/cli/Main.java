package dojo.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command: {@code ./dojo}. */
@Command(
    name = "dojo",
    mixinStandardHelpOptions = true,
    description = "Dropout Dojo: notebooks and katas that teach the dropout layer.",
    subcommands = {KatasCommand.class, CheckCommand.class, HintCommand.class, ResetCommand.class})
public final class Main {

  /** Creates the command for picocli. */
  public Main() {}

  /**
   * Runs the command and exits with its code.
   *
   * @param arguments what was typed
   */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    int exit = new CommandLine(new Main()).setOut(out).execute(arguments);
    System.exit(exit);
  }
}
