package dojo.grade;

import static dojo.grade.MadeUpClass.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.MissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
  private static final int STUDENTS = 11;

  @TempDir Path folder;
  private MadeUpClass students;
  private Path out;

  @BeforeEach
  void three_machines_share_a_class() throws IOException {
    students = MadeUpClass.of(folder.resolve("inbox"), STUDENTS);
    out = folder.resolve("out");
    for (int i = 1; i <= 3; i++) {
      students.grade(out, 2, new Shard(i, 3), name -> {});
    }
  }

  private List<String> merge(Path... shards) {
    return Merge.of(List.of(shards)).into(folder.resolve("merged")).stream()
        .map(sentence -> sentence.in(Locale.ENGLISH))
        .toList();
  }

  @Test
  void nobody_is_graded_twice() {
    assertEquals(STUDENTS, students.judged().size());
    assertEquals(STUDENTS, Set.copyOf(students.judged()).size());
  }

  @Test
  void three_machines_come_to_the_bytes_of_one() {
    students.grade(folder.resolve("whole"));
    assertEquals(List.of(), merge(out));
    assertSame(folder.resolve("whole"), folder.resolve("merged"));
    assertEquals(
        List.of(),
        merge(
            out.resolve("shard-3-of-3"), out.resolve("shard-1-of-3"), out.resolve("shard-2-of-3")));
    assertEquals(List.of(), Merge.of(List.of(out)).into(out), "beside the shards");
    assertSame(folder.resolve("whole"), out);
  }

  @Test
  void a_shard_that_was_lost_is_named_graded_again_and_merged() throws IOException {
    Path lost = out.resolve("shard-2-of-3");
    Files.move(lost, folder.resolve("gone"));
    assertEquals(
        List.of(
            "shard 2/3 has no whole grade of 4 of its submissions (s01, s04, s07, s10): grade it with"
                + " --shard 2/3, then merge again"),
        merge(out));
    assertTrue(Files.notExists(folder.resolve("merged")), "nothing is written");
    students.judged().clear();
    students.grade(out, 1, new Shard(2, 3), name -> {});
    assertEquals(Set.of("s01", "s04", "s07", "s10"), Set.copyOf(students.judged()));
    assertEquals(List.of(), merge(out));
  }

  @Test
  void a_shard_that_was_killed_lacks_what_it_has_not_graded() throws IOException {
    Files.delete(out.resolve("shard-1-of-3/grades/s03.json"));
    assertEquals(
        List.of(
            "shard 1/3 has no whole grade of 1 of its submissions (s03): grade it with --shard 1/3,"
                + " then merge again"),
        merge(out));
  }

  @ParameterizedTest
  @CsvSource({"grades, {", "grades, ''", "details, [", "times, ''"})
  void a_damaged_grade_is_named_and_graded_again(String kind, String damage) throws IOException {
    Files.writeString(out.resolve("shard-1-of-3").resolve(kind).resolve("s03.json"), damage);
    assertEquals(
        List.of(
            "shard 1/3 has no whole grade of 1 of its submissions (s03): grade it with --shard 1/3,"
                + " then merge again"),
        merge(out));
    assertTrue(Files.notExists(folder.resolve("merged")), "nothing is written");
    students.judged().clear();
    students.grade(out, 1, new Shard(1, 3), name -> {});
    assertEquals(List.of("s03"), List.copyOf(students.judged()));
    assertEquals(List.of(), merge(out));
  }

  @Test
  void a_grade_of_somebody_else_is_none() throws IOException {
    Path grades = out.resolve("shard-1-of-3/grades");
    Files.copy(
        grades.resolve("s00.json"),
        grades.resolve("s03.json"),
        StandardCopyOption.REPLACE_EXISTING);
    assertEquals(1, merge(out).size());
  }

  @Test
  void shards_of_three_and_of_four_are_not_merged() {
    Path four = folder.resolve("four");
    students.grade(four, 1, new Shard(2, 4), name -> {});
    assertEquals(
        out.resolve("shard-1-of-3")
            + " is one of 3 shards, but "
            + four.resolve("shard-2-of-4")
            + " is one of 4: name shards of one and the same number of machines",
        assertThrows(MissingException.class, () -> merge(out, four)).in(Locale.ENGLISH));
  }

  @Test
  void a_shard_of_four_does_not_fit_beside_shards_of_three() {
    Merge.requireFits(out, new Shard(2, 3));
    Merge.requireFits(folder.resolve("elsewhere"), new Shard(2, 4));
    assertEquals(
        out
            + " holds shard-1-of-3, of which shard 1/1 is no part: name a shard of 3 with --shard,"
            + " or grade into another folder with --out",
        assertThrows(MissingException.class, () -> Merge.requireFits(out, Shard.WHOLE))
            .in(Locale.ENGLISH));
  }

  @Test
  void a_shard_that_is_named_twice_counts_once() throws IOException {
    students.grade(folder.resolve("whole"));
    Path copy = folder.resolve("copy");
    students.grade(copy, 1, new Shard(2, 3), name -> {});
    assertEquals(List.of(), merge(out, copy, out.resolve("shard-3-of-3")));
    assertSame(folder.resolve("whole"), folder.resolve("merged"));
  }

  @Test
  void shards_that_do_not_belong_together_are_refused() throws IOException {
    Path two = out.resolve("shard-2-of-3");
    Files.writeString(two.resolve("seed.txt"), "8\n");
    assertEquals(
        out.resolve("shard-1-of-3")
            + " and "
            + two
            + " do not belong together: they differ in seed.txt: grade all shards with the same"
            + " submissions, tests, points and --seed",
        assertThrows(MissingException.class, () -> merge(out)).in(Locale.ENGLISH));
  }

  @Test
  void what_students_are_shown_is_merged_too_and_must_be_the_same() throws IOException {
    PointsPlan plan = new PointsPlan("", Map.of("show.visible", "points"));
    for (int i = 1; i <= 3; i++) {
      Path shard = Merge.folder(out, new Shard(i, 3));
      try (GradeStore store = GradeStore.open(shard, MadeUpClass.settings(7), List.of())) {
        store.disclose(plan);
      }
    }
    assertEquals(List.of(), merge(out));
    assertEquals(plan.entries(), new Grades(folder.resolve("merged")).disclosure().entries());
    Files.delete(out.resolve("shard-2-of-3/disclosure.json"));
    assertTrue(
        assertThrows(MissingException.class, () -> merge(out))
            .in(Locale.ENGLISH)
            .contains("they differ in disclosure.json"));
  }

  @Test
  void a_submission_that_two_shards_have_graded_must_have_one_grade() throws IOException {
    for (String kind : new String[] {"details", "times", "grades"}) {
      Path file = Path.of(kind, "s00.json");
      Files.copy(
          out.resolve("shard-1-of-3").resolve(file), out.resolve("shard-2-of-3").resolve(file));
    }
    Path one = out.resolve("shard-1-of-3/grades/s00.json");
    Path two = out.resolve("shard-2-of-3/grades/s00.json");
    assertEquals(List.of(), merge(out));
    Files.writeString(
        two, Files.readString(one).replace("\"state\" : \"red\"", "\"state\" : \"green\""));
    assertThrows(MissingException.class, () -> merge(out));
  }

  @Test
  void a_folder_without_shards_is_refused() {
    assertEquals(
        folder.resolve("inbox")
            + " holds no grades of a shard: name the folders that --shard has filled, or the folder"
            + " that holds them",
        assertThrows(MissingException.class, () -> merge(folder.resolve("inbox")))
            .in(Locale.ENGLISH));
  }

  @Test
  void grades_made_otherwise_are_not_written_over() throws IOException {
    Files.createDirectories(folder.resolve("merged"));
    Files.writeString(folder.resolve("merged/seed.txt"), "8\n");
    assertEquals(
        folder.resolve("merged")
            + " holds grades made with another seed, or by other settings: grade into another folder"
            + " with --out, or move that one away",
        assertThrows(MissingException.class, () -> merge(out)).in(Locale.ENGLISH));
  }
}
