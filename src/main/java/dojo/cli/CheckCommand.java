package dojo.cli;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Progress;
import dojo.kata.Report;
import dojo.kata.State;
import dojo.kata.Verdict;
import dojo.practice.Checker;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks what a student wrote: {@code ./dojo check 03}. */
@Command(name = "check")
final class CheckCommand extends Subcommand {

  @Parameters(arity = "0..*", paramLabel = "NN", descriptionKey = "katas")
  private List<String> wanted = List.of();

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--seed", paramLabel = "SEED", defaultValue = "42")
  private long seed;

  @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30")
  private int timeout;

  CheckCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    requireTimeout(timeout);
    Exercises exercises = dojo().exercises();
    Checker checker =
        new Checker(exercises, new KataSettings(seed, all), Duration.ofSeconds(timeout));
    List<Kata> katas = wanted.isEmpty() ? List.of(inHand(exercises)) : katas(exercises, wanted);
    int exit = 0;
    int green = 0;
    for (Kata kata : katas) {
      Verdict verdict = checker.check(kata);
      Composer composer = Composer.of(kata, dojo().language());
      Report report = all ? composer.everyFailure(verdict) : composer.report(verdict);
      Report laidOut = report.withSentences(terminal()::wrapped).withTables(terminal().width());
      terminal().say(laidOut.toString());
      remember(exercises.progress(), kata, verdict.state(), katas.size() == 1);
      exit = Math.max(exit, exitCode(verdict.state()));
      green += verdict.state() == State.GREEN ? 1 : 0;
      if (katas.size() > 1) {
        terminal().say("");
      }
    }
    if (katas.size() > 1) {
      say("green-of", green, katas.size());
    }
    return exit;
  }

  /** After the verdict was told: a kata's lesson is for who has not passed yet. */
  private void remember(Progress progress, Kata kata, State state, boolean alone) {
    try {
      progress.checked(kata, state);
      if (alone) {
        progress.took(kata);
      }
    } catch (IOException e) {
      say("progress-not-remembered", kata.display(progress.file()));
    }
  }

  private static int exitCode(State state) {
    return switch (state) {
      case GREEN -> 0;
      case RED, TODO, SKIPPED -> 1;
      case ERROR -> 3;
    };
  }
}
