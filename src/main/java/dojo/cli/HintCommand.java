package dojo.cli;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the next hint: {@code ./dojo hint 03}; or a certain one: {@code ./dojo hint 03 2}. */
@Command(name = "hint")
final class HintCommand extends Subcommand {
  @Parameters(index = "0", arity = "0..1", paramLabel = "NN", descriptionKey = "kata")
  private Optional<String> wanted = Optional.empty();

  @Parameters(index = "1", arity = "0..1", paramLabel = "LEVEL", descriptionKey = "level")
  private Optional<Integer> level = Optional.empty();

  HintCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Exercises exercises = dojo().exercises();
    Kata kata = wanted.map(word -> kata(exercises, word)).orElseGet(() -> inHand(exercises));
    List<String> hints = kata.words(dojo().language()).hints();
    Progress progress = dojo().exercises().progress();
    if (level.isEmpty() && progress.hint(kata) >= hints.size()) {
      say("no-more-hints", kata.label(), hints.size());
      say("formula-with-an-example", kata.display(kata.readme()));
      say("hints-again", kata.label());
      return 0;
    }
    int shown = level.orElseGet(() -> progress.hint(kata) + 1);
    requireWithin("LEVEL", shown, 1, hints.size());
    show(kata, hints, shown);
    remember(progress, kata, shown);
    return 0;
  }

  private void show(Kata kata, List<String> hints, int shown) {
    say("hint-of", kata.label(), shown, hints.size());
    terminal().say("");
    terminal().paragraph(hints.get(shown - 1), 2);
    terminal().say("");
    if (shown < hints.size()) {
      say("more-hints", kata.label(), shown + 1);
    } else {
      say("formula-with-an-example", kata.display(kata.readme()));
      kata.notebook().ifPresent(notebook -> say("notebook-of-kata", kata.display(notebook)));
    }
  }

  private void remember(Progress progress, Kata kata, int shown) {
    try {
      progress.showed(kata, shown);
    } catch (IOException e) {
      say("hint-not-remembered", kata.display(progress.file()));
    }
  }
}
