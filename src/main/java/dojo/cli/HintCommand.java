package dojo.cli;

import dojo.kata.Kata;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a hint: {@code ./dojo hint 03}, then {@code ./dojo hint 03 2}. */
@Command(
    name = "hint",
    mixinStandardHelpOptions = true,
    description = "Show a hint: a question, a principle, a formula, a skeleton.")
public final class HintCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NN", description = "The number of the kata.")
  private String number = "";

  @Parameters(
      index = "1",
      paramLabel = "LEVEL",
      defaultValue = "1",
      description = "1 to 4. Default: ${DEFAULT-VALUE}.")
  private int level;

  /** Creates the command for picocli. */
  public HintCommand() {}

  @Override
  public Integer call() {
    Kata kata = KataArgument.kata(spec, KataArgument.exercises(spec), number);
    List<String> hints = kata.words(Locale.ENGLISH).hints();
    if (level < 1 || level > hints.size()) {
      throw new ParameterException(
          spec.commandLine(), "hints go from 1 to " + hints.size() + ", but was " + level);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "kata %s, hint %d of %d%n%n", kata.label(), level, hints.size());
    out.println(Text.wrapped(hints.get(level - 1), "  "));
    if (level < hints.size()) {
      out.printf(Locale.ROOT, "%nmore: ./dojo hint %s %d%n", kata.label(), level + 1);
    } else {
      out.printf("%nThe formula with an example: %s%n", kata.display(kata.readme()));
    }
    return 0;
  }
}
