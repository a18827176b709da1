package dojo.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.grade.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanvasStudentsTest {
  private static Submission named(String name, String... about) {
    Map<String, String> known = about.length == 0 ? Map.of() : Map.of(about[0], about[1]);
    return new Submission(name, List.of(), known);
  }

  private static Map<String, String> row(String name, String id, String user, String login) {
    return Map.of("Student", name, "ID", id, "SIS User ID", user, "SIS Login ID", login);
  }

  private static Optional<String> found(CanvasStudents students, Map<String, String> row) {
    return students.find(row).map(Submission::name);
  }

  @Test
  void the_number_of_canvas_decides_before_any_name() {
    CanvasStudents students =
        new CanvasStudents(List.of(named("ada"), named("lovelaceada_1815", "id", "1815")));
    assertEquals(
        Optional.of("lovelaceada_1815"), found(students, row("Lovelace, Ada", "1815", "", "ada")));
    assertEquals(List.of("ada"), students.unused());
  }

  @Test
  void a_folder_may_be_named_after_a_login_whatever_the_size_of_its_letters() {
    CanvasStudents students = new CanvasStudents(List.of(named("Grace.Hopper"), named("u7")));
    assertEquals(
        Optional.of("Grace.Hopper"),
        found(students, row("Hopper, Grace", "2", "", "grace.hopper")));
    assertEquals(Optional.of("u7"), found(students, row("Noether, Emmy", "3", "U7", "")));
    assertEquals(List.of(), students.unused());
  }

  @Test
  void a_letter_may_be_written_in_two_pieces() {
    CanvasStudents students = new CanvasStudents(List.of(named("Jose\u0301 Ruiz")));
    assertEquals(
        Optional.of("Jose\u0301 Ruiz"), found(students, row("Jos\u00e9 Ruiz", "4", "", "")));
  }

  @Test
  void the_number_of_another_platform_is_no_number_of_canvas() {
    CanvasStudents students = new CanvasStudents(List.of(named("1815")));
    assertEquals(Optional.empty(), found(students, row("Lovelace, Ada", "1815", "", "")));
  }

  @Test
  void who_may_be_two_is_nobody() {
    CanvasStudents students =
        new CanvasStudents(
            List.of(named("a", "name", "Li, Wei"), named("b", "Student", "Li, Wei")));
    assertEquals(Optional.empty(), found(students, row("Li, Wei", "9", "", "")));
    assertEquals(List.of("a", "b"), students.unused());
  }
}
