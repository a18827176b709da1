package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dojo.content.Workbench;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results in other formats, of what the real judge has graded in a project of one kata. */
class ReportCommandTest {
  private static final Kata KATA = Workbench.EXERCISES.kata(3).orElseThrow();

  @TempDir Path project;

  @BeforeEach
  void a_student_hands_in_what_drops_too_rarely() throws IOException {
    Files.writeString(project.resolve("pom.xml"), "");
    copy("kata03");
    Path shared = Path.of("exercises/messages.properties");
    Files.copy(shared, project.resolve(shared.toString()));
    Path handed = Files.createDirectories(project.resolve("inbox/carol/kata03"));
    Files.writeString(handed.resolve("InvertedDropout.java"), Workbench.mistake(KATA, "P_IS_KEEP"));
    Files.createDirectories(project.resolve("inbox/zoe"));
    Files.writeString(project.resolve("hide.properties"), "show.visible = points\n");
    Files.writeString(project.resolve("more.properties"), "points = 11\nshow.visible = example\n");
  }

  private void copy(String kata) throws IOException {
    for (String part : List.of("exercises", "solutions")) {
      Path from = Path.of(part, kata).toAbsolutePath();
      Path to = Files.createDirectories(project.resolve(part).resolve(kata));
      for (Path file : Workbench.list(from)) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private Typed dojo(String... words) {
    return Typed.in(project, words);
  }

  private Typed grade(String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("grade", project.resolve("inbox").toString(), "--tier", "A"));
    words.addAll(List.of("--out", out().toString(), "--seed", "5"));
    words.addAll(List.of(more));
    return dojo(words.toArray(String[]::new));
  }

  private Path out() {
    return project.resolve("out");
  }

  private Typed report(String... more) {
    List<String> words = new ArrayList<>(List.of("grade", "report", out().toString()));
    words.addAll(List.of(more));
    return dojo(words.toArray(String[]::new));
  }

  private JsonNode gradescope() throws IOException {
    Path file = out().resolve("report/gradescope/carol/results.json");
    return new JsonMapper().readTree(Files.readString(file));
  }

  private static List<String> counts(String text) {
    return Pattern.compile("but was \\d+ of n = \\d+|seed = -?\\d+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void a_published_seed_repeats_what_the_student_was_told() throws IOException {
    Typed graded = grade("--formats", "gradescope");
    assertEquals("", graded.err());
    assertTrue(
        graded.out().contains("gradescope: written into " + out().resolve("report")), graded.out());
    String secret = gradescope().toString();
    assertFalse(secret.contains("seed"), secret);
    assertEquals(0, report("--formats", "gradescope", "--publish").exit());
    JsonNode published = gradescope();
    String command =
        published.path("output").asText().replaceFirst("(?s).*\\./dojo (.*?) repeats.*", "$1");
    assertTrue(command.startsWith("check 03 --all --seed="), command);
    Kata own = new Exercises(project.resolve("exercises")).kata(3).orElseThrow();
    Files.copy(
        project.resolve("inbox/carol/kata03/InvertedDropout.java"),
        own.source(),
        StandardCopyOption.REPLACE_EXISTING);
    List<String> told = counts(published.path("tests").path(0).path("output").asText());
    assertTrue(told.size() > 1, () -> published.toString());
    assertEquals(told, counts(dojo(command.split(" ")).out()));
  }

  @Test
  void another_disclosure_grades_nobody_again() throws IOException {
    assertEquals(0, grade("--formats", "gradescope").exit());
    assertTrue(gradescope().toString().contains("P_IS_KEEP"));
    Typed again = grade("--points", path("hide.properties"), "--formats", "gradescope");
    assertTrue(again.out().contains("2 were graded by an earlier run"), again.out());
    assertFalse(gradescope().toString().contains("P_IS_KEEP"));
    assertEquals(0, report("--formats", "gradescope").exit());
    assertFalse(gradescope().toString().contains("P_IS_KEEP"), "it is kept with the grades");
  }

  private String path(String file) {
    return project.resolve(file).toString();
  }

  @Test
  void another_plan_may_disclose_more_but_give_no_other_points() throws IOException {
    grade("--points", path("hide.properties"));
    Typed refused = report("--points", path("more.properties"), "--formats", "gradescope");
    assertEquals(
        "dojo: "
            + out()
            + " holds grades made by another plan of points: grade again with --points, or leave"
            + " the points in the plan as they were",
        refused.err().strip());
    Files.writeString(project.resolve("more.properties"), "show.visible = diagnosis\n");
    report("--points", path("more.properties"), "--formats", "gradescope");
    assertTrue(gradescope().toString().contains("P_IS_KEEP"));
    assertFalse(gradescope().toString().contains("but was"));
  }

  @Test
  void one_plan_serves_all_parts_of_a_course() throws IOException {
    copy("kata01");
    Files.writeString(project.resolve("all.properties"), "weight.kata01 = 2\n");
    grade("--katas", "03", "--points", path("all.properties"));
    Typed told = report("--points", path("all.properties"), "--formats", "gradescope");
    assertEquals("", told.err());
    assertEquals(0, told.exit());
  }

  @Test
  void a_plan_that_would_stop_every_grading_is_not_handed_out() throws IOException {
    Files.writeString(project.resolve("slip.properties"), "weight.kata77 = 2\n");
    Path zip = project.resolveSibling("autograder.zip");
    Typed refused =
        dojo("release", "--gradescope", zip.toString(), "--points", path("slip.properties"));
    assertTrue(refused.err().contains("weight.kata77"), refused.err());
    assertEquals(1, refused.exit());
  }

  @Test
  void what_makes_no_sense_is_refused_with_the_remedy() {
    grade();
    assertEquals(
        "dojo: --at must be a time such as 2026-12-01T23:59:00+01:00, but was tomorrow (see"
            + " ./dojo grade report --help)",
        report("--at", "tomorrow").err().strip());
    assertEquals(
        "dojo: there is no format pdf: choose from",
        report("--formats", "pdf").err().strip().replaceFirst("(from) .*", "$1"));
    assertEquals(
        "dojo: "
            + project.resolve("inbox")
            + " holds no grades: name the folder that ./dojo grade has filled, or merge the shards"
            + " first",
        dojo("grade", "report", path("inbox")).err().strip());
  }

  @Test
  void a_class_that_was_lost_is_no_class_without_students() throws IOException {
    grade();
    Files.writeString(out().resolve("class.json"), "{}");
    assertEquals(1, report().exit());
    assertTrue(report().err().contains(out() + " holds no grades"), report().err());
  }

  @Test
  void a_format_that_there_is_not_stops_before_anything_is_graded() throws IOException {
    assertEquals(1, grade("--formats", "pdf").exit());
    try (Stream<Path> files = Files.list(project)) {
      assertTrue(files.noneMatch(out()::equals));
    }
  }
}
