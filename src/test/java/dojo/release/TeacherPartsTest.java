package dojo.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeacherPartsTest {
  @Test
  void marked_lines_and_all_lines_between_two_marks_go() {
    assertEquals(
        "| a |\n| d |\nend\n",
        TeacherParts.without(
            "| a |\n| b <!-- teachers --> |\n| d |\n"
                + "<!-- teachers: from here -->\nc\n\ne\n<!-- teachers: to here -->\nend\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- teachers: from here -->\na",
        "a\n<!-- teachers: to here -->",
        "<!-- teachers: from here -->\n<!-- teachers: from here -->\n<!-- teachers: to here -->"
      })
  void a_part_that_does_not_begin_and_end_is_refused(String page) {
    assertThrows(IllegalArgumentException.class, () -> TeacherParts.without(page));
  }
}
