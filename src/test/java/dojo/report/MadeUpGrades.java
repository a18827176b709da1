package dojo.report;

import dojo.grade.Grade;
import dojo.grade.GradeSettings;
import dojo.grade.GradeStore;
import dojo.grade.Graded;
import dojo.grade.Grades;
import dojo.grade.GroupGrade;
import dojo.grade.KataGrade;
import dojo.grade.PointsPlan;
import dojo.grade.Remark;
import dojo.grade.Submission;
import dojo.grade.Tier;
import dojo.grade.Worth;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import dojo.kata.Value;
import dojo.kata.Verdict;
import dojo.random.RandomKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Grades that nobody got: of any number of students, in all katas, made of a key. Of each kata all
 * tests are worth ten points, and those of the hidden group {@code edge-cases} five.
 *
 * @param all what each student got
 */
record MadeUpGrades(List<Graded> all) {
  static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());
  static final String HIDDEN = "edge-cases";
  static final long SEED = 20_261_126;

  private static final int TESTS = 8;
  private static final double VISIBLE_POINTS = 10;
  private static final double HIDDEN_POINTS = 5;

  /** A class whose students differ in how far they came, and in how well. */
  static MadeUpGrades of(int students) {
    List<Graded> all = new ArrayList<>();
    List<Kata> katas = EXERCISES.all();
    for (int i = 0; i < students; i++) {
      all.add(student(String.format(Locale.ROOT, "student %05d", i), RandomKey.of(i), katas));
    }
    return new MadeUpGrades(all);
  }

  private static Graded student(String name, RandomKey key, List<Kata> katas) {
    int written = (int) (katas.size() * Math.min(1, 0.3 + key.uniform(0)));
    double skill = Math.sqrt(key.uniform(1));
    List<KataGrade> grades = new ArrayList<>();
    Map<String, Duration> worked = new TreeMap<>();
    for (Kata kata : katas) {
      RandomKey own = key.split(kata.number());
      TestOutcome[] outcomes = new TestOutcome[TESTS];
      int from = own.uniform(0) < skill ? TESTS : own.below(1, TESTS);
      Arrays.setAll(outcomes, i -> outcome(kata, i, i < from, own));
      boolean reached = kata.number() <= written;
      Seen nothing = new Seen.Todo("");
      List<TestOutcome> seen = reached ? List.of(outcomes) : List.of(TestOutcome.of("", nothing));
      grades.add(kata(kata.label(), seen, from));
      worked.put(
          kata.label() + "/visible", Duration.ofMillis(reached ? 40 + own.below(2, 900) : 0));
    }
    Grade grade = new Grade(name, "1.0", Tier.B, grades);
    return new Graded(grade, Long.toHexString(key.state()), List.of(), worked);
  }

  private static TestOutcome outcome(Kata kata, int test, boolean passed, RandomKey key) {
    String name = "made_up_test_" + test;
    if (passed) {
      return TestOutcome.of(name, new Seen.Passed());
    }
    List<String> ids = List.copyOf(new TreeSet<>(kata.plan().hints().keySet()));
    String id =
        key.below(3, 10) == 0 ? "" : ids.get((int) (ids.size() * Math.pow(key.uniform(4), 2)));
    return new TestOutcome(name, difference("forward(x, 0.4, key)"), id, 12);
  }

  static Seen difference(String call) {
    Value expected = new Value(new double[][] {{0, 2.5, 5}, {0, 0, 1.25}});
    Value actual = new Value(new double[][] {{0, 1, 2}, {0, 0, 0.5}});
    Value x = new Value(new double[][] {{1, 1, 2}, {3, 4, 0.5}});
    return new Seen.Difference(
        call, List.of(), List.of(new Seen.Argument("x", x)), expected, actual, List.of(0, 1));
  }

  /** The hidden group sees what the last two tests saw. */
  private static KataGrade kata(String label, List<TestOutcome> seen, int passed) {
    double points = seen.size() == 1 ? 0 : Math.floor(VISIBLE_POINTS * 100 * passed / TESTS) / 100;
    List<TestOutcome> last = seen.subList(Math.max(0, seen.size() - 2), seen.size());
    int lastPassed = Math.max(0, passed - TESTS + 2);
    double more = seen.size() == 1 ? 0 : HIDDEN_POINTS * lastPassed / 2;
    return new KataGrade(
        label,
        List.of(
            new GroupGrade("visible", points, VISIBLE_POINTS, new Verdict(label, seen, "")),
            new GroupGrade(HIDDEN, more, HIDDEN_POINTS, new Verdict(label, last, ""))));
  }

  /** A student who wrote the first kata alone, of which one test was made. */
  static Graded single(String name, TestOutcome outcome, double points, Remark... remarks) {
    List<KataGrade> katas = new ArrayList<>();
    for (Kata kata : EXERCISES.all()) {
      TestOutcome seen = kata.number() == 1 ? outcome : TestOutcome.of("", new Seen.Todo(""));
      double own = kata.number() == 1 ? points : 0;
      katas.add(kata(kata.label(), List.of(seen), 0));
      if (kata.number() == 1) {
        Verdict verdict = new Verdict(kata.label(), List.of(seen), "");
        katas.set(
            0,
            new KataGrade(
                kata.label(),
                List.of(
                    new GroupGrade("visible", own, VISIBLE_POINTS, verdict),
                    new GroupGrade(HIDDEN, own, HIDDEN_POINTS, verdict))));
      }
    }
    return new Graded(
        new Grade(name, "1.0", Tier.B, katas),
        name,
        List.of(remarks),
        Map.of("01/visible", Duration.ofMillis(70)));
  }

  /** The same class with some more students. */
  MadeUpGrades with(Graded... more) {
    List<Graded> both = new ArrayList<>(all);
    both.addAll(List.of(more));
    return new MadeUpGrades(both);
  }

  /** Writes a folder of grades, and reads it; some may be known but not graded. */
  ClassResults in(Path folder, PointsPlan plan, Instant at, String... notGraded) {
    List<Submission> submissions = new ArrayList<>();
    all.forEach(each -> submissions.add(submission(each.grade().submission())));
    Arrays.asList(notGraded).forEach(name -> submissions.add(submission(name)));
    GradeSettings settings = new GradeSettings("1.0", "tests", Tier.B, worth(), SEED);
    try (GradeStore store = GradeStore.open(folder, settings, submissions)) {
      all.forEach(store::write);
      store.disclose(plan);
      store.finish();
    }
    return ClassResults.of(Grades.in(folder), EXERCISES, Locale.ENGLISH, at);
  }

  private static Submission submission(String name) {
    return new Submission(name, List.of(), Map.of());
  }

  private static Worth worth() {
    Map<String, Map<String, Double>> worth = new LinkedHashMap<>();
    for (Kata kata : EXERCISES.all()) {
      Map<String, Double> groups = new LinkedHashMap<>();
      groups.put("visible", VISIBLE_POINTS);
      groups.put(HIDDEN, HIDDEN_POINTS);
      worth.put(kata.label(), groups);
    }
    return new Worth(worth);
  }
}
