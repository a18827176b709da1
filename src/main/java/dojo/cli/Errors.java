package dojo.cli;

import dojo.kata.KataFileException;
import dojo.machine.MissingException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.ParameterException;

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
    say(dojo.words().say("wrong-usage", String.valueOf(e.getMessage()), name));
    return WRONG_USAGE;
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

  private void say(String line) {
    dojo.terminal().err().println("dojo: " + line);
  }
}
