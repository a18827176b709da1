package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dojo.machine.MissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsPlanTest {
  private static final Instant BEFORE = Instant.parse("2026-12-01T22:58:59Z");
  private static final Instant AFTER = Instant.parse("2026-12-01T22:59:00Z");

  @TempDir Path folder;

  private PointsPlan plan(String text) throws IOException {
    return PointsPlan.read(Files.writeString(folder.resolve("points.properties"), text));
  }

  private static String refusal(Executable refused) {
    return assertThrows(MissingException.class, refused).in(Locale.ENGLISH);
  }

  @Test
  void without_a_file_each_group_is_worth_ten_points() {
    assertEquals(10, PointsPlan.usual().points("03", "visible"));
    assertEquals(10, PointsPlan.usual().points("30", "edge-cases"));
  }

  @Test
  void the_entry_that_says_most_decides() throws IOException {
    PointsPlan plan =
        plan(
            """
            points = 2
            points.edge-cases = 1.5
            weight.kata30 = 4
            points.kata03.edge-cases = 0.25
            """);
    assertEquals(2, plan.points("01", "visible"));
    assertEquals(1.5, plan.points("01", "edge-cases"));
    assertEquals(8, plan.points("30", "visible"));
    assertEquals(6, plan.points("30", "edge-cases"));
    assertEquals(0.25, plan.points("03", "edge-cases"));
  }

  @Test
  void a_mark_of_the_encoding_is_none_of_the_plan() throws IOException {
    assertEquals(3, plan("\uFEFFpoints = 3\n").points("01", "visible"));
  }

  @Test
  void students_see_their_own_tests_and_the_points_of_others() {
    assertEquals(Disclosure.EVERYTHING, PointsPlan.usual().disclosure("visible", BEFORE));
    assertEquals(Disclosure.POINTS, PointsPlan.usual().disclosure("edge-cases", AFTER));
  }

  @Test
  void more_may_be_shown_from_the_deadline_on() throws IOException {
    PointsPlan plan =
        plan(
            """
            deadline = 2026-12-01T23:59:00+01:00
            show.edge-cases = diagnosis
            show.edge-cases.after = everything
            show.more.after = example
            """);
    assertEquals(Disclosure.DIAGNOSIS, plan.disclosure("edge-cases", BEFORE));
    assertEquals(Disclosure.EVERYTHING, plan.disclosure("edge-cases", AFTER));
    assertEquals(Disclosure.POINTS, plan.disclosure("more", BEFORE));
    assertEquals(Disclosure.EXAMPLE, plan.disclosure("more", AFTER));
    assertEquals(AFTER, plan.deadline().orElseThrow().toInstant());
  }

  @Test
  void each_disclosure_shows_what_those_before_it_show() {
    assertEquals(true, Disclosure.EXAMPLE.shows(Disclosure.DIAGNOSIS));
    assertEquals(false, Disclosure.POINTS.shows(Disclosure.DIAGNOSIS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "points = -1              | points must be a number such as 10 or 2.5, but was -1",
        "points = 1e3             | points must be a number such as 10 or 2.5, but was 1e3",
        "points = ten             | points must be a number such as 10 or 2.5, but was ten",
        "weight.kata03 = NaN      | weight.kata03 must be a number such as 10 or 2.5, but was NaN",
        "show.a = all             | show.a must be one of points, diagnosis, example, everything, but was all",
        "deadline = tomorrow      | deadline must be a time such as 2026-12-01T23:59:00+01:00, but was tomorrow",
        "show.a.after = points    | show.a.after needs the entry deadline",
        "point = 3                | there is no entry point: a plan of points has points, points.GROUP,"
            + " points.kataNN.GROUP, weight.kataNN, deadline, show.GROUP and show.GROUP.after",
      })
  void what_cannot_be_understood_is_refused(String text, String refusal) {
    assertEquals(
        refusal + ": correct it in " + folder.resolve("points.properties"),
        refusal(() -> plan(text)));
  }

  @Test
  void the_points_of_one_kata_are_those_of_a_group() {
    // points.kata03 alone could mean its visible tests or all of them
    assertEquals(
        "there is no entry points.kata03: a plan of points has points, points.GROUP,"
            + " points.kataNN.GROUP, weight.kataNN, deadline, show.GROUP and show.GROUP.after:"
            + " correct it in plan",
        refusal(() -> new PointsPlan("plan", Map.of("points.kata03", "3"))));
  }

  @Test
  void a_slip_in_a_name_is_no_points_less() {
    PointsPlan group = new PointsPlan("plan", Map.of("points.egde", "3"));
    assertEquals(
        "points.egde names no group of tests; there are edge, visible: correct it in plan",
        refusal(() -> group.requireKnown(Set.of("03"), Set.of("visible", "edge"))));
    PointsPlan kata = new PointsPlan("plan", Map.of("weight.kata31", "3"));
    assertEquals(
        "weight.kata31 names no kata of the kit; there are 03: correct it in plan",
        refusal(() -> kata.requireKnown(Set.of("03"), Set.of("visible"))));
  }

  @Test
  void two_entries_of_one_name_are_refused() {
    assertEquals(
        "there are two entries points, and nobody can tell which one holds: correct it in "
            + folder.resolve("points.properties"),
        refusal(() -> plan("points = 5\npoints.a = 3\npoints : 6\n")));
  }

  @Test
  void a_file_that_is_no_text_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("points.properties"), new byte[] {(byte) 0xFF});
    assertEquals(
        file
            + " cannot be read (java.nio.charset.MalformedInputException: Input length = 1): correct it in "
            + file,
        refusal(() -> PointsPlan.read(file)));
  }
}
