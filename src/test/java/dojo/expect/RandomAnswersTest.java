package dojo.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.content.Given;
import dojo.content.Workbench;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a class answers, its tests are green or red: none fails by itself. */
class RandomAnswersTest {
  private static final int ROUNDS = Integer.getInteger("dojo.rounds", 20);

  private static Workbench workbench;

  @BeforeAll
  static void open(@TempDir Path scratch) {
    Given.assumeUntouched();
    workbench = new Workbench(Workbench.EXERCISES, scratch);
  }

  @AfterAll
  static void close() throws IOException {
    workbench.close();
  }

  static List<Kata> katas() {
    return Workbench.katas();
  }

  @ParameterizedTest
  @MethodSource("katas")
  void no_answer_is_an_error_of_the_kit(Kata kata) {
    Map<String, String> random =
        Map.of(SubjectFactory.PARAMETER, RandomAnswers.class.getName(), KataSettings.TRIALS, "5");
    List<TestOutcome> errors = new ArrayList<>();
    workbench.with(
        kata,
        Workbench.solution(kata),
        bench -> {
          for (int round = 0; round < ROUNDS; round++) {
            RandomAnswers.ROUND.set(round);
            bench.run(new KataSettings(round, true), random).stream()
                .filter(outcome -> outcome.state() == State.ERROR)
                .forEach(errors::add);
          }
          return true;
        });
    assertEquals(List.of(), errors);
  }
}
