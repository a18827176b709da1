package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.expect.Loopback;
import dojo.expect.SubjectFactory;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kata whose class has state, a constructor and a function as an argument, from end to end. */
class StatefulKataTest {
  private static final String TEST =
      """
      package kata94;

      import static dojo.expect.Expect.expect;
      import static dojo.expect.Expect.expectRefusal;
      import static dojo.expect.Expect.expectThat;

      import dojo.expect.Constructor;
      import dojo.expect.KataTest;
      import java.util.ArrayList;
      import java.util.List;
      import org.junit.jupiter.api.Test;

      @KataTest("kata94.Block")
      class BlockTest {
        interface Function {
          float[] of(float[] x);
        }

        interface Block {
          void eval();

          float[] forward(float[] x, Function f);

          float[] backward(float[] dy);
        }

        interface Subject {
          @Constructor
          Block of(double p);
        }

        private static final float[] X = {1, 2};

        @Test
        void evaluating_calls_f(Subject make) {
          Block block = make.of(0.5);
          block.eval();
          expect("forward(x, f)", block.forward(X, x -> new float[] {7})).toBe(new float[] {7});
        }

        @Test
        void each_block_has_a_mode_of_its_own(Subject make) {
          Block first = make.of(0.5);
          Block second = make.of(0.5);
          first.eval();
          List<float[]> asked = new ArrayList<>();
          float[] y = second.forward(X, x -> { asked.add(x); return x; });
          expectThat(asked.isEmpty(), "f-is-not-called").orDiagnose("STATIC_MODE");
          expectThat(y != X, "x-is-not-returned").orDiagnose("RETURNS_X");
        }

        @Test
        void the_input_is_not_kept(Subject make) {
          Block block = make.of(0.5);
          float[] x = {1, 2};
          block.forward(x, same -> same);
          x[0] = 9;
          expect("backward(dy)", block.backward(new float[] {1, 1}))
              .diagnose("ALIASED_CACHE", new float[] {9, 2})
              .toBe(new float[] {1, 2});
        }

        @Test
        void backward_before_forward_is_refused(Subject make) {
          expectRefusal("backward(dy)", () -> make.of(0.5).backward(X))
              .by(IllegalStateException.class)
              .orFail();
        }
      }
      """;

  private static final String SOLUTION =
      """
      package kata94;

      import java.util.function.UnaryOperator;

      public final class Block {
        private boolean training = true;
        private float[] cache;

        public Block(double p) {}

        public void eval() {
          training = false;
        }

        public float[] forward(float[] x, UnaryOperator<float[]> f) {
          cache = x.clone();
          return training ? x.clone() : f.apply(x);
        }

        public float[] backward(float[] dy) {
          if (cache == null) {
            throw new IllegalStateException("forward comes first");
          }
          return cache;
        }
      }
      """;

  @TempDir private Path folder;
  private KataCompiler compiler;

  @BeforeEach
  void open() throws IOException {
    compiler = new KataCompiler(ClassPath.entries());
  }

  @AfterEach
  void close() throws IOException {
    compiler.close();
  }

  @Test
  void the_solution_is_green() throws Exception {
    assertEquals(List.of("GREEN", "GREEN", "GREEN", "GREEN"), judge(SOLUTION));
  }

  @Test
  void a_mode_that_all_share_is_recognised() throws Exception {
    assertEquals(
        List.of("GREEN", "RED STATIC_MODE", "SKIPPED", "SKIPPED"),
        judge(SOLUTION.replace("private boolean training", "private static boolean training")));
  }

  @Test
  void a_cache_that_is_the_callers_array_is_recognised() throws Exception {
    assertEquals(
        List.of("GREEN", "GREEN", "RED ALIASED_CACHE", "SKIPPED"),
        judge(SOLUTION.replace("cache = x.clone()", "cache = x")));
  }

  @Test
  void an_array_that_is_handed_back_is_recognised() throws Exception {
    assertEquals(
        List.of("GREEN", "RED RETURNS_X", "SKIPPED", "SKIPPED"),
        judge(SOLUTION.replace("training ? x.clone()", "training ? x")));
  }

  @Test
  void a_red_leads_to_the_method_that_was_called_last() throws Exception {
    String student = SOLUTION.replace("cache = x.clone()", "cache = x");
    List<String> lines = student.lines().toList();
    TestOutcome red = outcomes(student).get(2);

    assertEquals("public float[] backward(float[] dy) {", lines.get(red.line() - 2).strip());
  }

  /** Judges a student's class, in a few words for each test. */
  private List<String> judge(String student) throws Exception {
    return outcomes(student).stream()
        .map(outcome -> (outcome.state() + " " + outcome.diagnosis()).strip())
        .toList();
  }

  /** Judges a student's class directly and through bytes, which must come to the same. */
  private List<TestOutcome> outcomes(String student) throws Exception {
    assertEquals(
        List.of(),
        compiler.compile(
            List.of(
                new Source("kata94/BlockTest.java", TEST),
                new Source("kata94/Block.java", student)),
            folder));
    List<TestOutcome> direct = run(Map.of());
    assertEquals(direct, run(Map.of(SubjectFactory.PARAMETER, Loopback.class.getName())));
    return direct;
  }

  private List<TestOutcome> run(Map<String, String> parameters) throws Exception {
    try (KataRun run = new KataRun(folder, "kata94.BlockTest")) {
      return run.run(parameters, test -> {});
    }
  }
}
