package dojo.cli;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Verdict;
import dojo.practice.Checker;
import picocli.CommandLine.Command;

/**
 * Does once what a check does, and remembers nothing of it: the script has Java keep the classes
 * that this loads, so that a check finds them together.
 */
@Command(name = "rehearse", hidden = true) // for the script
final class RehearseCommand extends Subcommand {

  RehearseCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Exercises exercises = dojo().exercises();
    Checker checker = new Checker(exercises, KataSettings.usual(), Checker.USUAL_LIMIT);
    for (Kata kata : exercises.all().stream().limit(1).toList()) {
      Verdict verdict = checker.check(kata);
      terminal().say(Composer.of(kata, dojo().language()).report(verdict).toString());
    }
    return 0;
  }
}
