package dojo.grade;

import static dojo.grade.MadeUpClass.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassGradingTest {
  private static final int STUDENTS = 24;

  @TempDir Path folder;
  private MadeUpClass students;
  private Path whole;

  @BeforeEach
  void grade_the_class_on_one_machine() throws IOException {
    students = MadeUpClass.of(folder.resolve("inbox"), STUDENTS);
    whole = folder.resolve("whole");
    students.grade(whole, 1, Shard.WHOLE, name -> {});
    students.judged().clear();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void the_number_of_jobs_changes_nothing(int jobs) {
    students.grade(folder.resolve("out"), jobs, Shard.WHOLE, name -> {});
    assertSame(whole, folder.resolve("out"));
  }

  @Test
  void what_is_read_is_what_was_written() {
    Grades grades = new Grades(whole);
    assertEquals(STUDENTS, grades.submissions().size());
    Graded graded = grades.find("s07").orElseThrow();
    assertEquals("s07", graded.grade().submission());
    assertEquals(MadeUpClass.same(whole).get("grades/s07.json"), GradeJson.grade(graded));
    assertEquals(MadeUpClass.same(whole).get("details/s07.json"), GradeJson.details(graded));
    assertEquals(7, grades.seed().orElseThrow());
    String row =
        MadeUpClass.same(whole).get("grades.csv").lines().skip(8).findFirst().orElseThrow();
    String points = Points.text(graded.grade().points());
    assertTrue(row.startsWith("s07,red," + points + ",30," + points + ",0,0"), row);
  }

  @Test
  void the_next_run_grades_nobody_twice() {
    students.grade(whole);
    assertEquals(List.of(), List.copyOf(students.judged()));
  }

  @Test
  void who_hands_in_something_else_is_graded_again() throws IOException {
    students.hand("s05", "int other;");
    students.hand("s99", "int late;");
    students.grade(whole);
    assertEquals(Set.of("s05", "s99"), Set.copyOf(students.judged()));
    students.grade(folder.resolve("fresh"));
    assertSame(folder.resolve("fresh"), whole);
  }

  @Test
  void what_is_damaged_or_half_written_is_graded_again() throws IOException {
    Files.writeString(whole.resolve("grades/s03.json"), "{");
    Files.delete(whole.resolve("details/s04.json"));
    Files.delete(whole.resolve("grades/s05.json"));
    Files.writeString(whole.resolve("grades/.77-1.part"), "{\"submission\"");
    students.grade(whole);
    assertEquals(Set.of("s03", "s04", "s05"), Set.copyOf(students.judged()));
    students.grade(folder.resolve("fresh"));
    assertSame(folder.resolve("fresh"), whole);
  }

  @Test
  void a_killed_program_is_taken_up_where_it_ended() throws IOException {
    Path out = folder.resolve("out");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledGrading.class.getName(),
                students.inbox().toString(),
                out.toString(),
                "s11")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals("stopped", program.inputReader().readLine());
    } finally {
      program.destroyForcibly(); // on Unix kill -9
    }
    program.onExit().join();
    students.grade(out);
    assertEquals(STUDENTS - 11, students.judged().size(), "s00 to s10 were graded");
    assertEquals(STUDENTS - 11, Set.copyOf(students.judged()).size());
    assertSame(whole, out);
  }

  @Test
  void what_fails_at_one_submission_does_not_stop_the_rest() {
    Path out = folder.resolve("out");
    students.grade(
        out,
        2,
        Shard.WHOLE,
        name -> {
          switch (name) {
            case "s03" -> throw new IllegalStateException("the judge fell ill");
            case "s04" -> throw new OutOfMemoryError("no more");
            case "s05" -> throw new StackOverflowError();
            default -> {}
          }
        });
    assertEquals(STUDENTS - 3, students.judged().size());
    Grade failed = new Grades(out).find("s03").orElseThrow().grade();
    assertEquals(State.ERROR, failed.state());
    assertTrue(Double.isNaN(failed.points()));
    assertTrue(
        MadeUpClass.same(out).get("grades.csv").contains("\ns04,error,,30,,,\n"),
        MadeUpClass.same(out).get("grades.csv"));
    students.judged().clear();
    students.grade(out);
    assertEquals(Set.of("s03", "s04", "s05"), Set.copyOf(students.judged()), "graded again");
    assertSame(whole, out);
  }

  @Test
  void what_cannot_be_read_has_no_grade_until_somebody_mends_it() throws IOException {
    List<Submission> all = new ArrayList<>(students.submissions());
    all.add(Submission.of("zoe", folder.resolve("zoe.zip")));
    Path out = folder.resolve("out");
    List<Graded> told = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (GradeStore store = GradeStore.open(out, MadeUpClass.settings(7), all)) {
        Intake intake = new Intake(MadeUpClass.EXERCISES, MadeUpClass.KATAS);
        new ClassGrading(intake, MadeUpClass.settings(7), store, () -> students.judge(name -> {}))
            .grade(all.subList(STUDENTS, STUDENTS + 1), 1, (each, anew, done) -> told.add(each));
      }
      Files.write(
          folder.resolve("zoe.zip"), Zips.zip().with("kata01/KeepRule.java", "class A {}").bytes());
    }
    assertEquals(State.ERROR, told.get(0).grade().state());
    assertEquals(
        "zoe.zip cannot be read (NoSuchFileException): put it back as it was, then grade again",
        told.get(0).obstacle().map(it -> it.file() + " " + it.what()).orElseThrow());
    assertEquals(List.of("zoe"), List.copyOf(students.judged()));
    assertTrue(told.get(1).obstacle().isEmpty());
  }

  @Test
  void everybody_is_told_once_and_after_the_grade_is_kept() {
    List<Submission> all = students.submissions();
    List<Integer> told = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Path out = folder.resolve("out");
    try (GradeStore store = GradeStore.open(out, MadeUpClass.settings(7), all)) {
      Intake intake = new Intake(MadeUpClass.EXERCISES, MadeUpClass.KATAS);
      new ClassGrading(intake, MadeUpClass.settings(7), store, () -> students.judge(name -> {}))
          .grade(
              all,
              5,
              (graded, anew, done) -> {
                told.add(done);
                assertTrue(anew && names.add(graded.grade().submission()));
                assertEquals(
                    graded.grade().points(),
                    store
                        .grades()
                        .find(graded.grade().submission())
                        .orElseThrow()
                        .grade()
                        .points());
              });
    }
    assertEquals(STUDENTS, names.size());
    assertEquals(told.stream().sorted().toList(), told);
  }
}
