package dojo.release;

import dojo.machine.ChildProcess;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A folder that becomes a git repository with one commit, whatever the settings of the reader. */
final class Committed {
  static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  private Committed() {}

  /** Commits all that lies in a folder. */
  static void in(Path folder) {
    git(folder, "init", "-q");
    git(folder, "add", "-A");
    git(folder, "commit", "-q", "-m", "all");
  }

  private static void git(Path folder, String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.org",
                "-c",
                "commit.gpgSign=false",
                "-c",
                "core.autocrlf=false"));
    command.addAll(List.of(words));
    ProcessBuilder git = new ProcessBuilder(command).directory(folder.toFile());
    git.environment().put("GIT_AUTHOR_DATE", TIME.toString());
    git.environment().put("GIT_COMMITTER_DATE", TIME.toString());
    ChildProcess.Output said = ChildProcess.run(git.redirectErrorStream(true));
    if (said.exit() != 0) {
      throw new AssertionError(said.text());
    }
  }
}
