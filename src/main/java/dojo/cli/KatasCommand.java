package dojo.cli;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
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
      green += list(checker, kata) == State.GREEN ? 1 : 0;
    }
    terminal().say("");
    say("green-of", green, exercises.all().size());
    return 0;
  }

  /** Writes a line for a kata; a kata with a broken file does not silence the others. */
  private State list(Checker checker, Kata kata) {
    try {
      Composer composer = Composer.of(kata, dojo().language());
      String title = Layout.padded(kata.words(dojo().language()).title(), TITLE);
      kata.plan(); // without it, there is nothing to check
      Verdict verdict = checker.glance(kata);
      String diagnosis = composer.diagnosis(verdict);
      String why = diagnosis.isEmpty() ? "" : " " + diagnosis;
      terminal().say(kata.label() + "  " + title + " " + composer.word(verdict.state()) + why);
      return verdict.state();
    } catch (KataFileException e) {
      terminal().say(kata.label() + "  " + e.in(dojo().language()));
      return State.RED;
    }
  }
}
