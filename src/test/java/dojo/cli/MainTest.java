package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir Path outside;
  private Path project;

  @BeforeEach
  void make_a_project() throws IOException {
    project = outside.resolve("project");
    Files.createDirectories(project.resolve("notebooks"));
    Files.createDirectories(project.resolve("exercises"));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.writeString(project.resolve("notebooks").resolve("05-dropout.ipynb"), "{}");
  }

  @Test
  void no_command_shows_the_help() {
    Typed typed = Typed.in(outside);
    assertEquals(0, typed.exit());
    assertTrue(typed.out().contains("./dojo run 05"), typed.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lab", "run", "katas", "check", "hint", "reset", "doctor", "help", "grade"})
  void every_command_explains_itself(String command) {
    Typed typed = Typed.in(outside, command, "--help");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().startsWith("Usage: dojo " + command), typed.out());
    for (String part : new String[] {"--lang", "--debug", "-h, --help", "-V, --version"}) {
      assertTrue(typed.out().contains(part), part + " in " + typed.out());
    }
    assertTrue(typed.out().matches("(?s).*Exit codes:\\R +0 +all is well\\R.*130 .*"), typed.out());
    assertEquals("", undescribed(typed.out()), typed.out());
  }

  /** Returns the options and parameters that are shown without a description. */
  private static String undescribed(String help) {
    return help.lines()
        .filter(line -> line.matches("\\s+(-\\S|\\[?NN|\\[?LEVEL).{0,22}"))
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lab", "run", "katas", "check 1", "hint 1", "reset 1", "doctor"})
  void outside_a_project_every_command_says_so_in_one_line(String words) {
    Typed typed = Typed.in(outside, words.split(" "));
    assertEquals(
        "dojo: "
            + outside
            + " is not in the project: run ./dojo of the folder that holds notebooks/",
        typed.err().strip());
    assertEquals(1, typed.exit());
  }

  @ParameterizedTest
  @CsvSource({
    "run 99, there is no notebook 99: choose from 05 (see ./dojo run --help)",
    "run 5 five, there is no notebook five: choose from 05 (see ./dojo run --help)",
    "run --timeout 0, '--timeout must be in [1, 86400], but was 0 (see ./dojo run --help)'",
    "check 1 --timeout -1, '--timeout must be in [1, 86400], but was -1 (see ./dojo check --help)'",
    "lab --port 65536, '--port must be in [0, 65535], but was 65536 (see ./dojo lab --help)'",
    "lab --port -1, '--port must be in [0, 65535], but was -1 (see ./dojo lab --help)'",
    "run 5-7, there is no notebook 7: choose from 05 (see ./dojo run --help)",
    "--bogus, there is no option --bogus (see ./dojo --help)",
    "run --quik, there is no option --quik; did you mean --quick? (see ./dojo run --help)",
    "chek 3, there is no command chek; did you mean check? (see ./dojo --help)",
    "help ktaas, there is no command ktaas; did you mean katas? (see ./dojo --help)",
    "test 3, there is no command test (see ./dojo --help)",
    "hint 1 x, 'LEVEL must be a whole number of at most 9 digits, but was \"x\" (see ./dojo hint"
        + " --help)'",
    "check --seed x, '--seed must be a whole number of at most 18 digits, but was \"x\" (see ./dojo"
        + " check --help)'",
    "check --seed, '--seed needs a value: --seed SEED (see ./dojo check --help)'",
    "check --seed 1 --seed 2, --seed is given twice (see ./dojo check --help)",
    "run --quick=2, '--quick takes no value, but got \"2\" (see ./dojo run --help)'",
    "new, missing: NN NAME (see ./dojo new --help)",
    "new 4, missing: NAME (see ./dojo new --help)",
    "grade, 'name a submission, a folder of them, or a roster (see ./dojo grade --help)'",
    "grade . --katas 9, there are no katas in the folder exercises (see ./dojo grade --help)",
    "grade . --seed x, '--seed must be a whole number of at most 18 digits, but was \"x\" (see ./dojo"
        + " grade --help)'",
    "grade . --jobs 0, '--jobs must be in [1, 256], but was 0 (see ./dojo grade --help)'",
    "doctor now, now is one word too many (see ./dojo doctor --help)",
    "check 3, there are no katas in the folder exercises (see ./dojo check --help)",
    "translate en 5, 'the notebooks are written in the language en, and need no translation into it"
        + " (see ./dojo translate --help)'",
    "doctor --lang x, '--lang must be a language tag such as en or pt-BR, but was x (see ./dojo"
        + " --help)'"
  })
  void wrong_usage_is_one_line_and_exit_code_2(String words, String error) {
    Typed typed = Typed.in(project, words.split(" "));
    assertEquals("dojo: " + error, typed.err().strip());
    assertEquals(2, typed.exit());
  }

  @Test
  void a_project_without_katas_says_what_to_restore() throws IOException {
    Files.delete(project.resolve("exercises"));
    Typed typed = Typed.in(project, "katas");
    assertEquals(
        "dojo: there is no folder "
            + project.resolve("exercises")
            + ": restore it (git checkout exercises), or set DOJO_EXERCISES",
        typed.err().strip());
    assertEquals(1, typed.exit());
  }

  @Test
  void a_notebook_that_cannot_be_read_says_what_to_restore() throws IOException {
    Path broken = Files.writeString(project.resolve("notebooks/06-broken.ipynb"), "no JSON");
    Typed typed = Typed.in(project, "run");
    assertEquals(
        "dojo: %s cannot be read as a notebook: restore it, for example: git checkout %s"
            .formatted(broken, broken),
        typed.err().strip());
    assertEquals(1, typed.exit());
  }

  @Test
  void debug_shows_where_an_error_arose() {
    Typed typed = Typed.in(outside, "run", "--debug");
    assertEquals(1, typed.exit());
    assertTrue(typed.err().contains("at dojo.machine.Project.around"), typed.err());
  }

  @Test
  void a_console_without_check_marks_gets_words() {
    PrintWriter nowhere = new PrintWriter(new StringWriter(), true);
    assertEquals("ok", Terminal.of(nowhere, nowhere, false, StandardCharsets.US_ASCII).yes());
    assertEquals("✓", Terminal.of(nowhere, nowhere, false, StandardCharsets.UTF_8).yes());
  }

  @Test
  void help_speaks_the_language_that_is_asked_for() {
    assertTrue(Typed.in(outside, "--lang", "qaa", "--help").out().contains("Ostende auxilium."));
    assertTrue(Typed.in(outside, "doctor", "--help", "--lang=qaa").out().contains("Quaere omnia."));
    assertFalse(Typed.in(outside, "doctor", "--help").out().contains("Quaere omnia."));
  }

  @Test
  void help_is_a_command_too() {
    assertEquals(Typed.in(outside, "--help"), Typed.in(outside, "help"));
    assertEquals(Typed.in(outside, "check", "--help"), Typed.in(outside, "help", "check"));
  }

  @Test
  void a_variable_that_names_no_language_is_told_once_and_the_command_goes_on() {
    String told =
        "dojo: DOJO_LANG must be a language tag such as en or pt-BR, but was x;"
            + " so this is in English";
    Typed typed = Typed.in("x", outside, "--help");
    assertEquals(told, typed.err().strip());
    assertEquals(Typed.in(outside, "--help").out(), typed.out());
    assertEquals("", Typed.in("x", outside, "--help", "--lang", "qaa").err());
    assertTrue(Typed.in("qaa", outside, "--help").out().contains("Ostende auxilium."));
    for (String unset : new String[] {"", " "}) {
      assertEquals(Typed.in(outside, "--help"), Typed.in(unset, outside, "--help"));
    }
  }

  @Test
  void commands_speak_the_language_that_is_asked_for() {
    Typed unknown = Typed.in(project, "run", "99", "--lang", "qaa");
    assertEquals("dojo: liber 99 deest: elige 05 (see ./dojo run --help)", unknown.err().strip());
    Typed missing = Typed.in(outside, "--lang", "qaa", "katas");
    assertTrue(missing.err().startsWith("dojo: " + outside + " extra opus est: "), missing.err());
  }

  @Test
  void the_doctor_speaks_the_language_that_is_asked_for() {
    Typed typed = Typed.in(project, "doctor", "--lang", "qaa");
    assertTrue(typed.out().contains("✗ instrumentum non structum est: mvn package"), typed.out());
  }
}
