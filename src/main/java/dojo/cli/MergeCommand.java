package dojo.cli;

import dojo.grade.Grades;
import dojo.grade.Merge;
import dojo.report.FormatSettings;
import dojo.report.Formats;
import dojo.words.Sentence;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dojo grade merge}: puts together what several machines have graded. */
@Command(name = "merge")
final class MergeCommand extends Subcommand {

  @Parameters(arity = "1..*", paramLabel = "DIR", descriptionKey = "shards")
  private List<Path> shards = List.of();

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "grades")
  private Path out = Path.of("grades");

  MergeCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    List<Sentence> lacking = Merge.of(shards).into(out);
    lacking.forEach(this::say);
    if (lacking.isEmpty()) {
      say("merged-into", out);
      ReportCommand.write(this, new Grades(out), Formats.of(FormatSettings.none()).usual());
    }
    return lacking.isEmpty() ? 0 : Errors.MISSING;
  }
}
