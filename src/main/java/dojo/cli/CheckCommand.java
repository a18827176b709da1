package dojo.cli;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Report;
import dojo.kata.State;
import dojo.kata.Verdict;
import dojo.practice.Checker;
import dojo.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks what a student wrote: {@code ./dojo check 03}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Check what you wrote for a kata.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:green",
      "1:red, or not written yet",
      "2:wrong usage",
      "3:internal error, nothing was checked"
    })
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "NN", description = "The numbers of the katas.")
  private List<String> numbers = List.of();

  @Option(names = "--all", description = "Tell every failure, not the first only.")
  private boolean all;

  @Option(names = "--seed", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Stop a kata after this time. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  /** Creates the command for picocli. */
  public CheckCommand() {}

  @Override
  public Integer call() {
    Exercises exercises = KataArgument.exercises(spec);
    Checker checker =
        new Checker(exercises, new KataSettings(seed, all), Duration.ofSeconds(seconds));
    int exit = 0;
    for (String number : numbers) {
      Kata kata = KataArgument.kata(spec, exercises, number);
      Verdict verdict = checker.check(kata);
      Composer composer = Composer.of(kata, Words.surroundings());
      Report report = all ? composer.everyFailure(verdict) : composer.report(verdict);
      spec.commandLine().getOut().println(report);
      exit = Math.max(exit, exitCode(verdict.state()));
    }
    return exit;
  }

  private static int exitCode(State state) {
    return switch (state) {
      case GREEN -> 0;
      case RED, TODO, SKIPPED -> 1;
      case ERROR -> 3;
    };
  }
}
