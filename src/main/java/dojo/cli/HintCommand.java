package dojo.cli;

import dojo.kata.Kata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a hint: {@code ./dojo hint 03}, then {@code ./dojo hint 03 2}. */
@Command(name = "hint")
final class HintCommand extends Subcommand {

  @Parameters(index = "0", paramLabel = "NN", descriptionKey = "kata")
  private String wanted = "";

  @Parameters(index = "1", paramLabel = "LEVEL", defaultValue = "1", descriptionKey = "level")
  private int level;

  HintCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Kata kata = kata(dojo().exercises(), wanted);
    requireWithin("LEVEL", level, 1, kata.hints());
    say("hint-of", kata.label(), level, kata.hints());
    terminal().say("");
    terminal().paragraph(kata.hint(level), 2);
    terminal().say("");
    if (level < kata.hints()) {
      say("more-hints", kata.label(), level + 1);
    } else {
      say("formula-with-an-example", kata.display(kata.readme()));
    }
    return 0;
  }
}
