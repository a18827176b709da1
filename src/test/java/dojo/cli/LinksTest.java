package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final Path PROJECT = Path.of("/home/ada/my dojo").toAbsolutePath();

  @Test
  void a_path_is_marked_and_keeps_its_line() {
    String address = PROJECT.resolve("exercises/kata03/A.java").toUri().toString();
    assertEquals(
        "  \u001B]8;;" + address + "\u001B\\exercises/kata03/A.java:17\u001B]8;;\u001B\\, $1",
        new Links(PROJECT, true).in("  exercises/kata03/A.java:17, $1"));
  }

  @Test
  void what_only_ends_like_a_path_is_left_alone() {
    for (String text : new String[] {"my/exercises/a.java", "the exercises", "kata03/A.java"}) {
      assertEquals(text, new Links(PROJECT, true).in(text));
    }
  }

  @Test
  void terminals_that_know_paths_with_lines_and_files_get_plain_text() {
    assertTrue(marks(Map.of("TERM", "xterm-256color"), true));
    assertFalse(marks(Map.of("TERM_PROGRAM", "vscode"), true));
    assertFalse(marks(Map.of("TERMINAL_EMULATOR", "JetBrains-JediTerm"), true));
    assertFalse(marks(Map.of("TERM", "linux"), true));
    assertFalse(marks(Map.of("TERM", "xterm-256color"), false));
  }

  private static boolean marks(Map<String, String> environment, boolean live) {
    return Links.in(PROJECT, environment, live).marks();
  }
}
