package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page for teachers tells the course, the katas and the grader as they are. */
class TeachersPageTest {
  /** -Ddojo.write writes the tables anew instead of comparing them. */
  private static final boolean WRITE = System.getProperty("dojo.write") != null;

  private static final TeachersPage PAGE =
      new TeachersPage(Path.of("solutions/README.md"), Workbench.EXERCISES, Path.of("notebooks"));

  @Tag("dev")
  @Test
  void its_tables_are_what_the_course_and_the_grader_say() throws IOException {
    if (WRITE) {
      Files.writeString(PAGE.file(), PAGE.current());
    }
    assertEquals(
        PAGE.current(),
        PAGE.text(),
        "write the tables anew: mvn test -Pdev -Dtest=TeachersPageTest -Ddojo.write");
  }

  @Tag("dev")
  @Test
  void what_it_names_is_there() {
    Checks.assertNone(PAGE.problems());
  }

  @Test
  void a_table_that_differs_is_written_anew_and_the_rest_stays() {
    String page = "a\n\n<!-- computed: sum -->\n\n| 1 |\n\n<!-- end -->\n\nb $1\n";
    Map<String, UnaryOperator<String>> by = Map.of("sum", old -> old.replace("1", "$2"));
    assertEquals(page.replace("| 1 |", "| $2 |"), new Tables(page).computed(by));
  }

  @Test
  void a_table_that_is_missing_and_one_that_nobody_computes_are_told() {
    Tables tables = new Tables("<!-- computed: other -->\n\n| 1 |\n\n<!-- end -->\n");
    List<String> told = tables.problems(Set.of("sum"));
    assertEquals(2, told.size(), told::toString);
    assertTrue(told.get(0).contains("computed: sum"), told::toString);
    assertTrue(told.get(1).contains("the table other"), told::toString);
  }
}
