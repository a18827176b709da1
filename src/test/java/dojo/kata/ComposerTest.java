package dojo.kata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a student reads, word for word. */
class ComposerTest {
  private static final float[][] X = {{1, -2}, {3, 4}};
  private static final Verdict GREEN =
      new Verdict("03", List.of(TestOutcome.of("a", new Seen.Passed())), "p = 0.6\n");
  private static final Value ZEROS = new Value(new float[2][2]);

  @TempDir private Path project;
  private Kata kata;

  @BeforeEach
  void a_kata_in_english() throws IOException {
    kata = new Kata(3, Files.createDirectories(project.resolve("exercises/kata03")));
    write(
        "kata03/kata.properties",
        "class = Inverted",
        "start = TODO",
        "minutes = 20",
        "notebook = 02-x",
        "hint.NO_SCALE = 3");
    write(
        "kata03/messages.properties",
        "title = the title",
        "hint.1 = one",
        "hint.2 = two",
        "hint.3 = three",
        "hint.4 = four",
        "diagnosis.NO_SCALE = q is forgotten.",
        "check.zeros = zeros in %s, 60 %%",
        "check.broken = a pattern with %d");
    write("messages.properties", "check.again = a second time");
  }

  @Test
  void a_failure_has_a_heading_a_check_a_diagnosis_a_hint_and_a_place() {
    Seen seen =
        new Seen.Difference(
            "f(x)",
            List.of(Label.of("again")),
            List.of(new Seen.Argument("x", new Value(X))),
            new Value(new float[][] {{2.5f, 0}, {0, 1.6666f}}),
            new Value(new float[][] {{1, -0f}, {3, Float.NaN}}),
            List.of(0, 0));
    assertEquals(
        """
        kata 03 · it works

          f(x), a second time
          x        expected      but was
          1  -2    2.5      0    1   -0
          3   4      0  1.667    3  NaN

          NO_SCALE: q is forgotten.

          hint 3 of 4: ./dojo hint 03 3
          exercises/kata03/Inverted.java:17\
        """,
        told(new TestOutcome("it_works", seen, "NO_SCALE", 17)));
  }

  static List<Arguments> words() {
    return List.of(
        Arguments.of(new Seen.Todo("TODO: drop"), "TODO: drop"),
        Arguments.of(
            new Seen.Count(Label.of("zeros", "y"), 5_003, 10_000, 0.9, 1e-9, 8_810, 9_178, 42),
            """
            zeros in y, 60 %
            expected about 9000, within the bound [8810, 9178]
            but was 5003 of n = 10000
            (exact binomial bound; false-alarm rate α = 1e-9; seed = 42)"""),
        Arguments.of(
            new Seen.SharedDraw("f(key)", List.of(0, 1), List.of(1, 0), 46, 120, 1e-9, 42),
            """
            elements [0][1] and [1][0] of f(key) fall alike under all of 46 keys: they share a draw
            (n = 120 elements compared; false-alarm rate α = 1e-9; seed = 42)"""),
        Arguments.of(
            new Seen.RepeatedDraws("f(key)", List.of(0, 1), List.of(1, 0), 64, 20_000, 1e-9, 42),
            """
            the 64 elements of f(key) from [1][0] on fall as those from [0][1] on: they share their draws
            (n = 20000 elements compared; false-alarm rate α = 1e-9; seed = 42)"""),
        Arguments.of(
            new Seen.IgnoredKey("f(key)", 2, 120, 1e-9, 42),
            """
            f(key) is the same under 2 different keys: every key must give an outcome of its own
            (n = 120 elements compared; false-alarm rate α = 1e-9; seed = 42)"""),
        Arguments.of(
            new Seen.Broken(
                Label.of("zeros", 0.25), List.of(new Seen.Argument("y", new Value(1.5)))),
            "zeros in 0.25, 60 %\ny\n1.5"),
        Arguments.of(
            new Seen.Accepted("f(2)", "IllegalArgumentException"),
            "f(2)\nexpected the exception IllegalArgumentException\nbut the call returned"),
        Arguments.of(
            new Seen.Accepted("new A(2)", "IllegalArgumentException"),
            "new A(2)\nexpected the exception IllegalArgumentException\nbut the object was made"),
        Arguments.of(
            new Seen.Accepted("new A(2).f(3)", "IllegalArgumentException"),
            "new A(2).f(3)\nexpected the exception IllegalArgumentException\nbut the call returned"),
        Arguments.of(
            new Seen.RefusedOtherwise("f(2)", "IllegalArgumentException", "Oops", "no"),
            "f(2)\nexpected the exception IllegalArgumentException\nbut was Oops: no"),
        Arguments.of(
            new Seen.Threw("ArithmeticException", "/ by zero"),
            "your class threw ArithmeticException: / by zero"),
        Arguments.of(new Seen.Threw("Oops", ""), "your class threw Oops"),
        Arguments.of(
            new Seen.Threw("StackOverflowError", ""),
            "your class threw StackOverflowError: does a method call itself without end?"),
        Arguments.of(
            new Seen.Unusable("ArrayIndexOutOfBoundsException", "Index 2"),
            "the test could not work with what your class returned:"
                + " ArrayIndexOutOfBoundsException: Index 2"),
        Arguments.of(new Seen.ReturnedNull("forward"), "forward returned null"),
        Arguments.of(
            missing("CLASS", "kata03.A", ""), "kata03 needs the class `kata03.A`; found none"),
        Arguments.of(
            missing("PACKAGE", "kata03.A", "A"),
            "kata03 needs the class `kata03.A`; found `A`: begin the file with `package kata03;`"),
        Arguments.of(
            missing("CLASS", "kata03.A", "kata03.a"),
            "kata03 needs the class `kata03.A`; found `kata03.a`"),
        Arguments.of(
            missing("INSTANCE", "f(int)", "interface A"),
            "kata03 needs `static f(int)`, or a class that can be made without arguments; found"
                + " `interface A`"),
        Arguments.of(
            missing("CONSTRUCTOR", "A(double)", ""),
            "kata03 needs the constructor `A(double)`; found none"),
        Arguments.of(
            new Seen.ReturnedNull("forward", List.of(1)),
            "forward returned an array that holds null at [1]"),
        Arguments.of(missing("METHOD", "f(int)", "g"), "kata03 needs `f(int)`; found `g`"),
        Arguments.of(missing("METHOD", "f(int)", ""), "kata03 needs `f(int)`; found no method"),
        Arguments.of(
            missing("RESULT", "int f(int)", "long"),
            "kata03 needs `int f(int)`; found it returning `long`"),
        Arguments.of(
            missing("ACCESS", "f(int)", ""),
            "kata03 needs `f(int)`, which is private: make it public"),
        Arguments.of(
            missing("INSTANCE", "f(int)", ""),
            "kata03 needs `static f(int)` or a constructor without parameters; found neither"),
        Arguments.of(
            missing("CONSTRUCTOR", "A(double)", "A()"),
            "kata03 needs the constructor `A(double)`; found `A()`"),
        Arguments.of(
            missing("CALLBACK", "f(int)", ""),
            "kata03: your class calls `f(int)`, which the test's object does not have"),
        Arguments.of(
            new Seen.TooSlow(10),
            "did not end within 10 seconds: does every loop come to its end?"),
        Arguments.of(
            new Seen.Ended(7),
            "the program ended before its tests did (exit code 7): is there a System.exit?"),
        Arguments.of(
            new Seen.Garbled(),
            "what came back from your class could not be read: is there null in an array, or are"
                + " there millions of elements?"),
        Arguments.of(
            new Seen.NotText("A.java", "UTF-16"),
            "A.java is not UTF-8 but looks like UTF-16: save it as UTF-8"),
        Arguments.of(
            new Seen.NotText("A.java", ""),
            "A.java is not UTF-8 text: save it as UTF-8, or begin again with ./dojo reset"),
        Arguments.of(
            new Seen.Unreadable("A.java", Seen.Unreadable.Why.MISSING),
            "A.java is missing: ./dojo reset 03 brings it back as it was at the start"),
        Arguments.of(
            new Seen.Unreadable("A.java", Seen.Unreadable.Why.EMPTY),
            "A.java is empty: ./dojo reset 03 brings back what stood there at the start"),
        Arguments.of(
            new Seen.Unreadable("A.java", Seen.Unreadable.Why.FOLDER),
            "A.java is a folder, but must be a file: ./dojo reset 03 keeps the folder under another"
                + " name and begins again"),
        Arguments.of(
            new Seen.Unreadable("A.java", Seen.Unreadable.Why.LINK),
            "A.java is a link to a file that is not there: mend the link, or begin again with"
                + " ./dojo reset 03, which keeps it under another name"),
        Arguments.of(
            new Seen.Unreadable("A.java", Seen.Unreadable.Why.SPECIAL),
            "A.java is neither a file nor a folder: ./dojo reset 03 keeps it under another name and"
                + " begins again"),
        Arguments.of(
            new Seen.Unreadable("A.java", Seen.Unreadable.Why.PERMISSION),
            "A.java cannot be read, for you have no permission: give it to yourself, for example by"
                + " chmod u+r"),
        Arguments.of(
            new Seen.Misnamed("A.java", "B.java", Seen.Misnamed.Own.MISSING),
            "A.java holds the class of this kata, but B.java is missing: rename it to B.java"),
        Arguments.of(
            new Seen.Misnamed("A.java", "B.java", Seen.Misnamed.Own.UNTOUCHED),
            "B.java is still untouched, but A.java holds its class, too: if that is your answer,"
                + " rename it to B.java; if not, move it out of the folder"),
        Arguments.of(
            new Seen.Misnamed("A.java", "B.java", Seen.Misnamed.Own.EMPTY),
            "B.java is empty, but A.java holds its class: rename it to B.java"));
  }

  private static Seen missing(String what, String needs, String found) {
    return new Seen.Missing(Seen.Missing.What.valueOf(what), needs, found);
  }

  @Test
  void that_nothing_is_written_yet_is_told_once() {
    assertEquals(
        """
        kata 03 · not written yet

          hint 1 of 4: ./dojo hint 03 1
          exercises/kata03/Inverted.java\
        """,
        told(TestOutcome.of("", new Seen.Todo(""))));
  }

  @ParameterizedTest
  @MethodSource("words")
  void each_kind_has_its_words(Seen seen, String words) {
    String expected =
        "kata 03 · it works\n\n"
            + words.indent(2)
            + "\n  "
            + hint(seen)
            + "exercises/kata03/Inverted.java";
    boolean other =
        seen instanceof Seen.NotText
            || seen instanceof Seen.Unreadable
            || seen instanceof Seen.Misnamed;
    String place = other ? "A.java" : "Inverted.java";
    assertEquals(expected.replace("Inverted.java", place), told(TestOutcome.of("it_works", seen)));
  }

  private static String hint(Seen seen) {
    return seen instanceof Seen.Todo
        ? "hint 1 of 4: ./dojo hint 03 1\n  "
        : seen instanceof Seen.WrongAnswer
            ? "4 hints, from a question to a skeleton: ./dojo hint 03\n  "
            : "";
  }

  @Test
  void hints_are_offered_only_where_they_speak_of_what_was_seen() {
    for (Seen java :
        List.of(
            new Seen.Threw("NullPointerException", ""),
            new Seen.TooSlow(10),
            new Seen.Ended(1),
            new Seen.ReturnedNull("forward"),
            new Seen.RefusedOtherwise("f(2)", "IllegalArgumentException", "Oops", ""))) {
      String told = told(TestOutcome.of("it_works", java));
      assertFalse(told.contains("hint"), told);
    }
    String unforeseen = told(TestOutcome.of("it_works", difference(ZEROS, new Value(X))));
    assertTrue(unforeseen.contains("  4 hints, from a question to a skeleton: "), unforeseen);
    assertFalse(unforeseen.contains("hint 1"), unforeseen);
  }

  @Test
  void a_class_that_does_not_compile_is_shown_at_its_line() {
    Seen.Problem problem = new Seen.Problem("Inverted.java", 5, "';' expected", "");
    assertEquals(
        """
        kata 03 · the compiler stopped at line 5

          ';' expected
          (and 1 more)

          exercises/kata03/Inverted.java:5\
        """,
        told(TestOutcome.of("", new Seen.NotCompiled(List.of(problem, problem)))));
  }

  @Test
  void an_error_of_the_kit_gives_no_hint() {
    assertEquals(
        "kata 03 · internal error\n\n  this is not your class's fault; kata03 was not checked: disk",
        told(TestOutcome.of("", new Seen.Fault("disk"))));
    assertEquals(
        "kata 03 · internal error\n\n  this is not your class's fault; kata03 was not checked: its JVM"
            + " ended before the first test (exit code 1)",
        told(TestOutcome.of("", new Seen.NotStarted(1))));
    assertEquals(
        """
        kata 03 · no test ran

          the test class has no test: git checkout exercises/kata03/InvertedTest.java

          exercises/kata03/InvertedTest.java\
        """,
        told(TestOutcome.of("", new Seen.NoTest())));
  }

  @Test
  void of_a_large_array_the_first_difference_is_shown() {
    float[][] x = new float[2][1_000];
    float[][] y = new float[2][1_000];
    x[1][37] = 3;
    y[1][37] = 7.5f;
    Seen seen =
        new Seen.Difference(
            "f(x)",
            List.of(),
            List.of(new Seen.Argument("x", new Value(x)), new Seen.Argument("p", new Value(0.6))),
            new Value(y),
            new Value(new float[2][1_000]),
            List.of(1, 37));
    assertSays(
        seen,
        """
          f(x)
          the first difference is at [1][37]
          x[1][37]    p      expected    but was
          3           0.6    7.5         0
        """);
  }

  @Test
  void large_arrays_of_different_shapes_show_their_shapes() {
    assertSays(
        difference(new Value(new float[2][1_000]), new Value(new float[2][999])),
        "expected the shape 2 × 1000, but was 2 × 999");
  }

  @Test
  void numbers_that_few_digits_cannot_tell_apart_are_shown_in_full() {
    double q = 1 - 0.6;
    assertSays(
        difference(new Value(new double[] {q, Math.nextUp(q)}), new Value(new double[] {q, q})),
        "0.4  0.4000000000000001");
    assertSays(difference(new Value(0.4f), new Value(0.40000004f)), "0.40000004");
  }

  @Test
  void arrays_of_three_and_four_dimensions_are_drawn_in_slices() {
    assertSays(
        difference(new Value(new float[][][] {{{1, 2}}, {{3, 4}}}), new Value(new float[2][1][2])),
        """
          [0]         [0]
          1  2        0  0
          [1]         [1]
          3  4        0  0
        """);
    assertSays(
        difference(new Value(new float[1][2][1][1]), new Value(new float[2][1][1][1])), "[0][1]");
  }

  @Test
  void an_odd_value_can_be_drawn() {
    assertSays(difference(ZEROS, new Value(new float[2][])), "null");
    assertSays(difference(ZEROS, new Value(new float[0][0])), "[]");
    assertSays(difference(ZEROS, new Value(new float[][] {{1}, {}})), "1");
    assertSays(difference(new Value("a"), new Value("b")), "\"b\"");
    assertSays(
        difference(
            new Value(new Value.Pair(new Value(1.0), ZEROS)),
            new Value(new Value.Pair(new Value(2.0), ZEROS))),
        "2");
  }

  @Test
  void a_pattern_that_is_missing_or_wrong_does_not_cost_the_verdict() {
    assertSays(new Seen.Broken(Label.of("unknown"), List.of()), "unknown");
    assertSays(new Seen.Broken(Label.of("broken", "x"), List.of()), "a pattern with %d");
  }

  @Test
  void without_the_files_of_the_kata_what_was_seen_is_still_told() {
    assertEquals(
        """
        it works

          forward returned null

          NO_SCALE

          kata03.Inverted:17\
        """,
        Composer.of("kata03.Inverted", Optional.empty(), Locale.ENGLISH)
            .report(new TestOutcome("it_works", new Seen.ReturnedNull("forward"), "NO_SCALE", 17))
            .toString());
  }

  @Test
  void a_kata_without_its_plan_says_so() throws IOException {
    Files.delete(project.resolve("exercises/kata03/kata.properties"));
    assertEquals(
        "  exercises/kata03/kata.properties is missing: git checkout"
            + " exercises/kata03/kata.properties",
        told(TestOutcome.of("it_works", new Seen.ReturnedNull("forward"))));
  }

  @Test
  void a_green_kata_is_one_line_the_way_to_its_solution_and_what_was_printed() {
    assertEquals(
        """
        kata 03 · the title: green, 1 tests passed

          the model solution beside yours: ./dojo solution 03

        your code printed:
          p = 0.6\
        """,
        composer().report(GREEN).toString());
  }

  @Test
  void a_kata_that_turns_green_tells_its_principle_and_where_the_library_does_it_once()
      throws IOException {
    Files.writeString(
        kata.folder().resolve("messages.properties"),
        "principle = What survives is divided by q.\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        kata.folder().resolve("kata.properties"),
        "src = dojo.dropout.Dropout#forward\n",
        StandardOpenOption.APPEND);
    Path library = Files.createDirectories(project.resolve("src/main/java/dojo/dropout"));
    Files.writeString(
        library.resolve("Dropout.java"),
        """
        /** See forward(x). */
        public record Dropout(DropRate rate) {
          private static final Forward NONE = forward(null);

          @Override
          public Forward forward(Tensor x, Mode mode) {
            return forward(x);
        """);

    assertEquals(
        """
        kata 03 · the title: green, 1 tests passed

          What survives is divided by q.

          the model solution beside yours: ./dojo solution 03
          the same idea in the library, dojo.dropout.Dropout:
          src/main/java/dojo/dropout/Dropout.java:6

        your code printed:
          p = 0.6\
        """,
        composer().report(GREEN).toString());
    String html = composer().report(GREEN).html();
    assertTrue(html.contains(">What survives is divided by q.</p>"), html);
    assertTrue(html.contains("<code>src/main/java/dojo/dropout/Dropout.java:6</code>"), html);

    new Exercises(project.resolve("exercises")).progress().checked(kata, State.GREEN);
    assertEquals(
        """
        kata 03 · the title: green, 1 tests passed

          the model solution beside yours: ./dojo solution 03

        your code printed:
          p = 0.6\
        """,
        composer().report(GREEN).toString());
  }

  @Test
  void what_java_says_before_the_first_test_is_not_what_the_students_code_printed() {
    String memory = "Could not reserve enough space for object heap";
    Verdict verdict =
        new Verdict("03", List.of(TestOutcome.of("", new Seen.NotStarted(1))), memory);
    String told = composer().report(verdict).toString();
    assertTrue(told.endsWith("\n\nJava printed:\n  " + memory), told);
  }

  @Test
  void the_first_failure_is_told_and_every_one_when_asked() {
    Verdict verdict =
        new Verdict(
            "03",
            Stream.of("first", "second")
                .map(name -> TestOutcome.of(name, new Seen.ReturnedNull(name)))
                .toList(),
            "");
    String one = composer().report(verdict).toString();
    assertTrue(one.contains("first returned null"), one);
    assertFalse(one.contains("second"), one);
    String all = composer().everyFailure(verdict).toString();
    assertTrue(all.contains("\n\nkata 03 · second\n\n  second returned null"), all);
  }

  @Test
  void what_would_command_the_terminal_is_shown() {
    Verdict loud =
        new Verdict(
            "03",
            List.of(TestOutcome.of("a", new Seen.Passed())),
            "\u001B[2Jx\u0007\u009B1m\u007F");

    String told = composer().report(loud).toString();

    assertTrue(told.contains("␛[2Jx␇\uFFFD1m\uFFFD"), told);
  }

  @Test
  void html_shows_each_test_and_escapes_what_a_student_wrote() {
    Seen seen = new Seen.Threw("Oops", "u < q <script>");
    List<TestOutcome> outcomes = new ArrayList<>();
    outcomes.add(TestOutcome.of("it_works", new Seen.Passed()));
    outcomes.add(new TestOutcome("u_below_q", seen, "NO_SCALE", 0));
    outcomes.add(TestOutcome.of("the_last", new Seen.Skipped()));
    String html = composer().report(new Verdict("03", outcomes, "a & b")).html();
    for (String part :
        List.of(
            "kata 03 · the title: red",
            "<td title=\"green\">✓</td><td style=\"text-align:left;padding-right:2em\">it works</td>",
            "<td title=\"skipped\">–</td>",
            "<td>NO_SCALE</td>",
            "u &lt; q &lt;script&gt;",
            "q is forgotten.",
            "a &amp; b")) {
      assertTrue(html.contains(part), "missing: " + part + "\nin:\n" + html);
    }
    assertFalse(html.contains("<script>"), html);
  }

  @Test
  void columns_below_wide_names_are_aligned() {
    Report.Table table =
        new Report.Table(
            List.of(new Report.Column("应为", List.of("1")), new Report.Column("实际", List.of("2"))));
    assertEquals("  应为    实际\n  1       2", new Report(List.of(table)).toString());
  }

  @Test
  void values_without_room_beside_each_other_stand_below_each_other() {
    Report report =
        new Report(
            List.of(
                new Report.Table(
                    List.of(
                        new Report.Column("x", List.of("1  2  3")),
                        new Report.Column("expected", List.of("4  5  6")),
                        new Report.Column("but was", List.of("7  8  9"))))));
    String beside = "  x          expected    but was\n  1  2  3    4  5  6     7  8  9";
    assertEquals(beside, report.withTables(32).toString());
    assertEquals(
        "  x\n  1  2  3\n  expected    but was\n  4  5  6     7  8  9",
        report.withTables(31).toString());
    assertEquals(
        "  x\n  1  2  3\n  expected\n  4  5  6\n  but was\n  7  8  9",
        report.withTables(5).toString());
  }

  @Test
  void a_long_number_does_not_push_the_others_apart() {
    Value value = new Value(new double[][] {{0.7, 0.1, 1}, {-1, 1 / 3.0, 0.33330000001}});
    assertEquals(
        """
        0.7                 0.1              1
         -1  0.3333333333333333  0.33330000001\
        """,
        value.toString());
  }

  @Test
  void packed_bits_are_seen_in_base_16() {
    assertEquals("0xd  0xb000000000000000", new Value(new long[] {13, 11L << 60}).toString());
  }

  private static Seen difference(Value expected, Value actual) {
    boolean array = expected.content().getClass().isArray();
    List<Integer> place = array && expected.shape().size() == 1 ? List.of(1) : List.of();
    return new Seen.Difference("f(x)", List.of(), List.of(), expected, actual, place);
  }

  private void assertSays(Seen seen, String words) {
    String told = told(TestOutcome.of("it_works", seen));
    assertTrue(told.contains(words), "missing:\n" + words + "\nin:\n" + told);
  }

  private String told(TestOutcome outcome) {
    return composer().report(outcome).toString().replace(project + "/", "");
  }

  private Composer composer() {
    return Composer.of(kata, Locale.ENGLISH);
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(project.resolve("exercises").resolve(file), List.of(lines));
  }
}
