package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.machine.MissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradeStoreTest {
  private static final GradeSettings SETTINGS = MadeUpClass.settings(7);

  @TempDir Path folder;

  private String refusal(GradeSettings settings) {
    return assertThrows(
            MissingException.class, () -> GradeStore.open(folder, settings, List.of()).close())
        .in(Locale.ENGLISH);
  }

  @Test
  void grades_made_by_other_settings_do_not_belong_together() throws IOException {
    GradeStore.open(folder, SETTINGS, List.of()).close();
    GradeStore.open(folder, SETTINGS, List.of()).close();
    String remedy = ": grade into another folder with --out, or move that one away";
    PointsPlan plan = new PointsPlan("", Map.of("points", "3"));
    TestGroups fewer = TestGroups.of(MadeUpClass.KATAS.subList(0, 2), Optional.empty());
    Worth worth = SETTINGS.worth();
    String tests = SETTINGS.tests();
    Map<String, GradeSettings> others =
        Map.of(
            "with another seed", MadeUpClass.settings(8),
            "by another version of the kit", new GradeSettings("2.0", tests, Tier.A, worth, 7),
            "in another tier", new GradeSettings("1.0", tests, Tier.B, worth, 7),
            "by another plan of points",
                GradeSettings.of("1.0", MadeUpClass.GROUPS, plan, Tier.A, 7),
            "by other tests", GradeSettings.of("1.0", fewer, PointsPlan.usual(), Tier.A, 7));
    others.forEach(
        (how, settings) ->
            assertEquals(folder + " holds grades made " + how + remedy, refusal(settings)));
  }

  @Test
  void what_students_are_shown_is_kept_and_changes_no_grade() {
    PointsPlan more = new PointsPlan("", Map.of("points", "3", "show.visible", "example"));
    for (PointsPlan plan : List.of(PointsPlan.usual(), more)) {
      try (GradeStore store = GradeStore.open(folder, SETTINGS, List.of())) {
        store.disclose(plan);
      }
      assertEquals(plan.disclosing().entries(), new Grades(folder).disclosure().entries());
    }
    assertEquals(Map.of("show.visible", "example"), more.disclosing().entries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null"})
  void what_was_hidden_is_not_shown_because_a_file_was_lost(String left) throws IOException {
    GradeStore.open(folder, SETTINGS, List.of()).close();
    Path file = folder.resolve("disclosure.json");
    String refusal =
        file
            + " does not say what students may see: grade once more, with the plan of points if"
            + " there is one: what is graded stays";
    Grades grades = new Grades(folder);
    assertEquals(
        refusal, assertThrows(MissingException.class, grades::disclosure).in(Locale.ENGLISH));
    Files.writeString(file, left);
    assertEquals(
        refusal, assertThrows(MissingException.class, grades::disclosure).in(Locale.ENGLISH));
  }

  @Test
  void a_grade_of_somebody_else_is_none() throws IOException {
    try (GradeStore store = GradeStore.open(folder, SETTINGS, List.of())) {
      store.write(
          new Graded(SETTINGS.worth().failed("Ada", "1.0", Tier.A, ""), "x", List.of(), Map.of()));
    }
    for (String kind : List.of("grades", "details", "times")) {
      Files.copy(folder.resolve(kind + "/Ada.json"), folder.resolve(kind + "/eda.json"));
    }
    Grades grades = new Grades(folder);
    assertEquals(
        List.of(true, false),
        List.of(grades.find("Ada").isPresent(), grades.find("eda").isPresent()));
  }

  @Test
  void two_programs_do_not_grade_into_one_folder() {
    GradeStore first = GradeStore.open(folder, SETTINGS, List.of());
    assertEquals(
        "another program grades into "
            + folder
            + ": wait for it, or grade into another folder with --out",
        refusal(SETTINGS));
    first.close();
    GradeStore.open(folder, SETTINGS, List.of()).close();
  }

  @Test
  void a_class_grows_and_forgets_nobody() {
    Submission alice = new Submission("alice", List.of(), Map.of("late", "yes"));
    Submission bob = new Submission("bob", List.of(), Map.of());
    GradeStore.open(folder, SETTINGS, List.of(alice)).close();
    GradeStore.open(folder, SETTINGS, List.of(bob)).close();
    assertEquals(List.of(alice, bob), new Grades(folder).submissions());
  }

  @Test
  void a_damaged_file_is_named() throws IOException {
    GradeStore.open(folder, SETTINGS, List.of()).close();
    Files.writeString(folder.resolve("seed.txt"), "x");
    assertEquals(
        folder.resolve("seed.txt") + " is damaged: delete it, and grade again", refusal(SETTINGS));
  }

  @ParameterizedTest
  @CsvSource({
    "alice, alice.json",
    "Ada Lovelace_12, Ada Lovelace_12.json",
    "../../etc/passwd, %2E.%2F..%2Fetc%2Fpasswd.json",
    ".hidden, %2Ehidden.json",
    "a:b*c, a%3Ab%2Ac.json",
    "é, %C3%A9.json",
    "100%, 100%25.json",
    "Con, %43on.json",
    "nul.x, %6Eul.x.json",
    "Conny, Conny.json",
    "a., a%2E.json",
    "'a ', a%20.json"
  })
  void every_name_has_a_file(String submission, String file) {
    assertEquals(Path.of("grades", file), Grades.file("grades", submission));
  }

  @Test
  void long_names_have_files_of_their_own() {
    String name = "学".repeat(300);
    Path one = Grades.file("grades", name);
    assertEquals(138, String.valueOf(one.getFileName()).length());
    assertEquals(false, one.equals(Grades.file("grades", name + "1")));
  }

  @Test
  void no_cell_is_a_formula() {
    assertEquals(
        "a,\"'=1+1\",\"'-3\",\"x,y\",\"q\"\"\",\"'@a\"\n",
        Csv.line(List.of("a", "=1+1", "-3", "x,y", "q\"", "@a")));
  }
}
