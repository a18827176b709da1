package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that a page shows can be typed: it is there, and so are its options. */
class NamedCommandsTest {
  /** In the font of code, or a line of a block; not up to the remark behind it. */
  private static final Pattern SHOWN =
      Pattern.compile("`\\./dojo (?<span>[^`\n]+)`|(?m)^ *\\./dojo (?<line>[^#\n]+)");

  private static final String NONE = "--not-there";

  @Tag("dev")
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "solutions/README.md", "src/classroom/README.md"})
  void every_command_of_a_page_is_understood(String page) throws IOException {
    List<String> commands = commands(Files.readString(Path.of(page)));
    assertFalse(commands.isEmpty(), "the page shows no command");
    assertEquals("", String.join("\n", refused(commands)), "correct these commands");
  }

  @Test
  void what_is_misspelt_is_told() {
    String page = "Run `./dojo grade inbox --tear A`.\n\n    ./dojo grde in   # slowly\n";
    List<String> refused = refused(commands(page));
    assertEquals(2, refused.size(), refused::toString);
    assertTrue(refused.get(0).startsWith("./dojo grade inbox --tear A: "), refused::toString);
    assertTrue(refused.get(1).startsWith("./dojo grde in: "), refused::toString);
  }

  private static List<String> commands(String page) {
    List<String> commands = new ArrayList<>();
    Matcher shown = SHOWN.matcher(page);
    while (shown.find()) {
      String span = shown.group("span");
      commands.add((span == null ? shown.group("line") : span).strip());
    }
    return commands;
  }

  /** With an option behind it that is not there a command is read and not run. */
  private static List<String> refused(List<String> commands) {
    List<String> refused = new ArrayList<>();
    for (String command : commands) {
      String typable = command.replace("…", "1") + " " + NONE; // for a number that differs
      Typed typed = Typed.in(Path.of(""), typable.split(" +", -1));
      if (!typed.err().contains(NONE)) {
        refused.add("./dojo " + command + ": " + typed.err().strip());
      }
    }
    return refused;
  }
}
