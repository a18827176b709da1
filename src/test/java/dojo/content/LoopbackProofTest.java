package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.expect.KataSettings;
import dojo.expect.Loopback;
import dojo.expect.SubjectFactory;
import dojo.kata.Kata;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kata gives the same verdicts if its calls go through bytes, as between two processes. */
class LoopbackProofTest {
  private static final KataSettings ALL = new KataSettings(KataSettings.DEFAULT_SEED, true);

  /** What tries many keys itself need not try them all to be judged alike. */
  private static final String FEW = "5";

  /** The way is the same for all mistakes, so one shows it; the thorough run takes all. */
  private static final int MISTAKES =
      Integer.getInteger("dojo.keys", 0) > 200 ? Integer.MAX_VALUE : 1;

  private static Workbench workbench;

  @BeforeAll
  static void open(@TempDir Path scratch) {
    workbench = new Workbench(Workbench.EXERCISES, scratch);
  }

  @AfterAll
  static void close() throws IOException {
    workbench.close();
  }

  static List<Kata> katas() {
    return KataProofsTest.katas();
  }

  @ParameterizedTest
  @MethodSource("katas")
  void solution_start_and_mistakes_are_judged_alike(Kata kata) {
    Map<String, String> students = new LinkedHashMap<>();
    workbench.mistakes(kata).entrySet().stream()
        .limit(MISTAKES)
        .forEach(mistake -> students.put(mistake.getKey(), mistake.getValue()));
    students.put("the solution", Workbench.solution(kata));
    students.put("the start", workbench.start(kata));
    students.put("nothing", "package " + kata.name() + ";");
    workbench.inParallel(
        students.entrySet().stream()
            .<Executable>map(
                student -> () -> judged_alike(kata, student.getKey(), student.getValue()))
            .toList());
  }

  private static void judged_alike(Kata kata, String name, String text) {
    workbench.with(
        kata,
        text,
        bench -> {
          Map<String, String> few = Map.of(KataSettings.TRIALS, FEW);
          Map<String, String> through =
              Map.of(SubjectFactory.PARAMETER, Loopback.class.getName(), KataSettings.TRIALS, FEW);
          KataSettings settings = settings(kata, name);
          List<TestOutcome> direct = bench.run(settings, few);
          List<TestOutcome> looped = bench.run(settings, through);
          assertEquals(judged(direct), judged(looped), name);
          boolean races = text.contains("Thread"); // and may come out alike twice by chance
          if (!races && direct.equals(bench.run(settings, few))) { // no clock, no own generator
            assertEquals(direct, looped, name);
          }
          return true;
        });
  }

  /**
   * A mistake is judged by the first test that fails, which saves the large arrays of later ones.
   */
  private static KataSettings settings(Kata kata, String name) {
    return workbench.mistakes(kata).containsKey(name) ? KataSettings.usual() : ALL;
  }

  private static List<String> judged(List<TestOutcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> outcome.test() + outcome.state() + outcome.diagnosis() + outcome.line())
        .toList();
  }
}
