package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Stubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    boolean existed = Files.exists(kata.source(), LinkOption.NOFOLLOW_LINKS);
    Optional<Path> kept = new Stubs(exercises).reset(kata);
    kept.ifPresent(file -> say("kept-in", kata.display(file)));
    exercises.progress().forget(kata);
    boolean untouched = existed && kept.isEmpty();
    say(untouched ? "was-untouched" : "begins-again", kata.display(kata.source()));
    return 0;
  }
}
