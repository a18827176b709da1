package dojo.content;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.expect.Chance;
import dojo.expect.KataSettings;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is proved about every kata on every build: a student can trust a green, a red and the reason
 * that is given. A new kata is found by its folder.
 */
class KataProofsTest {
  /** At least 200 keys; the thorough run asks for 10,000: mvn test -Ddojo.keys=10000. */
  private static final int KEYS = Integer.getInteger("dojo.keys", 200);

  private static final int MISTAKE_KEYS = 8;
  private static final KataSettings ALL = new KataSettings(KataSettings.DEFAULT_SEED, true);

  private static Workbench workbench;

  @BeforeAll
  static void open(@TempDir Path scratch) {
    workbench = new Workbench(scratch);
  }

  @AfterAll
  static void close() throws IOException {
    workbench.close();
  }

  static List<Kata> katas() {
    return Workbench.katas();
  }

  @Test
  void no_kata_is_overlooked() {
    assertTrue(
        katas().size() >= 3,
        "fewer than 3 katas in solutions: were they moved? The proofs look for solutions/kataNN");
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_1_the_solution_passes_every_test_with_every_key(Kata kata) throws Throwable {
    Given.prove(
        kata,
        () ->
            workbench.with(
                kata,
                Workbench.solution(kata),
                bench -> {
                  for (int seed = 0; seed < KEYS; seed++) {
                    for (TestOutcome outcome : bench.run(new KataSettings(seed, true))) {
                      assertEquals(
                          State.GREEN,
                          outcome.state(),
                          "solutions/"
                              + kata.name()
                              + " must pass its own test; mend one of both."
                              + " Repeat by -Ddojo.seed="
                              + seed
                              + "\n"
                              + outcome.message());
                    }
                  }
                  return true;
                }));
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_2_the_untouched_stub_fails_every_test_only_through_its_todo(Kata kata)
      throws Throwable {
    Given.prove(
        kata,
        () -> {
          for (TestOutcome outcome : workbench.outcomes(kata, Workbench.STUBS.of(kata), ALL)) {
            assertEquals(
                State.TODO,
                outcome.state(),
                outcome.test()
                    + " of "
                    + kata.name()
                    + " must call the student's method before it"
                    + " can pass or fail otherwise\n"
                    + outcome.message());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_3_every_mistake_gets_its_own_diagnosis_and_the_solution_none(Kata kata)
      throws Throwable {
    Given.prove(
        kata,
        () -> {
          Map<String, Path> mistakes = new TreeMap<>(Workbench.mistakes(kata));
          assertEquals(
              mistakes.keySet(),
              kata.plan().hints().keySet(),
              "the folders of solutions/"
                  + kata.name()
                  + "/mistakes and the entries hint.ID of exercises/"
                  + kata.name()
                  + "/kata.properties must be the same: add what is missing");
          assertAll(
              mistakes.entrySet().stream()
                  .map(e -> () -> identity(kata, e.getKey(), e.getValue())));
        });
  }

  private static void identity(Kata kata, String id, Path mistake) {
    workbench.with(
        kata,
        Workbench.read(mistake),
        bench -> {
          for (int seed = 0; seed < MISTAKE_KEYS; seed++) {
            List<TestOutcome> outcomes = bench.run(new KataSettings(seed, false));
            Verdict verdict = new Verdict(kata.label(), "", outcomes, "");
            assertEquals(State.RED, verdict.state(), remedy(kata, id, "passes every test", seed));
            assertEquals(
                id,
                verdict.diagnosis(),
                remedy(kata, id, "gets another diagnosis", seed) + "\n" + verdict);
            String sentence = kata.words(Locale.ENGLISH).diagnosis(id).orElse("(no sentence)");
            assertTrue(
                verdict.toString().contains(sentence), remedy(kata, id, "is not told", seed));
          }
          return true;
        });
  }

  private static String remedy(Kata kata, String id, String what, int seed) {
    return String.format(
        "solutions/%s/mistakes/%s %s with seed %d: mend the mistake, or the checks and their order"
            + " in exercises/%s/%s",
        kata.name(), id, what, seed, kata.name(), kata.test().getFileName());
  }

  /** With a false-alarm rate above 1 no count is accepted, so that every message can be read. */
  @ParameterizedTest
  @MethodSource("katas")
  void proof_4_every_random_check_states_rate_size_bound_and_seed(Kata kata) throws Throwable {
    Given.prove(
        kata,
        () ->
            workbench.with(
                kata,
                Workbench.solution(kata),
                bench -> {
                  List<TestOutcome> outcomes =
                      bench.run(new KataSettings(7, true), Map.of(KataSettings.ALPHA, "2"));
                  for (TestOutcome outcome : outcomes) {
                    boolean random = takesChance(bench.run().test(), outcome.test());
                    assertEquals(random ? State.RED : State.GREEN, outcome.state(), outcome.test());
                    if (random) {
                      assertTrue(
                          outcome
                              .message()
                              .matches(
                                  "(?s).*within the bound \\[\\d+, \\d+\\].* of n = \\d+.*"
                                      + "false-alarm rate α = \\S+; seed = 7\\).*"),
                          "state α, n, bound and seed, by judging with Chance:\n" + outcome);
                    }
                  }
                  return true;
                }));
  }

  private static boolean takesChance(Class<?> test, String method) {
    return Stream.of(test.getDeclaredMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .anyMatch(found -> List.of(found.getParameterTypes()).contains(Chance.class));
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_5_four_hints_and_none_gives_the_answer_away(Kata kata) throws Throwable {
    Given.prove(
        kata,
        () -> {
          List<String> hints = kata.words(Locale.ENGLISH).hints();
          assertEquals(4, hints.size(), kata.name() + ": hint.1 to hint.4 in messages.properties");
          List<String> decisive =
              Workbench.solution(kata)
                  .lines()
                  .filter(line -> line.contains("// decisive"))
                  .toList();
          assertFalse(
              decisive.isEmpty(),
              "mark the line that matters in solutions/" + kata.name() + " by // decisive");
          assertFalse(
              Workbench.STUBS.of(kata).contains("// decisive"),
              "the decisive line of solutions/" + kata.name() + " must lie in the marked answer");
          for (String line : decisive) {
            String code = squeeze(line.replaceAll("// decisive.*", ""));
            for (String hint : hints) {
              assertFalse(
                  squeeze(hint).contains(code.replaceAll(";$", "")),
                  "a hint of " + kata.name() + " gives the decisive line away, reword it: " + hint);
            }
          }
          kata.plan()
              .hints()
              .forEach(
                  (id, level) ->
                      assertTrue(
                          level >= 1 && level <= 4,
                          "hint." + id + " of " + kata.name() + " must be 1 to 4"));
        });
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @MethodSource("katas")
  void proof_6_a_missing_or_renamed_method_gives_one_kind_line(Kata kata) throws Throwable {
    Given.prove(
        kata,
        () -> {
          String type = kata.plan().className();
          String empty = "package " + kata.name() + "; public final class " + type + " {}";
          List<Method> needed = workbench.with(kata, empty, bench -> subject(bench.run().test()));
          for (Method method : needed) {
            String name = method.getName();
            String misspelt = name.charAt(0) + name.substring(2);
            String needs = kata.name() + " needs `" + signature(method) + "`; found ";
            String renamed =
                Workbench.solution(kata).replaceAll("\\b" + name + "\\(", misspelt + "(");
            saysOnce(workbench.outcomes(kata, renamed, ALL), needs + "`" + misspelt + "`");
            saysOnce(workbench.outcomes(kata, empty, ALL), needs + "no method");
          }
          String nothing = "package " + kata.name() + ";";
          saysOnce(
              workbench.outcomes(kata, nothing, ALL),
              kata.name() + " needs the class `" + kata.name() + "." + type + "`; found none");
        });
  }

  private static List<Method> subject(Class<?> test) {
    return Arrays.stream(test.getDeclaredClasses())
        .filter(Class::isInterface)
        .flatMap(subject -> Arrays.stream(subject.getDeclaredMethods()))
        .toList();
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private static void saysOnce(List<TestOutcome> outcomes, String line) {
    List<String> lines = outcomes.get(0).message().lines().filter(l -> !l.isBlank()).toList();
    assertEquals("  " + line, lines.get(1), "the first failure must say what is missing");
    assertTrue(lines.size() <= 4, "one kind line, not a wall:\n" + outcomes.get(0).message());
  }
}
