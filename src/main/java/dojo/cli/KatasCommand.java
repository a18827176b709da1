package dojo.cli;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.KataFileException;
import dojo.kata.State;
import dojo.kata.Verdict;
import dojo.practice.Checker;
import dojo.practice.WarmChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the katas and how each stands: {@code ./dojo katas}. */
@Command(name = "katas")
final class KatasCommand extends Subcommand {

  @Option(names = "--all-green")
  private boolean allGreen;

  @Option(names = "--proof")
  private boolean proof;

  KatasCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Exercises exercises = dojo().exercises();
    if (proof) {
      return new ProofPages(words(), terminal()).show(exercises) ? 0 : 1;
    }
    KataTable table = new KataTable(words(), exercises);
    terminal().say(table.head());
    List<Kata> all = exercises.all();
    List<Kata> open = new ArrayList<>(all);
    Checker checker = new Checker(exercises, KataSettings.usual(), Checker.USUAL_LIMIT);
    try (WarmChecker warm = checker.open()) {
      open.removeIf(kata -> list(table, warm, kata) == State.GREEN);
    }
    terminal().say("");
    int green = all.size() - open.size();
    terminal()
        .say(KataTable.bar(green, all.size()) + " " + words().say("green-of", green, all.size()));
    if (allGreen) {
      return congratulate(open);
    }
    sayNext(exercises, open);
    return 0;
  }

  /** The kata in hand, if it is not green, otherwise the first that is not. */
  private void sayNext(Exercises exercises, List<Kata> open) {
    int inHand = exercises.progress().inHand().orElse(0);
    open.stream()
        .filter(kata -> kata.number() == inHand)
        .findFirst()
        .or(() -> open.stream().findFirst())
        .ifPresent(kata -> say("next-kata", kata.label()));
  }

  /** Writes a line for a kata; a kata with a broken file does not silence the others. */
  private State list(KataTable table, WarmChecker checker, Kata kata) {
    try {
      kata.plan(); // without it, there is nothing to check
      Verdict verdict = allGreen ? checker.check(kata) : checker.glance(kata);
      terminal().say(table.row(kata, verdict.state()));
      return verdict.state();
    } catch (KataFileException e) {
      terminal().say(table.broken(kata, e));
      return State.RED;
    }
  }

  private int congratulate(List<Kata> open) {
    terminal().say("");
    if (open.isEmpty()) {
      terminal().paragraph(words().say("all-are-green"), 0);
      return 0;
    }
    say("not-green-yet", open.stream().map(Kata::label).collect(Collectors.joining(", ")));
    return 1;
  }
}
