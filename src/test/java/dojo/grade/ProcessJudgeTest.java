package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Given;
import dojo.content.Workbench;
import dojo.expect.KataSettings;
import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.practice.Source;
import dojo.random.RandomKey;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge says of a class in a process of its own what a student is told who runs it. */
class ProcessJudgeTest {
  /**
   * The way is the same for all katas, so some show it; the thorough run takes all, or these and
   * all their mistakes: -Ddojo.judged=01,02,03, of which 03 must be one.
   */
  private static final List<String> SOME =
      List.of(System.getProperty("dojo.judged", "03,04,06,26").split(","));

  private static final boolean ALL = Integer.getInteger("dojo.keys", 0) > 200;
  private static final boolean THOROUGH = ALL || System.getProperty("dojo.judged") != null;
  private static final long SEED = 42;

  private static Workbench workbench;
  private static Kit kit;
  private static Judge judge;

  @BeforeAll
  static void open(@TempDir Path scratch) {
    Given.assumeUntouched();
    workbench = new Workbench(Workbench.EXERCISES, scratch);
    kit =
        Kit.open(
            Workbench.EXERCISES, katas().stream().map(TestGroup::visible).toList(), SEED, Tier.A);
    judge = kit.judge();
  }

  @AfterAll
  static void close() throws Exception {
    judge.close();
    kit.close();
    workbench.close();
  }

  private static List<Kata> katas() {
    return Workbench.katas().stream().filter(kata -> ALL || SOME.contains(kata.label())).toList();
  }

  @Test
  void solutions_are_green_in_every_test() {
    Map<String, List<SourceFile>> solutions = new TreeMap<>();
    katas().forEach(kata -> solutions.put(kata.label(), List.of(Submissions.solution(kata))));
    for (JudgedKata judged : judge.judge(Submissions.handed(solutions)).katas()) {
      assertEquals(State.GREEN, judged.verdict().state(), judged::toString);
      assertTrue(judged.outcomes().size() > 5, judged::toString);
    }
  }

  @Test
  void each_mistake_is_judged_as_where_it_is_made() {
    List<Map<String, String>> mistakes = katas().stream().map(workbench::mistakes).toList();
    int most = mistakes.stream().mapToInt(Map::size).max().orElse(0);
    for (int i = 0; i < Math.min(most, THOROUGH ? most : 3); i++) {
      judged_alike(i, mistakes);
    }
  }

  /** One submission has the mistake of this number in each kata that has so many. */
  private static void judged_alike(int number, List<Map<String, String>> mistakes) {
    Map<Kata, String> texts = new LinkedHashMap<>();
    Map<String, List<SourceFile>> files = new TreeMap<>();
    for (int i = 0; i < katas().size(); i++) {
      Kata kata = katas().get(i);
      mistakes.get(i).values().stream().skip(number).limit(1).forEach(it -> texts.put(kata, it));
    }
    texts.forEach((kata, it) -> files.put(kata.label(), List.of(Submissions.file(kata, it))));
    Handed handed = Submissions.handed(files);
    KataSettings settings = new KataSettings(Digest.seed(SEED, handed), true);
    Map<String, List<String>> direct = new TreeMap<>();
    texts.forEach(
        (kata, it) ->
            direct.put(kata.label(), judged(kata.label(), workbench.outcomes(kata, it, settings))));
    Map<String, List<String>> remote = new TreeMap<>();
    for (JudgedKata judged : judge.judge(handed).katas()) {
      if (files.containsKey(judged.kata())) {
        remote.put(judged.kata(), judged(judged.kata(), judged.outcomes()));
      }
    }
    assertEquals(direct, remote);
  }

  /**
   * Without the line in kata 30: where the answer calls a layer of ours that refuses, the calling
   * line is known in the answer's own process alone, and a judge names the method.
   */
  private static List<String> judged(String kata, List<TestOutcome> outcomes) {
    return outcomes.stream()
        .map(
            outcome ->
                outcome.test()
                    + outcome.state()
                    + outcome.diagnosis()
                    + (kata.equals("30") ? "" : outcome.line()))
        .toList();
  }

  @Test
  void the_same_submission_gets_the_same_outcomes_to_the_byte() {
    Kata kata = Submissions.kata(3);
    String mistake = Workbench.mistake(kata, "NO_SCALE");
    Handed handed = Submissions.handed(Map.of("03", List.of(Submissions.file(kata, mistake))));
    List<List<TestOutcome>> twice = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      twice.add(
          judge.judge(handed).katas().stream().flatMap(each -> each.outcomes().stream()).toList());
    }
    assertEquals(twice.get(0), twice.get(1));
  }

  @Test
  void the_keys_of_a_submission_tell_nothing_about_those_of_another() {
    Kata kata = Submissions.kata(3);
    String tells =
        Workbench.solution(kata)
            .replaceFirst("(?s)(forward\\([^)]*key\\) \\{)", "$1 System.out.println(key);");
    assertTrue(tells.contains("println(key)"), tells);
    List<String> told = new ArrayList<>();
    for (String text : List.of(tells, tells + "// one more line")) {
      Handed handed = Submissions.handed(Map.of("03", List.of(Submissions.file(kata, text))));
      judge.judge(handed).katas().stream()
          .filter(each -> each.kata().equals("03"))
          .forEach(each -> told.add(each.printed().lines().findFirst().orElseThrow()));
    }
    assertNotEquals(told.get(0), told.get(1));
    assertFalse(told.contains(RandomKey.of(SEED).toString()), told::toString);
  }

  @Test
  void a_kata_that_was_not_handed_in_is_still_to_do() {
    for (JudgedKata judged : judge.judge(Submissions.handed(Map.of())).katas()) {
      assertEquals(State.TODO, judged.verdict().state());
    }
  }

  @Test
  void what_a_process_worked_counts_although_it_was_ended() {
    Kata kata = Submissions.kata(3);
    String endless =
        Workbench.solution(kata).replace("int n = 0;", "int n = 0; while (x.length == 0) {}");
    JudgedKata judged =
        ofThree(
            judge.judge(
                Submissions.handed(Map.of("03", List.of(Submissions.file(kata, endless))))));
    assertEquals(State.RED, judged.verdict().state(), judged::toString);
    assertFalse(judged.worked().isZero(), judged::toString);
  }

  @Test
  void what_a_class_prints_is_kept_and_cut() {
    JudgedKata judged = printing(judge);
    assertEquals(State.GREEN, judged.verdict().state());
    assertTrue(judged.printed().startsWith("ooo") && judged.printed().length() < 20_000);
  }

  @Test
  void what_the_grader_worked_before_is_not_held_against_a_student() {
    Limits shortOnes = Limits.of(Duration.ofSeconds(3));
    List<TestGroup> groups = List.of(TestGroup.visible(Submissions.kata(3)));
    try (Kit kit = Kit.open(Workbench.EXERCISES, groups, SEED, Tier.A, shortOnes);
        Judge hasty = kit.judge()) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      while (threads.getCurrentThreadCpuTime() < 4_000_000_000L) {
        RandomKey.of(SEED).split(1); // as in a class of 300
      }
      assertTrue(printing(hasty).printed().startsWith("ooo"));
    }
  }

  private static JudgedKata printing(Judge judge) {
    Kata kata = Submissions.kata(3);
    String text =
        Workbench.solution(kata)
            .replace(
                "public static float",
                "static { System.out.print(\"o\".repeat(99_999)); }\n\npublic static float");
    return ofThree(
        judge.judge(Submissions.handed(Map.of("03", List.of(Submissions.file(kata, text))))));
  }

  private static JudgedKata ofThree(Judged judged) {
    return judged.katas().stream()
        .filter(each -> each.kata().equals("03"))
        .findFirst()
        .orElseThrow();
  }

  /** A group of one test of kata 03. */
  private static TestGroup group(String name, String testClass, String body) {
    String text =
        """
        package kata03;
        import dojo.expect.Expect;
        import dojo.random.RandomKey;
        @dojo.expect.KataTest("kata03.InvertedDropout")
        class %s {
          private static final float[][] X = {{1, 2}};
          interface Subject { float[][] forward(float[][] x, double p, RandomKey key); }
          @org.junit.jupiter.api.Test
          void it_is_so(Subject dropout, RandomKey key) { %s }
        }
        """
            .formatted(testClass, body);
    return new TestGroup(
        Submissions.kata(3),
        name,
        "kata03." + testClass,
        List.of(new Source("kata03/" + testClass + ".java", text)));
  }

  @Test
  void what_a_class_writes_into_an_array_of_a_test_does_not_reach_the_next_submission() {
    String body =
        """
        Expect.expect("forward", dropout.forward(X, 0, key)).toBeExactly(new float[][] {{1, 2}});
        """;
    TestGroup keeping = group("keeping", "KeepingTest", body);
    Kata kata = Submissions.kata(3);
    String solution = Workbench.solution(kata);
    String writes =
        solution.replaceFirst("(?s)(forward\\([^)]*key\\) \\{)", "$1 x[0] = new float[] {7, 7};");
    try (Kit own = Kit.open(Workbench.EXERCISES, List.of(keeping), SEED, Tier.A);
        Judge other = own.judge()) {
      List<State> states = new ArrayList<>();
      for (String text : List.of(writes, solution)) {
        Handed handed = Submissions.handed(Map.of("03", List.of(Submissions.file(kata, text))));
        states.add(other.judge(handed).katas().get(0).verdict().state());
      }
      assertEquals(List.of(State.RED, State.GREEN), states);
    }
  }

  @Test
  void a_class_may_log_and_have_a_helper_of_any_name() {
    Kata kata = Submissions.kata(3);
    String text =
        Workbench.solution(kata)
            .replaceFirst("(?s)(forward\\([^)]*key\\) \\{)", "$1 Größe.of(x.length);");
    String helper =
        """
        package kata03;
        public class Größe {
          static int of(int n) {
            java.util.logging.Logger.getLogger("kata03").fine("rows: " + n);
            return java.util.random.RandomGenerator.of("L64X128MixRandom").nextInt(n + 1);
          }
        }
        """;
    List<SourceFile> files =
        List.of(
            Submissions.file(kata, text),
            new SourceFile("Größe.java", helper.getBytes(StandardCharsets.UTF_8)));
    JudgedKata judged = ofThree(judge.judge(Submissions.handed(Map.of("03", files))));
    assertEquals(State.GREEN, judged.verdict().state(), judged::toString);
  }

  @Test
  void a_group_that_its_own_solution_fails_is_an_error_for_everybody() {
    Kata kata = Submissions.kata(3);
    String body =
        """
        Expect.expect("forward", dropout.forward(new float[1][1], 0, key)).toBeExactly(new float[2][2]);
        """;
    TestGroup impossible = group("impossible", "ImpossibleTest", body);
    List<TestGroup> groups = List.of(Submissions.probe(), impossible);
    try (Kit broken = Kit.open(Workbench.EXERCISES, groups, SEED, Tier.A);
        Judge other = broken.judge()) {
      Handed handed = Submissions.handed(Map.of("03", List.of(Submissions.solution(kata))));
      List<JudgedKata> judged = other.judge(handed).katas();
      assertEquals(State.GREEN, judged.get(0).verdict().state());
      assertEquals(State.ERROR, judged.get(1).verdict().state());
      assertInstanceOf(Seen.Fault.class, judged.get(1).outcomes().get(0).seen());
    }
  }
}
