package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.expect.KataSettings;
import dojo.kata.Composer;
import dojo.kata.Kata;
import dojo.kata.Progress;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kata fresh from the template is sound but for what its author has to say; each kind of start is
 * proved as it should be, and a kata that is not sound fails its proof.
 */
class MadeUpKataTest {
  @TempDir private Path folder;

  private MadeUpProject project;
  private Kata kata;
  private Workbench workbench;
  private KataProofs proofs;

  @BeforeEach
  void make() throws IOException {
    project = MadeUpProject.in(folder.resolve("project"));
    kata = project.kata();
    workbench = new Workbench(project.exercises(), Files.createDirectory(folder.resolve("run")));
    proofs = new KataProofs(workbench, 80);
  }

  @AfterEach
  void close() throws IOException {
    workbench.close();
  }

  @Test
  void a_fresh_kata_passes_every_check_but_for_its_todos() throws IOException {
    Files.copy(kata.source(), kata.source().resolveSibling("Twice.java.bak-1"));
    KataFiles files = new KataFiles(project.exercises(), kata);

    Checks.assertNone(files.problems());
    List<String> written =
        files.todos().stream().map(todo -> todo.replaceAll(":.*", "").strip()).distinct().toList();
    assertEquals(
        List.of(
            "kata07 is not written yet",
            "exercises/kata07/README.md",
            "exercises/kata07/TwiceTest.java",
            "exercises/kata07/kata.properties",
            "exercises/kata07/messages.properties",
            "solutions/kata07/Example.java",
            "solutions/kata07/Twice.java",
            "solutions/kata07/mistakes.diff"),
        written);
  }

  @Test
  void a_fresh_stub_says_once_that_there_is_something_to_do() throws IOException {
    String stub = Files.readString(kata.source());
    assertTrue(stub.contains("(\"TODO: the idea, in a few words\")"), stub);
  }

  @Test
  void a_fresh_kata_passes_every_proof() {
    HintsProof hints = new HintsProof(project.exercises(), kata);

    proofs.the_solution_passes_every_test(kata);
    proofs.the_start_fails_as_it_should(kata);
    proofs.every_mistake_gets_its_own_diagnosis(kata);
    proofs.every_random_check_states_rate_size_bound_and_seed(kata);
    hints.four_hints_and_none_gives_the_answer_away();
    hints.every_diagnosis_points_to_a_hint();
    hints.the_start_does_not_hold_the_answer();
    new MissingMethodProof(workbench, kata).one_kind_line();
  }

  @Test
  void a_hint_that_gives_the_answer_away_fails_its_proof_in_any_language() throws IOException {
    HintsProof hints = new HintsProof(project.exercises(), kata);
    Path chinese = kata.folder().resolve("messages_zh_CN.properties");
    Files.writeString(chinese, "hint.4 = 两层循环");
    hints.four_hints_and_none_gives_the_answer_away();

    Files.writeString(chinese, "hint.4 = 写 y[i][j] = 2*x[i][j]");
    AssertionError failed =
        assertThrows(AssertionError.class, hints::four_hints_and_none_gives_the_answer_away);
    assertTrue(
        String.valueOf(failed.getMessage())
            .contains("a hint of kata07 gives the decisive line away, reword it: 写"),
        failed::getMessage);
  }

  @Test
  void a_bug_to_be_found_is_the_first_mistake_and_gets_its_diagnosis() throws IOException {
    project.startingWithABug();

    String start = Files.readString(kata.source());
    assertTrue(start.contains("y[i][j] = x[i][j] * x[i][j];"), start);
    assertEquals(workbench.mistakes(kata).get("SQUARES"), start);
    proofs.the_start_fails_as_it_should(kata);
    new HintsProof(project.exercises(), kata).the_start_does_not_hold_the_answer();
  }

  @Test
  void a_solution_without_a_marked_answer_can_start_with_a_bug() throws IOException {
    project.startingWithABug();
    Path solution = project.root().resolve("solutions/kata07/Twice.java");
    Files.writeString(solution, project.exercises().solution(kata).model());
    Checks.assertNone(new KataFiles(project.exercises(), kata).stub());

    proofs.the_start_fails_as_it_should(kata);
  }

  @Test
  void the_student_meets_the_symptom_of_a_bug_and_its_name_comes_with_hint_3() throws IOException {
    project.startingWithABug();
    Progress progress = project.exercises().progress();

    assertEquals(
        """
        kata 07 · each element is doubled

          A net with this layer diverges.

          twice(x)
          x        expected    but was
          1  -2    2  -4       1   4
          3   4    6   8       9  16

          hint 1 of 4: ./dojo hint 07 1 (hint 3 gives the bug its name)
          exercises/kata07/Twice.java:14\
        """,
        told(workbench.start(kata)));

    progress.showed(kata, 2);
    assertTrue(told(workbench.start(kata)).contains("hint 3 of 4: ./dojo hint 07 3 (hint 3"));

    progress.showed(kata, 3);
    progress.showed(kata, 1); // what is known stays known
    assertTrue(told(workbench.start(kata)).contains("diverges."));
    assertTrue(told(workbench.start(kata)).contains("  SQUARES: Each element"));
  }

  @Test
  void the_wrong_repair_of_a_bug_is_named_at_once() throws IOException {
    project.startingWithABug();
    project.with(
        "exercises/kata07/kata.properties", "hint.SQUARES", "hint.HALVES = 2\nhint.SQUARES");
    project.with(
        "exercises/kata07/messages.properties",
        "diagnosis.SQUARES",
        "diagnosis.HALVES = Each element was halved.\ndiagnosis.SQUARES");
    project.with(
        "exercises/kata07/TwiceTest.java",
        ".diagnose(\"SQUARES\"",
        ".diagnose(\"HALVES\", new float[][] {{0.5f, -1}, {1.5f, 2}}).diagnose(\"SQUARES\"");
    Path mistakes = project.root().resolve("solutions/kata07/mistakes.diff");
    Files.writeString(
        mistakes,
        Files.readString(mistakes)
            + "\nHALVES: each element is halved\n"
            + "- y[i][j] = 2 * x[i][j];\n+ y[i][j] = x[i][j] / 2;\n");

    proofs.the_start_fails_as_it_should(kata);
    proofs.every_mistake_gets_its_own_diagnosis(kata);
    String told = told(workbench.mistakes(kata).get("HALVES"));
    assertTrue(told.contains("  HALVES: Each element was halved."), told);
    assertTrue(told.contains("hint 2 of 4: ./dojo hint 07 2\n"), told);
    assertFalse(told.contains("diverges"), told);
  }

  @Test
  void a_bug_without_a_symptom_fails_its_proof_and_its_check() {
    project.startingWithABug();
    project.with("exercises/kata07/messages.properties", "symptom.SQUARES", "symptom.CUBES");

    fails("messages.properties: add symptom.SQUARES");
    assertEquals(
        List.of(
            "exercises/kata07/messages.properties: add symptom.SQUARES, what a student meets first",
            "exercises/kata07/messages.properties: no student starts from CUBES: remove"
                + " symptom.CUBES"),
        new KataFiles(project.exercises(), kata).symptoms());
  }

  @Test
  void a_symptom_that_names_the_bug_fails_its_proof() {
    project.startingWithABug();
    project.with("exercises/kata07/messages.properties", "A net with", "SQUARES: a net with");

    fails("kata07 names its bug from hint 3 on");
  }

  @Test
  void in_maven_and_an_editor_a_green_kata_tells_its_lesson_itself_and_once() {
    String lesson = "  Doubling keeps the sign.";
    String green = "kata 07 · TODO: the title, as in the README: green, 1 tests passed";

    assertFalse(printed(workbench.start(kata), "").contains(lesson));
    assertEquals("", printed(solved(), "true"), "who runs the tests tells it");
    String first = printed(solved(), "");
    assertTrue(first.startsWith(green), first);
    assertTrue(first.contains(lesson), first);
    assertTrue(first.contains("src/main/java/dojo/dropout/Dropout.java:2"), first);
    String second = printed(solved(), "");
    assertTrue(second.startsWith(green), second);
    assertFalse(second.contains(lesson), second);
  }

  private String solved() {
    return project.exercises().solution(kata).model();
  }

  private String printed(String student, String told) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      workbench.with(
          kata, student, bench -> bench.run(KataSettings.usual(), Map.of(KataSettings.TOLD, told)));
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private String told(String student) {
    List<TestOutcome> outcomes = workbench.outcomes(kata, student, KataSettings.usual());
    Verdict verdict = new Verdict(kata.label(), outcomes, "");
    return Composer.of(kata, Locale.ENGLISH).report(verdict).toString();
  }

  @Test
  void a_bug_that_does_no_harm_fails_its_proof() {
    project.startingWithABug();
    project.with("solutions/kata07/mistakes.diff", "x[i][j] * x[i][j]", "x[i][j] + x[i][j]");

    fails("SQUARES of solutions/kata07/mistakes.diff passes every test");
  }

  @Test
  void a_bug_that_gets_no_diagnosis_fails_its_proof() {
    project.startingWithABug();
    project.with("solutions/kata07/mistakes.diff", "+ y[i][j] = x[i][j] * x", "+ y[i][j] = 7 * x");

    fails("SQUARES of solutions/kata07/mistakes.diff gets another diagnosis");
  }

  @Test
  void a_bug_that_is_still_to_be_written_fails_its_proof() {
    project.startingWithABug();
    project.with(
        "solutions/kata07/mistakes.diff",
        "+ y[i][j] = x[i][j] * x[i][j];",
        "+ throw new UnsupportedOperationException(\"TODO: square\");");

    fails("starts with a bug, so nothing is left to write: remove the TODO");
  }

  @Test
  void a_start_that_does_not_fail_through_its_todo_fails_its_proof() {
    project.with(
        "exercises/kata07/TwiceTest.java",
        "  @Test\n",
        "  @Test\n  void nothing_is_asked() {}\n\n  @Test\n");

    fails("nothing_is_asked of kata07 must call the student's method");
  }

  @Test
  void a_test_to_be_written_is_judged_as_any_other_class() {
    project.with("exercises/kata07/kata.properties", "start = TODO", "start = TEST");
    proofs.the_start_fails_as_it_should(kata);
    proofs.the_solution_passes_every_test(kata);

    project.with("solutions/kata07/Twice.java", "package kata07;", "package kata07; import x.Y;");
    fails("does not compile");
  }

  private void fails(String told) {
    AssertionError failed =
        assertThrows(AssertionError.class, () -> proofs.the_start_fails_as_it_should(kata));
    assertTrue(String.valueOf(failed.getMessage()).contains(told), failed::getMessage);
  }
}
