package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Given;
import dojo.content.Workbench;
import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.kata.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a student's class does, checking it ends with a verdict that can be read. */
class HostileStudentTest {
  @TempDir private Path project;

  private Checker checker;
  private Kata kata;

  @BeforeEach
  void start_from_the_stubs() throws IOException {
    Given.assumeUntouched();
    Exercises exercises = new Exercises(project.resolve("exercises"));
    Workbench.STUBS.write(exercises.root());
    checker = new Checker(exercises, KataSettings.usual(), Duration.ofSeconds(30));
    kata = exercises.kata(3).orElseThrow();
  }

  @Test
  void a_solution_is_green() throws IOException {
    Files.writeString(kata.source(), Workbench.solution(kata(3)));
    Verdict verdict = checker.check(kata);
    assertEquals(State.GREEN, verdict.state(), verdict.toString());
  }

  @Test
  void a_mistake_gets_the_words_that_maven_shows_too() throws IOException {
    Files.writeString(kata.source(), Workbench.mistake(kata(3), "NO_SCALE"));
    Verdict verdict = checker.check(kata);
    assertEquals("NO_SCALE", verdict.diagnosis());
    assertSays(verdict, "expected", "but was", "hint 1 of 4: ./dojo hint 03");
    assertSays(verdict, "exercises/kata03/InvertedDropout.java:");
  }

  @Test
  void a_stub_is_still_to_do() {
    assertEquals(State.TODO, checker.check(kata).state());
    assertEquals(State.TODO, checker.glance(kata).state());
  }

  @Test
  void an_endless_loop_is_stopped() throws IOException {
    write("for (;;) {}");
    Checker impatient =
        new Checker(checker.exercises(), KataSettings.usual(), Duration.ofSeconds(3));
    assertSays(impatient.check(kata), "was stopped after 3 seconds");
  }

  @Test
  void an_endless_flood_of_output_is_stopped_and_cut() throws IOException {
    write("for (;;) { System.out.println(\"a flood of output\"); }");
    Checker impatient =
        new Checker(checker.exercises(), KataSettings.usual(), Duration.ofSeconds(3));
    Verdict verdict = impatient.check(kata);
    assertSays(verdict, "was stopped after 3 seconds");
    assertTrue(verdict.printed().length() < 2_100, "the output must be cut");
  }

  @Test
  void what_a_class_prints_is_shown() throws IOException {
    write("System.out.println(\"p ist größer als \" + 0); return x;");
    assertSays(checker.check(kata), "your code printed:", "p ist größer als 0");
  }

  @Test
  void an_exit_is_no_result() throws IOException {
    write("System.exit(0); return x;");
    assertSays(checker.check(kata), "ended before its tests did (exit code 0)", "the_shape_stays");
  }

  @Test
  void a_halt_in_the_static_initialiser_is_no_result() throws IOException {
    write("return x; } static { Runtime.getRuntime().halt(7);");
    assertSays(checker.check(kata), "ended before its tests did (exit code 7)");
  }

  @Test
  void a_stack_overflow_is_named() throws IOException {
    write("return forward(x, p, key);");
    assertSays(checker.check(kata), "StackOverflowError: does a method call itself without end?");
  }

  @Test
  void a_full_memory_is_named() throws IOException {
    write("return new float[Integer.MAX_VALUE - 9][];");
    assertSays(checker.check(kata), "your class threw OutOfMemoryError");
  }

  @Test
  void an_exception_in_the_static_initialiser_is_named() throws IOException {
    write("return x; } static int n = Integer.parseInt(\"ten\"); static {");
    assertSays(checker.check(kata), "your class threw NumberFormatException", "\"ten\"");
  }

  @Test
  void an_exception_is_named_with_its_line() throws IOException {
    write("return new float[][] {x[2]};");
    assertSays(
        checker.check(kata),
        "your class threw ArrayIndexOutOfBoundsException: Index 2",
        "exercises/kata03/InvertedDropout.java:5");
  }

  @Test
  void a_class_that_does_not_compile_is_shown_with_its_line() throws IOException {
    write("return x");
    assertSays(
        checker.check(kata),
        "the compiler stopped at line 5",
        "';' expected",
        "exercises/kata03/InvertedDropout.java:5");
  }

  @Test
  void a_broken_kata_leaves_the_others_alone() throws IOException {
    write("return x");
    Kata first = checker.exercises().kata(1).orElseThrow();
    Files.writeString(first.source(), Workbench.solution(kata(1)));
    assertEquals(State.GREEN, checker.check(first).state());
  }

  @Test
  void null_is_named() throws IOException {
    write("return null;");
    assertSays(checker.check(kata), "forward returned null");
  }

  @Test
  void a_matrix_of_another_shape_is_shown() throws IOException {
    write("return new float[1][1];");
    assertSays(checker.check(kata), "expected", "but was");
  }

  @Test
  void a_missing_file_is_named() throws IOException {
    Files.delete(kata.source());
    assertSays(checker.check(kata), "kata03 needs the class `kata03.InvertedDropout`; found none");
  }

  @Test
  void bytes_that_are_no_text_are_named() throws IOException {
    Files.write(kata.source(), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertSays(checker.check(kata), "InvertedDropout.java is not UTF-8 text");
  }

  @Test
  void a_process_left_behind_does_not_hold_the_verdict_back() throws IOException {
    write(
        """
        try {
          String java = System.getProperty("java.home") + "/bin/java";
          new ProcessBuilder(java, "-version").inheritIO().start();
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
        new Thread(() -> { for (;;) {} }).start();
        return x;""");
    assertEquals(State.RED, checker.check(kata).state());
  }

  private static Kata kata(int number) {
    return Workbench.katas().get(number - 1);
  }

  private void write(String body) throws IOException {
    Files.writeString(
        kata.source(),
        """
        package kata03;
        import dojo.random.RandomKey;
        public final class InvertedDropout {
          public static float[][] forward(float[][] x, double p, RandomKey key) {
        %s
          }
        }
        """
            .formatted(body));
  }

  private static void assertSays(Verdict verdict, String... words) {
    assertEquals(State.RED, verdict.state());
    for (String word : words) {
      assertTrue(verdict.toString().contains(word), "missing: " + word + "\nin:\n" + verdict);
    }
  }
}
