package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The words and exit codes of the kata commands, as far as they do not depend on a student. */
class KataCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void hint_shows_one_level_and_how_to_see_the_next() {
    assertEquals(0, run(new HintCommand(), "03"));
    assertTrue(out.toString().contains("kata 03, hint 1 of 4"), out.toString());
    assertTrue(out.toString().contains("more: ./dojo hint 03 2"), out.toString());
  }

  @Test
  void the_last_hint_points_to_the_page_of_the_kata() {
    assertEquals(0, run(new HintCommand(), "3", "4"));
    assertTrue(out.toString().contains("exercises/kata03/README.md"), out.toString());
  }

  @Test
  void a_hint_that_does_not_exist_is_wrong_usage() {
    assertEquals(2, run(new HintCommand(), "03", "5"));
    assertTrue(err.toString().contains("hints go from 1 to 4, but was 5"), err.toString());
  }

  @Test
  void a_kata_that_does_not_exist_is_wrong_usage() {
    assertEquals(2, run(new CheckCommand(), "99"));
    assertTrue(err.toString().contains("there is no kata 99; there are 01"), err.toString());
    assertEquals(2, run(new ResetCommand(), "x"));
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
