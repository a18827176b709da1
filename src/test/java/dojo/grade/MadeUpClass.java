package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A class whose submissions are judged without running anything: what a test saw follows from the
 * bytes that were handed in.
 *
 * @param inbox the folder of the submissions
 * @param judged the names of all that were judged, also of those that were judged twice
 */
record MadeUpClass(Path inbox, Queue<String> judged) {
  static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());
  static final List<Kata> KATAS = EXERCISES.all().subList(0, 3);
  static final TestGroups GROUPS = TestGroups.of(KATAS, Optional.empty());

  private static final int TESTS = 4;

  /** Writes a class of students s00, s01, … */
  static MadeUpClass of(Path inbox, int students) throws IOException {
    MadeUpClass made = new MadeUpClass(inbox, new ConcurrentLinkedQueue<>());
    for (int i = 0; i < students; i++) {
      made.hand("s" + i / 10 + i % 10, "int answer = " + i + ";");
    }
    return made;
  }

  /** Hands something in, or something else. */
  void hand(String student, String text) throws IOException {
    Path folder = Files.createDirectories(inbox.resolve(student).resolve("kata01"));
    String source = "package kata01;\nclass KeepRule { " + text + " }\n";
    Files.writeString(folder.resolve("KeepRule.java"), source);
  }

  List<Submission> submissions() {
    return Inbox.of(List.of(inbox));
  }

  static GradeSettings settings(long seed) {
    return GradeSettings.of("1.0", GROUPS, PointsPlan.usual(), Tier.A, seed);
  }

  /** Grades into a folder; before each is judged, somebody hears of it. */
  void grade(Path out, int jobs, Shard shard, Consumer<String> before) {
    List<Submission> all = submissions();
    List<Submission> mine = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      mine.addAll(shard.takes(i) ? List.of(all.get(i)) : List.of());
    }
    Path folder = Merge.folder(out, shard);
    try (GradeStore store = GradeStore.open(folder, settings(7), all)) {
      Merge.note(folder, shard);
      new ClassGrading(new Intake(EXERCISES, KATAS), settings(7), store, () -> judge(before))
          .grade(mine, jobs, (graded, anew, done) -> {});
      store.finish();
    }
  }

  void grade(Path out) {
    grade(out, 2, Shard.WHOLE, name -> {});
  }

  Judge judge(Consumer<String> before) {
    return new Judge() {
      @Override
      public Judged judge(Handed handed) {
        before.accept(handed.submission());
        judged.add(handed.submission());
        return new Judged(GROUPS.all().stream().map(group -> judged(group, handed)).toList());
      }

      @Override
      public Tier tier() {
        return Tier.A;
      }

      @Override
      public void close() {}
    };
  }

  private static JudgedKata judged(TestGroup group, Handed handed) {
    List<TestOutcome> outcomes = new ArrayList<>();
    List<SourceFile> files = handed.files(group.kata().label());
    for (int test = 0; test < TESTS; test++) {
      int chance = files.isEmpty() ? 0 : Arrays.hashCode(files.get(0).bytes()) >>> test & 1;
      Seen seen = files.isEmpty() ? new Seen.Todo("") : new Seen.Threw("E", "\uD800 é");
      outcomes.add(TestOutcome.of("test_" + test, chance == 1 ? new Seen.Passed() : seen));
    }
    Duration worked = Duration.ofNanos(System.nanoTime() & 0xFFFFFFFFL); // never twice the same
    return new JudgedKata(group.kata().label(), group.name(), outcomes, "", worked);
  }

  /** All files of a folder that must be the same whenever and wherever they are made. */
  static Map<String, String> same(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.matches("times/.*|shard.*|\\.lock")) {
          files.put(name, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static void assertSame(Path expected, Path actual) {
    assertEquals(same(expected), same(actual));
  }
}
