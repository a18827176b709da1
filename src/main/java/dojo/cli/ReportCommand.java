package dojo.cli;

import dojo.grade.Grades;
import dojo.grade.PointsPlan;
import dojo.kata.Kata;
import dojo.report.ClassResults;
import dojo.report.FormatSettings;
import dojo.report.Formats;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./dojo grade report}: writes what was graded in other formats; nothing is graded again.
 */
@Command(name = "report")
final class ReportCommand extends Subcommand {
  /** Where results go that no other place is named for: into the folder of grades. */
  private static final String FOLDER = "report";

  @Parameters(paramLabel = "GRADES", descriptionKey = "grades")
  private Path folder = Path.of("");

  @Option(names = "--formats", paramLabel = "FORMAT", split = ",")
  private List<String> formats = List.of();

  @Option(names = "--to", paramLabel = "DIR")
  private Optional<Path> to = Optional.empty();

  @Option(names = "--at", paramLabel = "TIME")
  private Optional<String> at = Optional.empty();

  @Option(names = "--publish")
  private boolean publish;

  @Option(names = "--points", paramLabel = "FILE")
  private Optional<Path> points = Optional.empty();

  @Option(names = "--gradebook", paramLabel = "CSV")
  private Optional<Path> gradebook = Optional.empty();

  @Option(names = "--column", paramLabel = "TITLE")
  private Optional<String> column = Optional.empty();

  ReportCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    Grades grades = Grades.in(folder);
    FormatSettings settings = new FormatSettings(System.getenv(), gradebook, column);
    Formats wanted = wanted(Formats.of(settings), formats);
    Optional<PointsPlan> plan = points.map(PointsPlan::read);
    Set<String> labels =
        dojo().exercises().all().stream().map(Kata::label).collect(Collectors.toSet());
    plan.ifPresent(known -> grades.requireMadeBy(known, labels));
    ClassResults kept = ClassResults.of(grades, dojo().exercises(), dojo().language(), time());
    ClassResults shown = plan.map(kept::withPlan).orElse(kept);
    Path into = to.orElse(folder.resolve(FOLDER));
    write(this, publish ? shown.withSeeds() : shown, wanted, into);
    return 0;
  }

  private Instant time() {
    try {
      return at.map(text -> OffsetDateTime.parse(text).toInstant()).orElseGet(Instant::now);
    } catch (DateTimeParseException e) {
      throw wrong("not-a-time", at.orElse(""));
    }
  }

  /** Returns the formats that are asked for; if none is, the usual ones. */
  static Formats wanted(Formats all, List<String> names) {
    return names.isEmpty() ? all.usual() : all.named(names);
  }

  /** Writes what was graded just now. */
  static void write(Subcommand command, Grades grades, Formats formats) {
    Main dojo = command.dojo();
    Instant now = Instant.now();
    ClassResults results = ClassResults.of(grades, dojo.exercises(), dojo.language(), now);
    write(command, results, formats, grades.folder().resolve(FOLDER));
  }

  private static void write(Subcommand command, ClassResults results, Formats formats, Path into) {
    if (!formats.all().isEmpty()) {
      formats.write(results, into).forEach(command::say);
      command.say("report-is-in", String.join(", ", formats.names()), into);
    }
  }
}
