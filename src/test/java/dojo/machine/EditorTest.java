package dojo.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditorTest {
  @TempDir private Path folder;

  @Test
  void what_is_asked_for_goes_before_visual_which_goes_before_editor() {
    Map<String, String> both = Map.of("VISUAL", "emacs", "EDITOR", "vi");
    assertEquals(List.of("nano", "-w"), found(Optional.of("nano -w"), both));
    assertEquals(List.of("emacs"), found(Optional.empty(), both));
    assertEquals(List.of("vi"), found(Optional.of(" "), Map.of("VISUAL", "", "EDITOR", "vi")));
  }

  @Test
  void a_path_with_spaces_is_written_in_quotes() {
    assertEquals(
        List.of("/opt/my editor/run", "--wait", "a b"),
        found(Optional.of("\"/opt/my editor/run\" --wait 'a b'"), Map.of()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void where_nothing_is_named_code_or_idea_is_looked_for() throws IOException {
    Map<String, String> environment = Map.of("PATH", "/nowhere:" + folder);
    assertEquals(Optional.empty(), Editor.find(Optional.empty(), environment));
    Path idea = Files.createFile(folder.resolve("idea"));
    assertEquals(Optional.empty(), Editor.find(Optional.empty(), environment), "no program");
    assertTrue(idea.toFile().setExecutable(true));
    assertEquals(List.of(idea.toString()), found(Optional.empty(), environment));
  }

  @ParameterizedTest
  @CsvSource({
    "code --wait,                    code --wait --goto A.java:7",
    "/usr/bin/idea,                  /usr/bin/idea --line 7 A.java",
    "C:\\JetBrains\\idea64.exe,      C:\\JetBrains\\idea64.exe --line 7 A.java",
    "vim,                            vim +7 A.java",
    "emacsclient -n,                 emacsclient -n +7 A.java",
    "hx,                             hx A.java:7",
    "my-editor,                      my-editor A.java"
  })
  void an_editor_that_is_known_goes_to_the_line(String command, String opening) {
    Editor editor = Editor.find(Optional.of(command), Map.of()).orElseThrow();
    assertEquals(opening, String.join(" ", editor.opening(Path.of("A.java"), 7)));
    assertEquals(command + " A.java", String.join(" ", editor.opening(Path.of("A.java"), 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"vi", "/usr/bin/nvim", "nano -w", "emacs -nw", "emacsclient -t", "HX.exe"})
  void an_editor_without_a_window_takes_the_terminal(String command) {
    assertTrue(Editor.find(Optional.of(command), Map.of()).orElseThrow().isInTerminal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "idea", "emacs", "gvim", "vimpager", "subl -n"})
  void an_editor_with_a_window_does_not(String command) {
    assertFalse(Editor.find(Optional.of(command), Map.of()).orElseThrow().isInTerminal());
  }

  private static List<String> found(Optional<String> asked, Map<String, String> environment) {
    return Editor.find(asked, environment).orElseThrow().command();
  }
}
