package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.content.Given;
import dojo.content.Workbench;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dojo watch} as a student meets it: the real program in a terminal. */
@DisabledOnOs(OS.WINDOWS) // whose terminals Python does not make
class WatchIT {
  private static final String PROMPT = "q\u001B[0m quit";
  private static final String CLEAR = "\u001B[2J";
  private static final String CTRL_C = "\u0003";
  private static final String LOOP =
      """
      package kata03;
      public final class InvertedDropout {
        public static float[][] forward(float[][] x, double p, dojo.random.RandomKey key) {
          for (;;) {}
        }
      }
      """;

  @TempDir private Path folder;
  private Path project;
  private Exercises exercises;

  @BeforeEach
  void start_from_the_stubs() throws IOException {
    Given.assumeUntouched();
    project = Files.createDirectory(folder.toRealPath().resolve("my dojo"));
    Files.createFile(project.resolve("pom.xml"));
    exercises = new Exercises(project.resolve("exercises"));
    Workbench.STUBS.write(exercises.root());
    for (int number = 1; number <= 4; number++) {
      Path solved = Files.createDirectories(exercises.solutions().resolve(kata(number).name()));
      Path file = solved.resolve(kata(number).source().getFileName());
      Files.copy(Path.of("solutions").resolve(exercises.solutions().relativize(file)), file);
    }
  }

  @Test
  void a_student_edits_saves_reads_presses_keys_and_leaves() throws Exception {
    try (Pty screen = Pty.run(watch("") + "; echo left $?; stty -a", environment())) {
      screen.await("kata 01 · not written yet");
      screen.await(PROMPT);

      save(2, Workbench.solution(given(2)));
      assertTrue(screen.await("green, ").contains("kata 02 · Bernoulli masks from a key"));
      screen.await("1 of " + exercises.all().size() + " green");
      screen.await(PROMPT);

      saveByRenaming(3, Workbench.mistake(given(3), "NO_SCALE"));
      assertTrue(screen.await("NO_SCALE: ").contains(CLEAR), "the screen is cleared before");
      screen.await("exercises/kata03/InvertedDropout.java:");
      screen.await(PROMPT);

      screen.type("s");
      screen.await("The solution of kata 03 opens when the kata is green");
      screen.await(PROMPT);
      screen.type("h");
      screen.await("kata 03, hint 1 of 4");
      screen.await(PROMPT);
      screen.type("\u001B[A"); // an arrow is no wish
      screen.type("l");
      screen.await("1  red");
      screen.await(PROMPT);

      save(3, "package kata03; public class InvertedDropout {");
      screen.await("the compiler stopped at line 1");
      screen.await(PROMPT);
      save(3, LOOP);
      screen.await("did not end within ");
      screen.await(PROMPT);
      save(3, Workbench.solution(given(3)));
      screen.await("green, ");
      screen.await(PROMPT);

      screen.type("s");
      screen.await("return y;");
      screen.await(PROMPT);
      screen.type("n");
      screen.await("kata 04 · not written yet");
      screen.await(PROMPT);
      screen.type("o");
      screen.await(kata(4).source() + " is opened");
      screen.await(PROMPT);

      List<ProcessHandle> all = screen.descendants();
      screen.type("q");
      screen.await("left 0");
      assertTrue((" " + screen.await("echoctl")).contains(" echo "), "keys are shown again");
      assertGone(all);
    }
    assertTrue(exercises.progress().passed(kata(3)));
  }

  @Test
  void ctrl_c_leaves_no_process_behind_and_the_terminal_as_it_was() throws Exception {
    try (Pty screen =
        Pty.run("trap : INT; " + watch("03") + "; echo left $?; stty -a", environment())) {
      screen.await("kata 03 · not written yet");
      screen.await(PROMPT);
      save(3, LOOP);
      screen.await("checking kata 03");
      List<ProcessHandle> all = screen.descendants();
      assertTrue(all.size() > 2, "a shell, the watch, and the student's class: " + all);
      screen.type(CTRL_C);
      screen.await("left 130");
      assertTrue((" " + screen.await("echoctl")).contains(" echo "), "keys are shown again");
      assertGone(all);
    }
  }

  @Test
  void where_nothing_tells_of_changes_the_files_are_looked_at() throws Exception {
    try (Pty screen = Pty.run(watch("--poll"), environment())) {
      screen.await("four times a second");
      save(2, Workbench.solution(given(2)));
      screen.await("kata 02 · Bernoulli masks from a key: green");
      screen.await("quit");
      screen.type("q");
    }
  }

  @Test
  void without_a_terminal_there_are_lines_and_no_escape_sequences() throws Exception {
    try (Pty pipe = Pty.runWithout(watch("02") + "; echo left $?", environment())) {
      String begin = pipe.await("q quit");
      assertTrue(begin.contains("kata 02 · not written yet"), begin);
      save(2, Workbench.mistake(given(2), "NEXT_BOOLEAN"));
      String verdict = pipe.await("q quit");
      assertTrue(verdict.contains("NEXT_BOOLEAN: "), verdict);
      pipe.type("list\n");
      String list = pipe.await("q quit");
      assertTrue(list.contains("02  Bernoulli masks from a key"), list);
      assertFalse((begin + verdict + list).contains("\u001B"));
      pipe.type("q\n");
      pipe.await("left 0");
    }
  }

  /** The editor is one that says what it opens. */
  private String watch(String words) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return String.format(
        "'%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Ddojo.home='%s' -jar '%s' --lang en watch %s",
        java, project, Path.of("target/dojo.jar").toAbsolutePath(), words);
  }

  private Map<String, String> environment() throws IOException {
    Path editor = folder.resolve("nano"); // an editor without a window
    Files.writeString(editor, "#!/bin/sh\necho \"$@ is opened\"\n");
    assertTrue(editor.toFile().setExecutable(true));
    return Map.of("TERM", "xterm-256color", "VISUAL", editor.toString(), "LC_ALL", "C.UTF-8");
  }

  private Kata kata(int number) {
    return exercises.kata(number).orElseThrow();
  }

  /** The kata as the kit has it, with its mistakes. */
  private static Kata given(int number) {
    return Workbench.EXERCISES.kata(number).orElseThrow();
  }

  private void save(int number, String text) throws IOException {
    Files.writeString(kata(number).source(), text);
  }

  private void saveByRenaming(int number, String text) throws IOException {
    Path beside = kata(number).folder().resolve("4913");
    Files.writeString(beside, text);
    Files.move(beside, kata(number).source(), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void assertGone(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      if (!isShell(process)) {
        process.onExit().get(90, TimeUnit.SECONDS);
      }
    }
  }

  /** The shell still waits to be read. */
  private static boolean isShell(ProcessHandle process) {
    return process.info().command().orElse("").matches(".*/(sh|dash|bash|stty|python[^/]*)");
  }
}
