package dojo.report;

import dojo.content.Workbench;
import dojo.grade.Grade;
import dojo.grade.GradeSettings;
import dojo.grade.GradeStore;
import dojo.grade.Graded;
import dojo.grade.Grades;
import dojo.grade.Judged;
import dojo.grade.JudgedKata;
import dojo.grade.PointsPlan;
import dojo.grade.Remark;
import dojo.grade.Submission;
import dojo.grade.Tier;
import dojo.grade.Worth;
import dojo.kata.Label;
import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import dojo.kata.Value;
import dojo.words.Sentence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A submission as somebody may have handed it in, and when its results are read.
 *
 * @param name the name of the folder with what every format makes of it
 * @param submission the submission
 * @param judged what the tests saw
 * @param remarks what was odd
 * @param plan what is disclosed
 * @param at when it is read
 * @param seeds whether seeds are published
 */
record Situation(
    String name,
    Submission submission,
    List<JudgedKata> judged,
    List<Remark> remarks,
    Map<String, String> plan,
    Instant at,
    Audience.Seeds seeds) {
  static final Instant BEFORE = Instant.parse("2026-11-30T12:00:00Z");
  static final Instant AFTER = Instant.parse("2026-12-02T12:00:00Z");

  /** Under a plan that shows more after the deadline. */
  static final Map<String, String> PLAN =
      Map.of(
          "deadline",
          "2026-12-01T23:59:00+01:00",
          "show.edge-cases",
          "points",
          "show.edge-cases.after",
          "example",
          "show.speed",
          "diagnosis");

  private static final Submission ADA =
      new Submission(
          "ada",
          List.of(),
          Map.of(
              "ID", "1815",
              "Email address", "Ada@Example.org",
              "ID number", "0042",
              "late", "yes",
              "attempt", "2"));

  private static final TestOutcome PASSED = TestOutcome.of("the_shape_stays", new Seen.Passed());

  private static final TestOutcome RED =
      new TestOutcome(
          "each_value_becomes_zero_or_x_over_q",
          new Seen.Difference(
              "forward(x, 0.6, key)",
              List.of(),
              List.of(new Seen.Argument("x", new Value(new double[][] {{1, 2}, {3, 4}}))),
              new Value(new double[][] {{0, 5}, {7.5, 0}}),
              new Value(new double[][] {{0, 2}, {3, 0}}),
              List.of(0, 1)),
          "NO_SCALE",
          27);

  private static final TestOutcome COUNT =
      TestOutcome.of(
          "each_element_is_dropped_with_probability_p",
          new Seen.Count(Label.of("zeros"), 1811, 10_000, 0.1, 1e-9, 819, 1189, 7));

  static Stream<Situation> all() {
    return Stream.of(
        of("all-green", kata("01", PASSED), kata("03", PASSED, passed("the_input_stays"))),
        of("red-with-diagnosis", kata("01", PASSED), kata("03", PASSED, RED)),
        of("red-without-diagnosis", kata("03", PASSED, COUNT)),
        of("todo", kata("03", todo("the_shape_stays"), todo("the_input_stays_as_it_was"))),
        of("nothing-handed-in", kata("01", none()), kata("03", none()))
            .with(new Remark("", sentence("nothing-handed-in"))),
        of("kit-error", kata("01", PASSED), kata("03", fault("control: /home/kit, seed 7"))),
        of("no-test-ran", kata("03", TestOutcome.of("", new Seen.NoTest()))),
        of("time-out", kata("03", PASSED, slow("the_input_stays_as_it_was"))),
        of("compile-error", kata("03", notCompiled())),
        hidden("hidden-before-the-deadline", BEFORE),
        hidden("hidden-after-the-deadline", AFTER),
        of("bug-before-the-deadline", bug()).read(PLAN, BEFORE),
        of("bug-after-the-deadline", bug()).read(PLAN, AFTER),
        hostile(),
        of("seed-published", kata("03", PASSED, COUNT)).published());
  }

  private static Situation of(String name, JudgedKata... judged) {
    return new Situation(
        name, ADA, List.of(judged), List.of(), Map.of(), AFTER, Audience.Seeds.SECRET);
  }

  private Situation with(Remark remark) {
    return new Situation(name, submission, judged, List.of(remark), plan, at, seeds);
  }

  private Situation read(Map<String, String> entries, Instant time) {
    return new Situation(name, submission, judged, remarks, entries, time, seeds);
  }

  private Situation published() {
    return new Situation(name, submission, judged, remarks, plan, at, Audience.Seeds.PUBLISHED);
  }

  private static Situation hidden(String name, Instant at) {
    return of(
            name,
            kata("03", PASSED, COUNT),
            group("03", "edge-cases", "", passed("an_empty_input_stays_empty"), RED),
            group("03", "speed", "hidden input", RED, slow("a_large_input")))
        .read(PLAN, at);
  }

  /** Everything that a student can write, and that some format could take for its own. */
  private static Situation hostile() {
    String text =
        "</pre></details>]]><script>alert(1)</script> & \"quoted\" | `code` ``` @octocat #1"
            + " [x](javascript:alert(1)) **bold** \u0000\u0007\u001b[31mred\u001b[0m \uD800 \uFFFE 😀"
            + "\r\n|-|\n# heading\n=cmd|' /C calc'!A0";
    Map<String, String> about =
        Map.of(
            "ID", "1815",
            "Email address", "=HYPERLINK(\"http://x\")@example.org",
            "name", "<img src=x onerror=alert(1)>\u0001",
            "comment", text);
    Submission submission = new Submission("=1+1|../<b>*x*", List.of(), about);
    JudgedKata threw =
        new JudgedKata(
            "03",
            JudgedKata.VISIBLE,
            List.of(PASSED, TestOutcome.of("the_input_stays", new Seen.Threw("E", text))),
            text + "😀".repeat(400),
            Duration.ZERO);
    Remark remark = new Remark("a|b<i>`x`\n@octocat.java", sentence("is-no-text"));
    return new Situation(
        "hostile-texts",
        submission,
        List.of(threw),
        List.of(remark),
        Map.of(),
        AFTER,
        Audience.Seeds.SECRET);
  }

  private static JudgedKata bug() {
    return kata(
        "25",
        PASSED,
        new TestOutcome(
            "the_model_evaluates_without_noise",
            new Seen.Difference(
                "evaluate()", List.of(), List.of(), new Value(0.5), new Value(0.25), List.of()),
            bugId(),
            0));
  }

  /** The bug that students of kata 25 begin with. */
  static String bugId() {
    return Workbench.EXERCISES.mistakes(Workbench.EXERCISES.kata(25).orElseThrow()).get(0).id();
  }

  private static Sentence sentence(String key) {
    return Sentence.of(Remark.class, key);
  }

  private static JudgedKata kata(String label, TestOutcome... outcomes) {
    return group(label, JudgedKata.VISIBLE, "", outcomes);
  }

  private static JudgedKata group(
      String label, String group, String printed, TestOutcome... outcomes) {
    return new JudgedKata(label, group, List.of(outcomes), printed, Duration.ofMillis(12));
  }

  private static TestOutcome passed(String test) {
    return TestOutcome.of(test, new Seen.Passed());
  }

  private static TestOutcome todo(String test) {
    return TestOutcome.of(test, new Seen.Todo("drop and scale"));
  }

  private static TestOutcome none() {
    return TestOutcome.of("", new Seen.Todo(""));
  }

  private static TestOutcome fault(String what) {
    return TestOutcome.of("", new Seen.Fault(what));
  }

  private static TestOutcome slow(String test) {
    return TestOutcome.of(test, new Seen.TooSlow(10));
  }

  private static TestOutcome notCompiled() {
    Seen.Problem problem =
        new Seen.Problem("InvertedDropout.java", 12, "';' expected", "compiler.err.expected");
    return TestOutcome.of("", new Seen.NotCompiled(List.of(problem)));
  }

  /** Grades into a folder, as the grader does. */
  Grades grade(Path folder) {
    Map<String, Map<String, Double>> points = new LinkedHashMap<>();
    for (JudgedKata each : judged) {
      points.computeIfAbsent(each.kata(), any -> new LinkedHashMap<>()).put(each.group(), 10.0);
    }
    Worth worth = new Worth(points);
    GradeSettings settings = new GradeSettings("1.0", "tests", Tier.C, worth, 7);
    Grade grade = worth.grade(submission.name(), "1.0", Tier.C, new Judged(judged));
    try (GradeStore store = GradeStore.open(folder, settings, List.of(submission))) {
      store.disclose(new PointsPlan("", plan));
      store.write(new Graded(grade, "content", remarks, Map.of()));
      store.finish();
      return store.grades();
    }
  }

  /** Returns the results as they are read. */
  ClassResults results(Path folder) {
    ClassResults results = ClassResults.of(grade(folder), Workbench.EXERCISES, Locale.ENGLISH, at);
    return seeds == Audience.Seeds.PUBLISHED ? results.withSeeds() : results;
  }

  @Override
  public String toString() {
    return name;
  }
}
