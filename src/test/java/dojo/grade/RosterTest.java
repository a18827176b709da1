package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
