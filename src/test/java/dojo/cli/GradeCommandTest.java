package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole classes through the command, graded by the real judge. */
class GradeCommandTest {
  private static final Exercises EXERCISES = new Exercises(Path.of("exercises").toAbsolutePath());

  @TempDir Path folder;

  @BeforeEach
  void students_hand_in() throws IOException {
    hand("ada/exercises/kata01/KeepRule.java", right());
    hand("bob/KeepRule (1).java", right().replace("package kata01;", "package homework;"));
    hand("carol/kata01/KeepRule.java", wrong());
    hand("mallory/kata01/KeepRule.java", right().replace("private KeepRule() {}", EXIT));
    Files.createDirectories(folder.resolve("in/zoe"));
  }

  private static final String EXIT = "static { Runtime.getRuntime().halt(0); }";

  private void hand(String path, String text) throws IOException {
    Path file = folder.resolve("in").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String right() {
    return EXERCISES.solution(EXERCISES.kata(1).orElseThrow()).model();
  }

  private static String wrong() {
    return EXERCISES
        .mistakes(EXERCISES.kata(1).orElseThrow())
        .get(0)
        .in(EXERCISES.solution(EXERCISES.kata(1).orElseThrow()));
  }

  private Typed grade(String out, String... more) {
    List<String> words =
        new ArrayList<>(List.of("grade", folder.resolve("in").toString(), "--katas", "1"));
    words.addAll(List.of("--out", folder.resolve(out).toString()));
    words.addAll(List.of(more));
    if (!words.contains("--tier")) {
      words.addAll(List.of("--tier", "A"));
    }
    return Typed.in(Path.of(""), words.toArray(String[]::new));
  }

  private Map<String, String> same(String out) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve(out))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.resolve(out).relativize(file).toString().replace('\\', '/');
        if (!name.matches("times/.*|shard.*|\\.lock|report/.*")) {
          files.put(name, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  @Test
  void a_class_is_graded_and_each_outcome_is_a_line() {
    Typed typed = grade("out", "--seed", "5", "--jobs", "1");
    assertEquals("", typed.err());
    assertEquals(0, typed.exit(), typed.out());
    String points = "\\d+(\\.\\d+)? of 10 points; 0 green, 1 red, 0 to do";
    assertTrue(
        typed
            .out()
            .matches(
                "Grading 5 submissions in 1 katas, tier A, 1 at a time, into .*\\R"
                    + "\\[1/5\\] ✓ ada: 10 of 10 points; 1 green, 0 red, 0 to do\\R"
                    + "\\[2/5\\] ✓ bob: 10 of 10 points; 1 green, 0 red, 0 to do\\R"
                    + " {4}KeepRule \\(1\\)\\.java was taken for KeepRule\\.java\\R"
                    + " {4}KeepRule \\(1\\)\\.java was put into the package kata01\\R"
                    + ("\\[3/5\\] ✗ carol: " + points + "\\R")
                    + "\\[4/5\\] ✗ mallory: 0 of 10 points; 0 green, 1 red, 0 to do\\R"
                    + "\\[5/5\\] ✗ zoe: 0 of 10 points; 0 green, 0 red, 1 to do\\R"
                    + " {4}holds no answer to a kata\\R"
                    + "5 submissions, 2 of them all green: the grades are in .*\\R"
                    + "(html: written into .*\\R)?"),
        typed.out());
    assertTrue(same("out").get("grades/carol.json").contains("\"P_IS_KEEP\""));
    Typed again = grade("out");
    assertTrue(again.out().contains("5 were graded by an earlier run"), again.out());
    assertTrue(!again.out().contains("[1/5]"), again.out());
  }

  @Test
  void similarity_is_of_the_whole_class() {
    Typed part = grade("out", "--seed", "5", "--shard", "1/2", "--similarity");
    assertEquals(
        "dojo: --similarity compares the whole class, not a part of it: leave out --shard"
            + " (see ./dojo grade --help)",
        part.err().lines().findFirst().orElse(""));
  }

  @Test
  void jobs_and_shards_change_nothing() {
    grade("one", "--seed", "5", "--jobs", "1");
    grade("three", "--seed", "5", "--jobs", "3");
    assertEquals(same("one"), same("three"));
    for (int i = 1; i <= 2; i++) {
      assertEquals(0, grade("parts", "--seed", "5", "--shard", i + "/2").exit());
    }
    String parts = folder.resolve("parts").toString();
    String merged = folder.resolve("merged").toString();
    Typed typed = Typed.in(Path.of(""), "grade", "merge", parts, "--out", merged);
    assertTrue(typed.out().startsWith("merged into " + merged), typed.out());
    assertEquals(same("one"), same("merged"));
  }

  @Test
  void hidden_tests_and_their_points_count() throws IOException {
    Path test = folder.resolve("hidden/kata01/edge-cases/EdgeCasesTest.java");
    Files.createDirectories(test.getParent());
    Files.writeString(
        test,
        """
        package kata01;

        import static dojo.expect.Expect.expect;

        import dojo.expect.KataTest;
        import org.junit.jupiter.api.Test;

        @KataTest("kata01.KeepRule")
        class EdgeCasesTest {
          interface Subject {
            float[][] mask(double[][] u, double p);
          }

          @Test
          void an_element_of_its_own(Subject rule) {
            expect("mask(u, 0.6)", rule.mask(new double[][] {{0.5}}, 0.6)).toBe(new float[][] {{0}});
          }
        }
        """);
    Path points =
        Files.writeString(
            folder.resolve("p.properties"), "points.edge-cases = 2.5\nweight.kata30 = 4\n");
    Typed typed =
        grade(
            "out", "--hidden", folder.resolve("hidden").toString(), "--points", points.toString());
    assertTrue(typed.out().contains("ada: 12.5 of 12.5 points"), typed.out() + typed.err());
    assertEquals(
        "submission,state,points,\"out of\",kata01",
        same("out").get("grades.csv").lines().findFirst().orElseThrow());
    assertTrue(same("out").get("grades/ada.json").contains("\"group\" : \"edge-cases\""));
  }

  @Test
  void the_table_has_the_columns_of_the_roster() throws IOException {
    String rows = "submission,name,late\nada,Ada Lovelace,\nbob,Bob Ross,yes\n";
    Path roster = Files.writeString(folder.resolve("roster.csv"), rows);
    grade("out", "--roster", roster.toString());
    List<String> table = same("out").get("grades.csv").lines().toList();
    assertEquals("submission,state,points,\"out of\",kata01,late,name", table.get(0));
    assertEquals("ada,green,10,10,10,,\"Ada Lovelace\"", table.get(1));
    assertEquals("bob,green,10,10,10,yes,\"Bob Ross\"", table.get(2));
  }

  @Test
  void a_shard_that_is_lost_is_named() {
    grade("parts", "--seed", "5", "--shard", "1/2");
    String parts = folder.resolve("parts").toString();
    Typed typed = Typed.in(Path.of(""), "grade", "merge", parts, "--out", parts);
    assertEquals(
        "shard 2/2 has no whole grade of 2 of its submissions (bob, mallory): grade it with --shard"
            + " 2/2, then merge again",
        typed.out().strip());
    assertEquals(1, typed.exit());
  }

  @Test
  void all_shards_read_the_seed_that_lies_in_the_folder() throws IOException {
    String file = folder.resolve("parts").resolve("seed.txt").toString();
    Typed without = grade("parts", "--shard", "1/2");
    assertEquals(
        "dojo: all shards need one and the same seed: name it with --seed, or write a whole number"
            + (" into " + file + " (see ./dojo grade --help)"),
        without.err().strip());
    assertEquals(2, without.exit());
    Files.createDirectories(folder.resolve("parts"));
    Files.writeString(folder.resolve("parts/seed.txt"), "5\n");
    for (int i = 1; i <= 2; i++) {
      assertEquals(0, grade("parts", "--shard", i + "/2").exit());
    }
    String parts = folder.resolve("parts").toString();
    assertEquals(0, Typed.in(Path.of(""), "grade", "merge", parts, "--out", parts).exit());
    grade("one", "--seed", "5");
    assertEquals(same("one"), same("parts"));
    Typed other = grade("parts", "--shard", "1/3");
    assertTrue(other.err().contains("holds shard-1-of-2, of which shard 1/3 is no part"));
  }

  @ParameterizedTest
  @CsvSource({
    "--shard 4/3, '--shard must be such as 2/3, or auto where Slurm, Kubernetes, GitHub or GitLab"
        + " number the shards, but was 4/3 (see ./dojo grade --help)'",
    "--tier Z, '--tier must be auto, A, B or C, but was Z (see ./dojo grade --help)'"
  })
  void what_makes_no_sense_is_refused_before_anything_is_graded(String words, String error) {
    Typed typed = grade("out", words.split(" "));
    assertEquals("dojo: " + error, typed.err().strip());
    assertEquals(2, typed.exit());
    assertTrue(Files.notExists(folder.resolve("out")));
  }
}
