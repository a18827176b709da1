package dojo.cli;

import dojo.grade.TestGroups;
import dojo.release.Autograder;
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

  @Parameters(arity = "0..1", paramLabel = "OUT", descriptionKey = "out")
  private Optional<Path> out = Optional.empty();

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

  @Option(names = "--gradescope", paramLabel = "ZIP")
  private Optional<Path> gradescope = Optional.empty();

  @Option(names = "--katas", paramLabel = "NN", defaultValue = "all")
  private String wanted = "all";

  @Option(names = "--points", paramLabel = "FILE")
  private Optional<Path> points = Optional.empty();

  @Option(names = "--hidden", paramLabel = "DIR")
  private Optional<Path> hidden = Optional.empty();

  ReleaseCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    if (out.isPresent() == gradescope.isPresent()) {
      throw wrong("edition-or-gradescope");
    }
    Offline room = room();
    Autograder autograder = autograder();
    Release release = Release.of(dojo().project(), this::say);
    out.ifPresent(
        place -> {
          Path folder = release.students(place, Optional.of(room).filter(asked -> offline));
          say("edition-is-in", folder);
          say("edition-has-the-library");
        });
    gradescope.ifPresent(
        zip -> {
          release.gradescope(zip, autograder);
          say("gradescope-is-in", zip);
        });
    return 0;
  }

  private Autograder autograder() {
    TestGroups.of(katas(dojo().exercises(), List.of(wanted)), hidden);
    GradeCommand.plan(dojo().exercises().all(), points, hidden);
    return new Autograder(wanted, points, hidden);
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
