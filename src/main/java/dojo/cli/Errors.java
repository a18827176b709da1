package dojo.cli;

import dojo.kata.KataFileException;
import dojo.machine.MissingException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells in one line what went wrong, and turns it into an exit code.
 *
 * @param dojo the command
 */
record Errors(Main dojo) {
  static final int MISSING = 1;
  static final int WRONG_USAGE = 2;
  static final int INTERNAL = 3;
  static final int INTERRUPTED = 130; // what a shell expects after Ctrl-C

  /** Tells of words that make no sense: what is wrong, and where to read what is right. */
  int usage(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    String what =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched)
            : String.valueOf(e.getMessage());
    say(dojo.words().say("wrong-usage", what, name));
    return WRONG_USAGE;
  }

  /** What was typed that is not known here, and what was meant, if that can be guessed. */
  private String unmatched(UnmatchedArgumentException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String word = e.getUnmatched().get(0).replaceFirst("=.*", "");
    boolean option = e.isUnknownOption();
    boolean command = !option && !spec.subcommands().isEmpty();
    String key = option ? "no-such-option" : command ? "no-such-command" : "one-too-many";
    String said = dojo.words().say(key, word);
    return Misspelling.of(word)
        .among(option ? spec.optionsMap().keySet() : spec.subcommands().keySet())
        .map(meant -> dojo.words().say("did-you-mean", said, meant))
        .orElse(said);
  }

  /** Tells of everything else that can go wrong. */
  int failure(Exception e) {
    if (e instanceof CancellationException) {
      return INTERRUPTED; // the reader pressed Ctrl-C, and knows
    }
    if (e instanceof KataFileException broken) {
      say(broken.in(dojo.language()));
      return MISSING;
    }
    MissingException missing = e instanceof MissingException m ? m : null;
    say(missing == null ? dojo.words().say("internal-error", e) : missing.in(dojo.language()));
    if (dojo.debug()) {
      e.printStackTrace(dojo.terminal().err());
    }
    return missing == null ? INTERNAL : MISSING;
  }

  /** Tells what went wrong, or what is to be known, in a line. */
  void say(String line) {
    dojo.terminal().err().println("dojo: " + line);
  }
}
