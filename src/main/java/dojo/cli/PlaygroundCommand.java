package dojo.cli;

import dojo.playground.Playground;
import picocli.CommandLine.Command;

/** {@code ./dojo playground}: makes the page in which two nets train. */
@Command(name = "playground")
final class PlaygroundCommand extends Subcommand {

  PlaygroundCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Playground playground = Playground.of(dojo().project());
    say("playground-is-in", playground.make(this::say).toUri());
    return 0;
  }
}
