package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Stubs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a kata again: {@code ./dojo reset 03}. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = "Begin a kata again; what you wrote is kept beside it.")
public final class ResetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NN", description = "The number of the kata.")
  private String number = "";

  /** Creates the command for picocli. */
  public ResetCommand() {}

  @Override
  public Integer call() throws IOException {
    Exercises exercises = KataArgument.exercises(spec);
    Kata kata = KataArgument.kata(spec, exercises, number);
    Optional<Path> kept = new Stubs(exercises).reset(kata);
    PrintWriter out = spec.commandLine().getOut();
    kept.ifPresent(file -> out.println("what you wrote is kept in " + kata.display(file)));
    out.println(kata.display(kata.source()) + " begins again");
    return 0;
  }
}
