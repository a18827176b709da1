package dojo.cli;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.kata.Verdict;
import dojo.practice.Checker;
import picocli.CommandLine.Command;

/** Lists the katas and how each stands: {@code ./dojo katas}. */
@Command(name = "katas")
final class KatasCommand extends Subcommand {
  private static final int TITLE = 45;

  KatasCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Exercises exercises = dojo().exercises();
    Checker checker = new Checker(exercises, KataSettings.usual(), Checker.USUAL_LIMIT);
    int green = 0;
    for (Kata kata : exercises.all()) {
      Verdict verdict = checker.glance(kata);
      green += verdict.state() == State.GREEN ? 1 : 0;
      String why = verdict.diagnosis().isEmpty() ? "" : " " + verdict.diagnosis();
      String title = Layout.padded(kata.title(), TITLE);
      terminal().say(kata.label() + "  " + title + " " + verdict.state().word() + why);
    }
    terminal().say("");
    say("green-of", green, exercises.all().size());
    return 0;
  }
}
