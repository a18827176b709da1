package dojo.cli;

import dojo.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Words after {@code ./dojo} that make no sense, told in the reader's language: picocli's own
 * messages are English, but its exceptions say what they are about.
 *
 * @param words the sentences of the commands
 */
record WrongUsage(Words words) {

  /** Returns what is wrong, and what was meant, if that can be guessed. */
  String of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing);
    }
    if (e instanceof OverwrittenOptionException twice) {
      return words.say("given-twice", name(twice.getOverwritten()));
    }
    return e.getArgSpec() == null || e.getValue() == null
        ? String.valueOf(e.getMessage()) // one of this room's own sentences
        : unfit(e.getArgSpec(), e.getValue());
  }

  private String unmatched(UnmatchedArgumentException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String word = e.getUnmatched().get(0).replaceFirst("=.*", "");
    boolean option = e.isUnknownOption();
    boolean command = !option && !spec.subcommands().isEmpty();
    String key = option ? "no-such-option" : command ? "no-such-command" : "one-too-many";
    String said = words.say(key, word);
    return Misspelling.of(word)
        .among(option ? spec.optionsMap().keySet() : spec.subcommands().keySet())
        .map(meant -> words.say("did-you-mean", said, meant))
        .orElse(said);
  }

  private String missing(MissingParameterException e) {
    ArgSpec first = e.getMissing().get(0);
    if (first.isOption()) {
      return words.say("option-without-value", name(first), first.paramLabel());
    }
    List<PositionalParamSpec> all =
        e.getCommandLine().getCommandSpec().positionalParameters(); // e may tell the first alone
    return words.say(
        "missing-words",
        all.stream()
            .skip(Math.max(0, all.indexOf(first)))
            .filter(ArgSpec::required)
            .map(ArgSpec::paramLabel)
            .collect(Collectors.joining(" ")));
  }

  private String unfit(ArgSpec argument, Object value) {
    Class<?> type = argument.auxiliaryTypes()[argument.auxiliaryTypes().length - 1];
    if (type == boolean.class || type == Boolean.class) {
      return words.say("takes-no-value", name(argument), value);
    }
    int digits = type == long.class || type == Long.class ? 18 : 9;
    return words.say("not-a-whole-number", name(argument), digits, value);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
