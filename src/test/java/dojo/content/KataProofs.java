package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.expect.Chance;
import dojo.expect.KataSettings;
import dojo.expect.Trials;
import dojo.kata.Composer;
import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.Solution;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.TodoMark;
import dojo.kata.Tried;
import dojo.kata.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/**
 * What is proved about the files of a kata by running them. Each proof fails with what to mend.
 *
 * @param workbench where the katas are, and what compiles and runs them
 * @param keys how many keys a solution is tried under; a mistake is tried under one in fifty
 */
record KataProofs(Workbench workbench, int keys) {

  /** What tries many keys itself is tried under one: there are many seeds. */
  private static final Map<String, String> ONCE = Map.of(KataSettings.TRIALS, "1");

  private static final KataSettings ALL = new KataSettings(KataSettings.DEFAULT_SEED, true);

  void the_solution_passes_every_test(Kata kata) {
    String solution = workbench.exercises().solution(kata).model();
    int most = Math.max(1, (keys + Workbench.THREADS - 1) / Workbench.THREADS);
    workbench.inParallel(
        IntStream.range(0, (keys + most - 1) / most)
            .<Executable>mapToObj(
                part ->
                    () -> passes(kata, solution, part * most, Math.min(keys, (part + 1) * most)))
            .toList());
  }

  /** Under the seeds from one, before another; the classes are loaded once and stay warm. */
  private void passes(Kata kata, String solution, int from, int to) {
    workbench.with(
        kata,
        solution,
        bench -> {
          assertEquals(
              List.of(),
              bench.state(kata),
              "what the solution of "
                  + kata.name()
                  + " keeps from seed to seed would make this proof worthless: no static fields");
          for (int seed = from; seed < to; seed++) {
            for (TestOutcome outcome : bench.run(new KataSettings(seed, true), ONCE)) {
              assertEquals(
                  State.GREEN,
                  outcome.state(),
                  "solutions/"
                      + kata.name()
                      + " must pass its own test; mend one of both. Repeat by -Ddojo.seed="
                      + seed
                      + "\n"
                      + words(kata, outcome));
            }
          }
          return true;
        });
  }

  void the_start_fails_as_it_should(Kata kata) {
    String start = workbench.start(kata);
    switch (kata.plan().start()) {
      case TODO, TEST -> fails_only_through_its_todo(kata, start);
      case BUG -> fails_with_the_first_mistake(kata, start);
    }
  }

  private void fails_only_through_its_todo(Kata kata, String start) {
    for (TestOutcome outcome : workbench.outcomes(kata, start, ALL)) {
      assertEquals(
          State.TODO,
          outcome.state(),
          outcome.test()
              + " of "
              + kata.name()
              + " must call the student's method before it can pass or fail otherwise\n"
              + words(kata, outcome));
    }
  }

  private void fails_with_the_first_mistake(Kata kata, String start) {
    assertFalse(
        TodoMark.isIn(start),
        kata.name() + " starts with a bug, so nothing is left to write: remove the TODO");
    String first = workbench.exercises().mistakes(kata).get(0).id();
    fails_with(kata, first, start);
    keeps_its_name_until_hint_3(kata, first, start);
  }

  private void keeps_its_name_until_hint_3(Kata kata, String id, String start) {
    String symptom =
        kata.words(Locale.ENGLISH)
            .symptom(id)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "exercises/" + kata.name() + "/messages.properties: add symptom." + id));
    Verdict verdict =
        new Verdict(kata.label(), workbench.outcomes(kata, start, KataSettings.usual()), "");
    for (int hints = 0; hints <= 4; hints++) {
      Composer composer = Composer.of(kata, Locale.ENGLISH).withHintsShown(hints);
      String told = composer.report(verdict) + composer.report(verdict).html();
      assertTrue(told.contains(symptom), told);
      assertEquals(
          hints >= 3,
          told.contains(id),
          kata.name() + " names its bug from hint 3 on: reword the symptom or the check\n" + told);
    }
  }

  void every_mistake_gets_its_own_diagnosis(Kata kata) {
    Map<String, String> mistakes = workbench.mistakes(kata);
    assertEquals(
        new TreeSet<>(mistakes.keySet()),
        new TreeSet<>(kata.plan().hints().keySet()),
        "the mistakes of solutions/"
            + kata.name()
            + "/mistakes.diff and the entries hint.ID of exercises/"
            + kata.name()
            + "/kata.properties must be the same: add what is missing");
    workbench.inParallel(
        mistakes.entrySet().stream()
            .<Executable>map(
                mistake -> () -> fails_with(kata, mistake.getKey(), mistake.getValue()))
            .toList());
  }

  private void fails_with(Kata kata, String id, String student) {
    String sentence =
        kata.words(Locale.ENGLISH)
            .diagnosis(id)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "exercises/" + kata.name() + "/messages.properties: add diagnosis." + id));
    int seeds = triesManyKeys(kata) ? 1 : Math.max(1, keys / 50);
    List<KataSettings> settings =
        IntStream.range(0, seeds).mapToObj(seed -> new KataSettings(seed, false)).toList();
    List<List<TestOutcome>> outcomes = workbench.outcomes(kata, student, settings);
    for (int seed = 0; seed < seeds; seed++) {
      Verdict verdict = new Verdict(kata.label(), outcomes.get(seed), "");
      Composer composer = Composer.of(kata, Locale.ENGLISH).withHintsShown(4);
      String told = composer.report(verdict).toString();
      assertEquals(State.RED, verdict.state(), remedy(kata, id, "passes every test", seed));
      assertEquals(
          id, verdict.diagnosis(), remedy(kata, id, "gets another diagnosis", seed) + "\n" + told);
      assertTrue(told.contains(sentence), remedy(kata, id, "is not told", seed));
    }
  }

  /** Of an answer that was tried, the verdict: a diagnosis, none, or green. */
  void every_answer_that_was_tried_gets_its_verdict(Kata kata) {
    Solution solution = workbench.exercises().solution(kata);
    workbench.inParallel(
        workbench.exercises().tried(kata).stream()
            .<Executable>map(tried -> () -> gets_its_verdict(kata, solution, tried))
            .toList());
  }

  private void gets_its_verdict(Kata kata, Solution solution, Tried tried) {
    Verdict verdict =
        new Verdict(
            kata.label(),
            workbench.outcomes(kata, tried.answer().in(solution), KataSettings.usual()),
            "");
    String got =
        verdict.state() == State.GREEN
            ? Tried.GREEN
            : verdict.diagnosis().isEmpty() ? Tried.NONE : verdict.diagnosis();
    assertEquals(
        tried.verdict(),
        got,
        () ->
            String.format(
                "\"%s\" of %s gets another verdict: mend the checks, or the verdict%n%s",
                tried.answer().id(),
                tried.answer().file(),
                Composer.of(kata, Locale.ENGLISH).report(verdict)));
  }

  private static String remedy(Kata kata, String id, String what, int seed) {
    return String.format(
        "%s of solutions/%s/mistakes.diff %s with seed %d: mend the mistake, or the checks and"
            + " their order in exercises/%s/%s",
        id, kata.name(), what, seed, kata.name(), kata.test().getFileName());
  }

  /** With a false-alarm rate above 1 every random check fails, so that what it states is seen. */
  void every_random_check_states_rate_size_bound_and_seed(Kata kata) {
    workbench.with(
        kata,
        workbench.exercises().solution(kata).model(),
        bench -> {
          List<TestOutcome> outcomes =
              bench.run(new KataSettings(7, true), Map.of(KataSettings.ALPHA, "2"));
          for (TestOutcome outcome : outcomes) {
            boolean random = takesChance(bench.run().test(), outcome.test());
            assertEquals(random ? State.RED : State.GREEN, outcome.state(), outcome.test());
            assertEquals(
                random,
                states(outcome.seen(), 2, 7),
                "state α, n, bound and seed, by judging with Chance:\n" + words(kata, outcome));
          }
          return true;
        });
  }

  private static boolean states(Seen seen, double alpha, long seed) {
    return seen instanceof Seen.Count count
            && count.alpha() == alpha
            && count.seed() == seed
            && count.n() > 0
            && count.low() <= count.high()
        || seen instanceof Seen.SharedDraw shared
            && shared.alpha() == alpha
            && shared.seed() == seed
            && shared.n() > 0
        || seen instanceof Seen.RepeatedDraws repeated
            && repeated.alpha() == alpha
            && repeated.seed() == seed
            && repeated.n() > 0
        || seen instanceof Seen.IgnoredKey ignored
            && ignored.alpha() == alpha
            && ignored.seed() == seed
            && ignored.n() > 0;
  }

  private static String words(Kata kata, TestOutcome outcome) {
    return Composer.of(kata, Locale.ENGLISH).report(outcome).toString();
  }

  /** Whether the tests try many keys themselves, so that one seed is enough. */
  private static boolean triesManyKeys(Kata kata) {
    return Workbench.read(kata.test()).contains("import " + Trials.class.getName() + ";");
  }

  private static boolean takesChance(Class<?> test, String method) {
    return Stream.of(test.getDeclaredMethods())
        .filter(candidate -> candidate.getName().equals(method))
        .anyMatch(found -> List.of(found.getParameterTypes()).contains(Chance.class));
  }
}
