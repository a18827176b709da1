package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.expect.KataSettings;
import dojo.kata.Kata;
import dojo.kata.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line that a verdict points to is of the method at fault, not of the one called last. */
class FaultLinesTest {
  @TempDir private Path scratch;

  @ParameterizedTest
  @CsvSource({
    "STARTS_IN_EVAL, public DropoutLayer(double p) {",
    "TOGGLES, public void eval() {",
    "STAYS_IN_EVAL, public void train() {",
    "KEEPS_MASK, 'public float[][] forward(float[][] x, RandomKey key) {'",
    "DROPS_IN_EVAL, 'public float[][] forward(float[][] x, RandomKey key) {'"
  })
  void of_a_mistake_it_is_the_method_to_mend(String mistake, String method) throws IOException {
    Kata kata = Workbench.EXERCISES.kata(4).orElseThrow();
    assertEquals(method, methodAt(kata, Workbench.mistake(kata, mistake)));
  }

  @Test
  void of_a_mode_that_train_turns_round_it_is_train() throws IOException {
    Kata kata = Workbench.EXERCISES.kata(4).orElseThrow();
    String toggling =
        Workbench.solution(kata)
            .replaceFirst("(void train\\(\\) \\{\\s+)training = true;", "$1training = !training;");
    assertEquals("public void train() {", methodAt(kata, toggling));
  }

  /** The head of the method around the line that the verdict points to. */
  private String methodAt(Kata kata, String student) throws IOException {
    try (Workbench workbench = new Workbench(Workbench.EXERCISES, scratch)) {
      Verdict verdict =
          new Verdict(kata.label(), workbench.outcomes(kata, student, KataSettings.usual()), "");
      return student
          .lines()
          .limit(verdict.first().orElseThrow().line())
          .filter(line -> line.matches("  public .*\\{"))
          .reduce("", (before, line) -> line)
          .strip();
    }
  }
}
