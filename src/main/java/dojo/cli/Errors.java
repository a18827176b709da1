package dojo.cli;

import dojo.kata.KataFileException;
import dojo.machine.MissingException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
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
    say(dojo.words().say("wrong-usage", new WrongUsage(dojo.words()).of(e), name));
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
    Optional<String> known =
        e instanceof MissingException missing
            ? Optional.of(missing.in(dojo.language()))
            : refused(e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e);
    say(known.orElseGet(() -> dojo.words().say("internal-error", e)));
    if (dojo.debug()) {
      e.printStackTrace(dojo.terminal().err());
    }
    return known.isPresent() ? MISSING : INTERNAL;
  }

  /** A file or a folder that the system keeps from being read or written, for a reason it knows. */
  private Optional<String> refused(@Nullable Throwable e) {
    if (e instanceof AccessDeniedException denied) {
      return Optional.of(dojo.words().say("no-permission", existing(Path.of(denied.getFile()))));
    }
    if (e instanceof FileAlreadyExistsException there) {
      return Optional.of(dojo.words().say("no-folder", there.getFile()));
    }
    return e instanceof FileSystemException refused && refused.getReason() != null
        ? Optional.of(dojo.words().say("file-refused", refused.getFile(), refused.getReason()))
        : Optional.empty();
  }

  /** A file that could not be made is no help: the folder is, in which it should have been. */
  private static Path existing(Path path) {
    Path parent = path.getParent();
    return parent == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        ? path
        : existing(parent);
  }

  /** Tells what went wrong, or what is to be known, in a line. */
  void say(String line) {
    dojo.terminal().err().println("dojo: " + line);
  }
}
