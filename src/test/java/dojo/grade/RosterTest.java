package dojo.grade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterTest {
  @Test
  void a_gradebook_of_canvas_is_a_roster_without_the_rows_about_its_columns() {
    Path gradebook = Path.of("src/test/resources/dojo/report/gradebook.csv");
    Submission ada = new Submission("lovelaceada_1815", List.of(), Map.of("id", "1815"));
    List<Submission> all = Roster.read(gradebook).about(List.of(ada));
    assertEquals(
        List.of("Hopper, Grace", "Student, Test", "lovelaceada_1815"),
        all.stream().map(Submission::name).toList());
    assertEquals("ada.lovelace", all.get(2).about().get("SIS Login ID"));
  }

  private static Roster of(String... names) {
    return new Roster(Stream.of(names).map(name -> Map.of("submission", name)).toList());
  }

  private static Submission sent(String name, String file) {
    return Submission.of(name, Path.of(file));
  }

  @Test
  void a_letter_may_be_written_in_two_pieces() {
    Submission jose = sent("Jose\u0301", "Jose\u0301");
    List<Submission> all = of("Jos\u00e9").about(List.of(jose));
    assertEquals(List.of(jose.name()), all.stream().map(Submission::name).toList());
    assertEquals(jose.parts(), all.get(0).parts());
  }

  @Test
  void who_has_the_very_name_is_meant_and_loses_nothing() {
    List<Submission> all =
        of("alice").about(List.of(sent("alice", "alice.zip"), sent("alice~2", "b/alice")));
    assertEquals(List.of(1, 1), all.stream().map(each -> each.parts().size()).toList());
    assertEquals(Map.of("submission", "alice"), all.get(0).about());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;\r\n", "\"sep=;\"\n", "\uFEFFSEP=;\n", ""})
  void a_line_for_excel_is_no_student(String first) {
    Csv table = Csv.of((first + "submission;note\nalice;a,b,c\n").getBytes(UTF_8));
    assertEquals(List.of(Map.of("submission", "alice", "note", "a,b,c")), table.rows());
  }
}
