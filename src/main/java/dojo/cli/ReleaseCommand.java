package dojo.cli;

import dojo.release.Offline;
import dojo.release.Release;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dojo release}: makes what is handed out. */
@Command(name = "release")
final class ReleaseCommand extends Subcommand {

  @Parameters(paramLabel = "OUT", descriptionKey = "out")
  private Path out = Path.of("");

  @Option(names = "--offline")
  private boolean offline;

  @Option(
      names = "--platforms",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "linux-x86_64,macos-arm64,windows-x86_64")
  private List<String> platforms = List.of();

  @Option(
      names = "--pythons",
      split = ",",
      paramLabel = "VERSION",
      defaultValue = "3.10,3.11,3.12,3.13,3.14")
  private List<String> pythons = List.of();

  ReleaseCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Release release = Release.of(dojo().project(), this::say);
    Path folder = release.students(out, offline ? Optional.of(room()) : Optional.empty());
    say("edition-is-in", folder);
    say("edition-has-the-library");
    return 0;
  }

  private Offline room() {
    for (String platform : platforms) {
      if (!Offline.PLATFORMS.contains(platform)) {
        throw wrong("no-such-platform", platform, String.join(", ", Offline.PLATFORMS));
      }
    }
    for (String version : pythons) {
      if (!version.matches("3[.]\\d{1,2}")) {
        throw wrong("no-such-python", version);
      }
    }
    return new Offline(platforms, pythons);
  }
}
