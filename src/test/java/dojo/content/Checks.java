package dojo.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** What the checks about content share. */
final class Checks {
  private Checks() {}

  /** Fails with all that is to be mended, a line each. */
  static void assertNone(List<String> problems) {
    assertEquals("", String.join("\n", problems), "each line names what to mend");
  }
}
