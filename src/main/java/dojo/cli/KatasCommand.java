package dojo.cli;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.kata.Verdict;
import dojo.practice.Checker;
import dojo.words.Words;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the katas and how each stands: {@code ./dojo katas}. */
@Command(
    name = "katas",
    mixinStandardHelpOptions = true,
    description = "List the katas: todo, red or green.")
public final class KatasCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Creates the command for picocli. */
  public KatasCommand() {}

  @Override
  public Integer call() {
    Exercises exercises = KataArgument.exercises(spec);
    Checker checker = new Checker(exercises, KataSettings.usual(), Checker.USUAL_LIMIT);
    PrintWriter out = spec.commandLine().getOut();
    Locale language = Words.surroundings();
    int green = 0;
    for (Kata kata : exercises.all()) {
      Verdict verdict = checker.glance(kata);
      Composer composer = Composer.of(kata, language);
      green += verdict.state() == State.GREEN ? 1 : 0;
      String why = verdict.diagnosis().isEmpty() ? "" : " " + verdict.diagnosis();
      out.printf(
          "%s  %-45s %s%s%n",
          kata.label(), kata.words(language).title(), composer.word(verdict.state()), why);
      out.flush();
    }
    out.printf(Locale.ROOT, "%n%d of %d green%n", green, exercises.all().size());
    return 0;
  }
}
