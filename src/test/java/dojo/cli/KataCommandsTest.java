package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The words and exit codes of the kata commands, as far as they do not depend on a student. */
class KataCommandsTest {
  private static final Path HERE = Path.of("");

  @Test
  void hint_shows_one_level_and_how_to_see_the_next() {
    Typed typed = Typed.in(HERE, "hint", "03");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().contains("kata 03, hint 1 of 4"), typed.out());
    assertTrue(typed.out().contains("more: ./dojo hint 03 2"), typed.out());
  }

  @Test
  void the_last_hint_points_to_the_page_of_the_kata() {
    Typed typed = Typed.in(HERE, "hint", "3", "4");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().contains("exercises/kata03/README.md"), typed.out());
  }

  @Test
  void a_hint_that_does_not_exist_is_wrong_usage() {
    Typed typed = Typed.in(HERE, "hint", "03", "5");
    assertEquals(2, typed.exit());
    assertTrue(typed.err().contains("LEVEL must be in [1, 4], but was 5"), typed.err());
  }

  @Test
  void a_kata_that_does_not_exist_is_wrong_usage() {
    Typed typed = Typed.in(HERE, "check", "99");
    assertEquals(2, typed.exit());
    assertTrue(typed.err().contains("there is no kata 99: choose from 01"), typed.err());
    assertEquals(2, Typed.in(HERE, "reset", "x").exit());
  }

  @Test
  void a_command_for_one_kata_refuses_several() {
    Typed typed = Typed.in(HERE, "reset", "1-2");
    assertEquals(2, typed.exit());
    assertTrue(
        typed.err().contains("this works on one kata at a time, but 1-2 means 2"), typed.err());
  }
}
