package dojo.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains a command: {@code ./dojo help check}; or lists them all: {@code ./dojo help}. */
@Command(name = "help")
final class HelpCommand extends Subcommand {

  @Parameters(arity = "0..1", paramLabel = "COMMAND", descriptionKey = "command")
  private Optional<String> wanted = Optional.empty();

  HelpCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    wanted.map(this::command).orElseGet(this::root).usage(terminal().out());
    return 0;
  }

  private CommandLine command(String name) {
    return Optional.ofNullable(root().getSubcommands().get(name))
        .orElseThrow(() -> new UnmatchedArgumentException(root(), List.of(name)));
  }
}
