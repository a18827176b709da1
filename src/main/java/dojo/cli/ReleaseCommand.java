package dojo.cli;

import dojo.release.Release;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./dojo release}: makes what is handed out. */
@Command(name = "release")
final class ReleaseCommand extends Subcommand {

  @Parameters(paramLabel = "OUT", descriptionKey = "out")
  private Path out = Path.of("");

  ReleaseCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Release release = Release.of(dojo().project(), this::say);
    Path folder = release.students(out);
    say("edition-is-in", folder);
    say("edition-has-the-library");
    return 0;
  }
}
