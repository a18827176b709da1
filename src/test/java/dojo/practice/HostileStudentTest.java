package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dojo.content.Given;
import dojo.content.Workbench;
import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Seen;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    assertEquals(State.GREEN, verdict.state(), told(verdict));
  }

  @Test
  void a_mistake_gets_the_words_that_maven_shows_too() throws IOException {
    Files.writeString(kata.source(), Workbench.mistake(kata(3), "NO_SCALE"));
    Verdict verdict = checker.check(kata);
    assertEquals("NO_SCALE", verdict.diagnosis());
    assertSays(verdict, "expected", "but was", "hint 1 of 4: ./dojo hint 03 1");
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
    assertSays(impatient.check(kata), "did not end within 3 seconds");
  }

  @Test
  void an_endless_flood_of_output_is_stopped_and_cut() throws IOException {
    write("for (;;) { System.out.println(\"a flood of output\"); }");
    Checker impatient =
        new Checker(checker.exercises(), KataSettings.usual(), Duration.ofSeconds(3));
    Verdict verdict = impatient.check(kata);
    assertSays(verdict, "did not end within 3 seconds");
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
    assertSays(checker.check(kata), "ended before its tests did (exit code 0)", "the shape stays");
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
    assertSays(checker.check(kata), "InvertedDropout.java is missing: ./dojo reset 03 brings it");
  }

  @Test
  void bytes_that_are_no_text_are_named() throws IOException {
    Files.write(kata.source(), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    assertSays(checker.check(kata), "InvertedDropout.java is not UTF-8 but looks like UTF-16");
    Files.write(kata.source(), "// prüft".getBytes(StandardCharsets.ISO_8859_1));
    assertSays(
        checker.check(kata),
        "InvertedDropout.java is not UTF-8 but looks like Windows-1252: save it as UTF-8");
    Files.write(kata.source(), new byte[] {'P', 'K', 3, 4, (byte) 0xFF});
    assertSays(checker.check(kata), "InvertedDropout.java is not UTF-8 text: save it as UTF-8");
  }

  @Test
  void a_byte_order_mark_and_any_end_of_a_line_are_fine() throws IOException {
    String solved = Workbench.solution(kata(3));
    for (String text : List.of("\uFEFF" + solved, solved.replace('\n', '\r'))) {
      Files.writeString(kata.source(), text);
      assertEquals(State.GREEN, checker.check(kata).state());
    }
  }

  @Test
  void an_empty_file_is_named() throws IOException {
    for (String nothing : List.of("", " \n\n")) {
      Files.writeString(kata.source(), nothing);
      assertSays(checker.check(kata), "InvertedDropout.java is empty: ./dojo reset 03 brings back");
    }
  }

  @Test
  void a_file_without_the_class_is_told_what_it_needs() throws IOException {
    Files.writeString(kata.source(), "package kata03;");
    assertSays(checker.check(kata), "kata03 needs the class `kata03.InvertedDropout`; found none");
  }

  /** What editors, file managers and systems keep beside a file, and what is no file at all. */
  @Test
  void what_is_no_source_of_the_students_is_passed_over() throws IOException {
    Files.writeString(kata.source(), Workbench.solution(kata(3)));
    for (String name :
        List.of(
            "InvertedDropout copy.java",
            "InvertedDropout (copy).java",
            "InvertedDropout 2.java",
            "InvertedDropout - Copy.java",
            "Kopie von InvertedDropout.java",
            "._InvertedDropout.java",
            "#InvertedDropout.java#",
            "InvertedDropout.java~",
            ".InvertedDropout.java.swp",
            "package-info.java",
            "module-info.java")) {
      Files.writeString(kata.folder().resolve(name), "no Java at all");
    }
    Files.createSymbolicLink(
        kata.folder().resolve(".#InvertedDropout.java"), Path.of("somebody@host.1234"));
    Files.createDirectory(kata.folder().resolve("Helper.java"));
    assertEquals(State.GREEN, checker.check(kata).state());
  }

  @Test
  void a_copy_that_declares_the_class_again_is_named() throws IOException {
    Files.writeString(kata.source(), Workbench.solution(kata(3)));
    Path copy = kata.folder().resolve("InvertedDropout2.java");
    for (String modifier : List.of("public ", "")) {
      Files.writeString(
          copy, Workbench.solution(kata(3)).replace("public final class", modifier + "class"));
      assertSays(
          checker.check(kata),
          "InvertedDropout2.java declares a class that another file declares, too (",
          "): move InvertedDropout2.java out of the folder, or rename its class",
          "exercises/kata03/InvertedDropout2.java:");
    }
  }

  @Test
  void an_answer_under_another_name_is_found_and_its_right_name_told() throws IOException {
    Files.delete(kata.source());
    for (String name :
        List.of(
            "InvertedDropout1.java",
            "inverteddropout.java",
            "InvertedDropout copy.java",
            "Kopie von InvertedDropout.java",
            "InvertedDropout.java.txt",
            "InvertedDropout")) {
      Path other = kata.folder().resolve(name);
      Files.writeString(other, Workbench.solution(kata(3)));
      for (Verdict verdict : List.of(checker.check(kata), checker.glance(kata))) {
        assertSays(
            verdict,
            name + " holds the class of this kata, but InvertedDropout.java is missing: rename it",
            "exercises/kata03/" + name);
      }
      Files.delete(other);
    }
    Files.writeString(kata.folder().resolve("Helper.java"), "/* as class InvertedDropout */");
    Files.writeString(
        kata.folder().resolve("InvertedDropout.java.bak-1"), Workbench.solution(kata(3)));
    assertSays(checker.check(kata), "InvertedDropout.java is missing: ./dojo reset 03 brings it");
  }

  @Test
  void an_answer_beside_the_untouched_start_is_found() throws IOException {
    String stub = Files.readString(kata.source());
    Path solution = Path.of("solutions/kata03/InvertedDropout.java");
    Files.createDirectories(project.resolve(solution).getParent());
    Files.copy(Workbench.EXERCISES.solutions().resolveSibling(solution), project.resolve(solution));
    for (String name : List.of("InvertedDropout1.java", "InvertedDropout copy.java")) {
      Path other = kata.folder().resolve(name);
      Files.writeString(other, Workbench.solution(kata(3)));
      for (Verdict verdict : List.of(checker.check(kata), checker.glance(kata))) {
        assertEquals(State.TODO, verdict.state(), told(verdict));
        assertContains(
            told(verdict), "is still untouched, but " + name + " holds its class, too: if");
      }
      Files.writeString(kata.source(), " ");
      assertSays(checker.check(kata), "InvertedDropout.java is empty, but " + name + " holds its");
      Files.writeString(kata.source(), stub);
      Files.delete(other);
    }
    Files.writeString(kata.folder().resolve("InvertedDropout copy.java"), stub);
    assertEquals(
        "kata 03 · not written yet", told(checker.glance(kata)).lines().findFirst().orElseThrow());
  }

  @Test
  void what_stands_in_the_place_of_the_file_is_named() throws IOException {
    Files.delete(kata.source());
    Files.createSymbolicLink(kata.source(), project.resolve("nowhere.java"));
    assertSays(checker.check(kata), "InvertedDropout.java is a link to a file that is not there");
    Files.delete(kata.source());
    Files.createDirectory(kata.source());
    assertSays(checker.glance(kata), "InvertedDropout.java is a folder, but must be a file");
    Files.delete(kata.source());
    Path elsewhere = project.resolve("elsewhere.java");
    Files.writeString(elsewhere, Workbench.solution(kata(3)));
    Files.createSymbolicLink(kata.source(), elsewhere);
    assertEquals(State.GREEN, checker.check(kata).state(), "a link to a file is as good as it");
  }

  @Test
  void a_file_that_must_not_be_read_is_named() throws IOException {
    Path helper = kata.folder().resolve("Helper.java");
    Files.writeString(helper, "");
    for (Path file : List.of(helper, kata.source())) {
      assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root reads all");
      assertSays(checker.check(kata), file.getFileName() + " cannot be read, for you have no");
      assertTrue(file.toFile().setReadable(true));
    }
  }

  @Test
  void half_a_character_in_a_message_is_a_question_mark() throws IOException {
    write("System.out.println('\\uD83D'); throw new RuntimeException(\"x\" + '\\uD83D');");
    assertSays(checker.check(kata), "your class threw RuntimeException: x?", "your code printed:");
    write("return x; } static { if (true) throw new RuntimeException(\"x\\uDE00\");");
    assertSays(checker.check(kata), "your class threw RuntimeException: x?");
  }

  @Test
  void half_a_character_is_a_question_mark_for_every_reader() throws IOException {
    write("throw new RuntimeException(\"x" + "😀".repeat(5_000) + "\" + '\\uD83D');");
    Verdict verdict = checker.check(kata);
    for (String told :
        List.of(told(verdict), Composer.of(kata, Locale.ENGLISH).report(verdict).html())) {
      assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(told), "not to be written");
      assertFalse(told.contains("?…"), "cut within a character");
    }
    List<TestOutcome> seen =
        List.of(TestOutcome.of("a_test", new Seen.Fault("\uDE00 and \uD83D, größer")));
    ResultFiles results = ResultFiles.expect(project);
    results.write(seen);
    assertEquals(Optional.of(seen), results.read());
  }

  @Test
  void a_class_of_the_students_may_have_any_name() throws IOException {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "names are ASCII here");
    Files.writeString(
        kata.source(),
        Workbench.solution(kata(3)).replace("double q = 1 - p;", "double q = Größe.keep(p);")
            + "class Größe { static double keep(double p) { return 1 - p; } }\n");
    assertTrue(Files.readString(kata.source()).contains("Größe.keep(p);"));
    Verdict verdict = checker.check(kata);
    assertEquals(State.GREEN, verdict.state(), told(verdict));
  }

  @Test
  void a_glance_never_contradicts_a_check() throws IOException {
    String solved = Workbench.solution(kata(3));
    String stub = Files.readString(kata.source());
    String todo = "throw new UnsupportedOperationException(\"TODO: drop some\");";
    for (String text :
        List.of(
            solved + "// " + todo + "\n",
            solved + "/* " + todo + " */\n",
            solved.replace("double q", "String why = \"\"\"\n" + todo + "\"\"\";\ndouble q"),
            stub,
            stub.replace("\n", "\r\n"),
            stub + "class",
            stub.replace("public static", "private static"),
            "")) {
      Files.writeString(kata.source(), text);
      assertEquals(checker.check(kata).state(), checker.glance(kata).state(), text);
    }
    Files.writeString(kata.source(), stub);
    Files.writeString(kata.folder().resolve("Helper.java"), "class");
    assertEquals(State.RED, checker.glance(kata).state());
  }

  @Test
  void a_look_runs_no_test_of_a_kata_that_was_not_begun_unless_it_begins_with_a_bug()
      throws IOException {
    Workbench.copySolutions(checker.exercises());
    assertEquals(State.TODO, checker.look(kata).state());
    assertEquals(1, checker.look(kata).outcomes().size());
    Kata bug = checker.exercises().kata(25).orElseThrow();
    assertEquals(checker.check(bug).outcomes(), checker.look(bug).outcomes());
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

  @Test
  void a_full_heap_that_is_not_given_back_ends_in_red() throws IOException {
    write(
        """
        for (;;) { HELD.add(new long[1 << 20]); }
          }
          static final java.util.List<long[]> HELD = new java.util.ArrayList<>();
          static {""");
    assertEquals(State.RED, checker.check(kata).state());
  }

  @Test
  void results_that_the_class_writes_itself_count_for_nothing() throws IOException {
    write(
        """
        try {
          String path = System.getProperty("java.class.path");
          java.nio.file.Path folder =
              java.nio.file.Path.of(InvertedDropout.class.getProtectionDomain()
                  .getCodeSource().getLocation().toURI());
          java.nio.file.Files.writeString(folder.resolve("outcomes.json"),
              "[{\\"test\\":\\"the_shape_stays\\",\\"seen\\":{\\"kind\\":\\"passed\\"},"
              + "\\"diagnosis\\":\\"\\",\\"line\\":0}]");
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
        Runtime.getRuntime().halt(0);
        return x;""");
    assertSays(checker.check(kata), "ended before its tests did (exit code 0)", "the shape stays");
  }

  @Test
  void half_a_result_counts_for_nothing() throws IOException {
    ResultFiles results = ResultFiles.expect(project);
    assertEquals(Optional.empty(), results.read());
    Files.writeString(project.resolve("outcomes.json"), results.token().substring(1));
    assertEquals(Optional.empty(), results.read());
  }

  @Test
  void a_result_of_the_tests_that_cannot_be_read_is_an_error_of_the_kit() throws IOException {
    ResultFiles results = ResultFiles.expect(project);
    Files.writeString(project.resolve("outcomes.json"), results.token() + "\n[{");
    assertThrows(JsonProcessingException.class, results::read);
  }

  @Test
  void the_name_of_the_last_test_is_a_name_or_nothing() throws IOException {
    ResultFiles results = ResultFiles.expect(project);
    assertEquals(Optional.empty(), results.lastTest());
    results.starting("the_shape_stays");
    assertEquals(Optional.of("the_shape_stays"), results.lastTest());
    results.starting("größer_als_0");
    assertEquals(Optional.of("größer_als_0"), results.lastTest());
    results.starting("<b>a flood of text</b>");
    assertEquals(Optional.empty(), results.lastTest());
  }

  @Test
  void a_checked_exception_is_named_as_itself() throws IOException {
    Files.writeString(
        kata.source(),
        student("throw new java.io.IOException(\"disk\");")
            .replace("key) {", "key) throws Exception {"));
    assertSays(checker.check(kata), "your class threw IOException: disk");
  }

  @Test
  void an_exception_without_a_sensible_message_is_named() throws IOException {
    write(
        """
        throw new RuntimeException() {
          @Override public String getMessage() { throw new IllegalStateException(); }
        };""");
    assertEquals(State.RED, checker.check(kata).state());
  }

  @Test
  void a_private_method_is_named() throws IOException {
    Files.writeString(
        kata.source(), student("return x;").replace("public static", "private static"));
    assertSays(
        checker.check(kata),
        "kata03 needs `forward(float[][], double, RandomKey)`, which is private: make it public");
  }

  @Test
  void another_type_of_the_result_is_named() throws IOException {
    Files.writeString(
        kata.source(), student("return null;").replace("static float[][]", "static double[][]"));
    assertSays(
        checker.check(kata),
        "kata03 needs `float[][] forward(float[][], double, RandomKey)`; found it returning"
            + " `double[][]`");
  }

  @Test
  void another_order_of_parameters_is_named() throws IOException {
    Files.writeString(
        kata.source(),
        student("return x;").replace("float[][] x, double p,", "double p, float[][] x,"));
    assertSays(
        checker.check(kata),
        "kata03 needs `forward(float[][], double, RandomKey)`; found `forward(double, float[][],"
            + " RandomKey)`");
  }

  @Test
  void a_missing_constructor_is_named() throws IOException {
    Files.writeString(
        kata.source(),
        student("return x;")
            .replace("public static", "public InvertedDropout(double p) {}\n  public"));
    assertSays(
        checker.check(kata),
        "kata03 needs `static forward(float[][], double, RandomKey)` or a constructor without"
            + " parameters; found neither");
  }

  @Test
  void a_missing_package_line_is_named() throws IOException {
    Files.writeString(kata.source(), student("return x;").replace("package kata03;", ""));
    assertSays(
        checker.check(kata),
        "kata03 needs the class `kata03.InvertedDropout`; found `InvertedDropout`: begin the file"
            + " with `package kata03;`");
  }

  @Test
  void a_kata_without_its_test_is_an_error_of_the_kit() throws IOException {
    Files.delete(kata.test());
    assertError("the test class has no test: git checkout");
  }

  @Test
  void a_test_class_without_a_test_is_an_error_of_the_kit() throws IOException {
    Files.writeString(
        kata.test(), "package kata03; class InvertedDropoutTest { interface Subject {} }");
    assertError("no test ran", "the test class has no test: git checkout");
    Files.writeString(kata.test(), "");
    assertError("no test ran", "the test class has no test: git checkout");
  }

  @Test
  void a_test_that_asks_for_what_the_kit_does_not_give_is_an_error_of_the_kit() throws IOException {
    Files.writeString(
        kata.test(),
        """
        package kata03;
        @dojo.expect.KataTest("kata03.InvertedDropout")
        class InvertedDropoutTest {
          @org.junit.jupiter.api.Test
          void asks(Integer nothing) {}
        }
        """);
    assertError("this is not your class's fault; kata03 was not checked:");
  }

  @Test
  void a_kata_without_its_plan_is_an_error_of_the_kit() throws IOException {
    Files.delete(kata.folder().resolve("kata.properties"));
    assertError("exercises/kata03/kata.properties is missing");
  }

  private void assertError(String... words) {
    Verdict verdict = checker.check(kata);
    assertEquals(State.ERROR, verdict.state(), told(verdict));
    assertContains(told(verdict), words);
  }

  private static Kata kata(int number) {
    return Workbench.katas().get(number - 1);
  }

  private void write(String body) throws IOException {
    Files.writeString(kata.source(), student(body));
  }

  private static String student(String body) {
    return """
        package kata03;
        import dojo.random.RandomKey;
        public final class InvertedDropout {
          public static float[][] forward(float[][] x, double p, RandomKey key) {
        %s
          }
        }
        """
        .formatted(body);
  }

  private void assertSays(Verdict verdict, String... words) {
    assertEquals(State.RED, verdict.state(), told(verdict));
    assertContains(told(verdict), words);
  }

  private static void assertContains(String told, String... words) {
    for (String word : words) {
      assertTrue(told.contains(word), "missing: " + word + "\nin:\n" + told);
    }
  }

  private String told(Verdict verdict) {
    return Composer.of(kata, Locale.ENGLISH).report(verdict).toString();
  }
}
