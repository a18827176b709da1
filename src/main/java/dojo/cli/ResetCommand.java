package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Stubs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Begins a kata again: {@code ./dojo reset 03}. */
@Command(name = "reset")
final class ResetCommand extends Subcommand {

  @Parameters(paramLabel = "NN", descriptionKey = "kata")
  private String wanted = "";

  ResetCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() throws IOException {
    Exercises exercises = dojo().exercises();
    Kata kata = kata(exercises, wanted);
    Optional<Path> kept = new Stubs(exercises).reset(kata);
    kept.ifPresent(file -> say("kept-in", kata.display(file)));
    exercises.progress().forget(kata);
    say("begins-again", kata.display(kata.source()));
    return 0;
  }
}
