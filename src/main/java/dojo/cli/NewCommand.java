package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.KataFileException;
import dojo.kata.NewKata;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the files of a kata from a template: {@code ./dojo new 04 DropoutLayer}. */
@Command(name = "new")
final class NewCommand extends Subcommand {

  @Parameters(index = "0", paramLabel = "NN", descriptionKey = "number")
  private String number = "";

  @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "name")
  private String name = "";

  NewCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() throws IOException {
    Exercises exercises = dojo().exercises();
    exercises.requireSolutions();
    try {
      int wanted =
          Selection.OF_KATAS.number(number).orElseThrow(() -> wrong("no-number-of-a-kata", number));
      NewKata fresh = NewKata.of(exercises, wanted, name);
      for (Path file : fresh.write()) {
        terminal().say(fresh.kata().display(file));
      }
      terminal().say("");
      say("kata-to-be-written", fresh.kata().label());
      return 0;
    } catch (KataFileException e) {
      throw wrong(e);
    }
  }
}
