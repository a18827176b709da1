package dojo.cli;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.practice.Checker;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the model solution of a kata that was passed: {@code ./dojo solution 03}. */
@Command(name = "solution")
final class SolutionCommand extends Subcommand {

  @Parameters(arity = "0..1", paramLabel = "NN", descriptionKey = "kata")
  private Optional<String> wanted = Optional.empty();

  @Option(names = "--anyway")
  private boolean anyway;

  SolutionCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Exercises exercises = dojo().exercises();
    Kata kata = wanted.map(word -> kata(exercises, word)).orElseGet(() -> inHand(exercises));
    if (exercises.isStudentEdition()) {
      say("edition-without-solutions", kata.label());
      return 1;
    }
    if (!anyway && !passed(exercises, kata)) {
      say("no-solution-yet", kata.label());
      return 1;
    }
    terminal().say(new SolutionPage(words(), exercises, kata).text(terminal().width()));
    return 0;
  }

  /** A pass that is not remembered, since the kata was solved in an editor, counts as well. */
  private static boolean passed(Exercises exercises, Kata kata) {
    return exercises.progress().passed(kata)
        || new Checker(exercises, KataSettings.usual(), Checker.USUAL_LIMIT).glance(kata).state()
            == State.GREEN;
  }
}
