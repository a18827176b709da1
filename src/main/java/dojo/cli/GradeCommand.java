package dojo.cli;

import dojo.grade.ClassGrading;
import dojo.grade.GradeSettings;
import dojo.grade.GradeStore;
import dojo.grade.Grades;
import dojo.grade.Inbox;
import dojo.grade.Intake;
import dojo.grade.Kit;
import dojo.grade.Merge;
import dojo.grade.PointsPlan;
import dojo.grade.Roster;
import dojo.grade.Shard;
import dojo.grade.Similarity;
import dojo.grade.Submission;
import dojo.grade.TestGroup;
import dojo.grade.TestGroups;
import dojo.grade.Tier;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.machine.MissingException;
import dojo.machine.Project;
import dojo.report.FormatSettings;
import dojo.report.Formats;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./dojo grade}: grades one submission or a class. */
@Command(name = "grade")
final class GradeCommand extends Subcommand {
  private static final String AUTO = "auto";
  private static final int MOST_JOBS = 256;

  @Parameters(arity = "0..*", paramLabel = "SUBMISSION", descriptionKey = "submissions")
  private List<Path> named = List.of();

  @Option(names = "--katas", paramLabel = "NN", defaultValue = "all")
  private List<String> wanted = List.of("all");

  @Option(names = "--tier", paramLabel = "TIER", defaultValue = AUTO)
  private String tier = AUTO;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "grades")
  private Path out = Path.of("grades");

  @Option(names = "--jobs", paramLabel = "N")
  private Optional<Integer> jobs = Optional.empty();

  @Option(names = "--seed", paramLabel = "SEED")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--shard", paramLabel = "I/N")
  private Optional<String> shard = Optional.empty();

  @Option(names = "--points", paramLabel = "FILE")
  private Optional<Path> points = Optional.empty();

  @Option(names = "--hidden", paramLabel = "DIR")
  private Optional<Path> hidden = Optional.empty();

  @Option(names = "--roster", paramLabel = "CSV")
  private Optional<Path> roster = Optional.empty();

  @Option(names = "--formats", paramLabel = "FORMAT", split = ",")
  private List<String> formats = List.of();

  @Option(names = "--similarity")
  private boolean similarity;

  GradeCommand(Main dojo) {
    super(dojo);
  }

  @Override
  public Integer call() {
    int threads = jobs.orElse(Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors()));
    requireWithin("--jobs", threads, 1, MOST_JOBS);
    Formats asked = ReportCommand.wanted(Formats.of(settings()), formats);
    List<Submission> all = submissions();
    Exercises exercises = dojo().exercises();
    exercises.requireSolutions();
    List<Kata> katas =
        katas(exercises, wanted).stream().sorted(Comparator.comparingInt(Kata::number)).toList();
    TestGroups groups = TestGroups.of(katas, hidden);
    PointsPlan plan = plan(exercises.all(), points, hidden);
    Shard own = shard();
    if (similarity && own.of() > 1) {
      throw wrong("similarity-of-a-part");
    }
    if (shard.isPresent()) {
      Merge.requireFits(out, own);
    }
    Path folder = Merge.folder(out, own);
    GradeSettings settings =
        GradeSettings.of(Project.version(), groups, plan, tier(), seed(folder, own));
    try (GradeStore store = GradeStore.open(folder, settings, all);
        Kit kit = Kit.open(exercises, groups.all(), settings.seed(), settings.tier())) {
      if (own.of() > 1) {
        Merge.note(folder, own);
      }
      store.disclose(plan);
      List<Submission> mine = share(all, own);
      say("grading", mine.size(), katas.size(), settings.tier(), threads, folder);
      groups.all().forEach(group -> warn(kit, group));
      GradeProgress progress = new GradeProgress(terminal(), words(), mine.size());
      new ClassGrading(new Intake(exercises, katas), settings, store, kit::judge)
          .grade(mine, threads, progress);
      store.finish();
      progress.sum(folder);
      if (similarity) {
        compare(all, exercises, katas, folder);
      }
      if (own.of() == 1) {
        ReportCommand.write(this, store.grades(), asked);
      }
      return progress.failed() > 0 ? Errors.INTERNAL : 0;
    }
  }

  private static FormatSettings settings() {
    return new FormatSettings(System.getenv(), Optional.empty(), Optional.empty());
  }

  /** A hint beside the grades: where it is not available, they stand. */
  private void compare(List<Submission> all, Exercises exercises, List<Kata> katas, Path folder) {
    try {
      Similarity.Result found =
          new Similarity(exercises, katas).compare(all, new Intake(exercises, katas), folder);
      say("similarity-is-in", found.pairs(), folder.resolve(Similarity.FOLDER));
      if (!found.leftOut().isEmpty()) {
        say("not-compared", String.join(", ", found.leftOut()));
      }
    } catch (MissingException e) {
      say("no-similarity", e.in(dojo().language()));
    }
  }

  private List<Submission> submissions() {
    List<Submission> sent = Inbox.of(named);
    List<Submission> all = roster.map(Roster::read).map(list -> list.about(sent)).orElse(sent);
    if (all.isEmpty()) {
      throw wrong("no-submissions");
    }
    return all;
  }

  /** One plan serves all parts of a course: it may speak of katas that are not graded now. */
  static PointsPlan plan(List<Kata> all, Optional<Path> points, Optional<Path> hidden) {
    PointsPlan plan = points.map(PointsPlan::read).orElse(PointsPlan.usual());
    Set<String> labels = all.stream().map(Kata::label).collect(Collectors.toSet());
    plan.requireKnown(labels, TestGroups.of(all, hidden).names());
    return plan;
  }

  private Tier tier() {
    for (Tier each : Tier.values()) {
      if (each.name().equalsIgnoreCase(tier)) {
        return each;
      }
    }
    if (!tier.equals(AUTO)) {
      throw wrong("no-such-tier", tier);
    }
    return Kit.bestTier();
  }

  private Shard shard() {
    return shard
        .map(
            text ->
                (text.equals(AUTO) ? Shard.of(System.getenv()) : Shard.of(text))
                    .orElseThrow(() -> wrong("no-such-shard", text)))
        .orElse(Shard.WHOLE);
  }

  /**
   * The one that is asked for; that of an earlier run; for a shard the one that lies in the folder
   * for all grades, since others can read the words of a command; or one that nobody can know.
   */
  private long seed(Path folder, Shard own) {
    Optional<Long> known =
        seed.or(() -> new Grades(folder).seed()).or(() -> new Grades(out).seed());
    if (known.isEmpty() && own.of() > 1) {
      throw wrong("shards-need-a-seed", new Grades(out).seedFile());
    }
    return known.orElseGet(() -> new SecureRandom().nextLong());
  }

  private static List<Submission> share(List<Submission> all, Shard own) {
    List<Submission> mine = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (own.takes(i)) {
        mine.add(all.get(i));
      }
    }
    return mine;
  }

  /** Nobody can be graded by tests that do not accept the solution. */
  private void warn(Kit kit, TestGroup group) {
    kit.fault(group)
        .ifPresent(fault -> say("control-failed", group.kata().label(), group.name(), fault));
  }
}
