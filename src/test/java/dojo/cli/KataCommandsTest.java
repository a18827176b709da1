package dojo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.State;
import dojo.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words and exit codes of the kata commands, on a kata that was made from the template. */
class KataCommandsTest {
  @TempDir private Path project;

  @BeforeEach
  void make_a_kata() throws IOException {
    Files.writeString(project.resolve("pom.xml"), "");
    Files.createDirectories(project.resolve("notebooks"));
    Files.createDirectories(project.resolve("exercises"));
    Files.writeString(project.resolve("exercises/messages.properties"), "");
    assertEquals(0, dojo("new", "08", "Twice").exit());
  }

  @Test
  void a_kata_that_the_kit_cannot_check_is_neither_red_nor_green() throws IOException {
    Files.delete(project.resolve("exercises/kata08/TwiceTest.java"));
    Typed typed = dojo("check", "08");
    assertEquals(3, typed.exit(), typed.out());
    assertTrue(typed.out().startsWith("kata 08 · no test ran"), typed.out());
  }

  @Test
  void a_rehearsal_does_what_a_check_does_and_leaves_nothing() throws IOException {
    Path progress = new Exercises(project.resolve("exercises")).progress().file();
    Typed rehearsed = dojo("rehearse");
    assertEquals(0, rehearsed.exit());
    assertFalse(Files.exists(progress));
    assertEquals(rehearsed.out(), dojo("check", "08").out());
    assertTrue(Files.exists(progress));
  }

  @Test
  void hint_shows_one_level_after_the_other_and_how_to_see_the_next() {
    for (int level = 1; level <= 3; level++) {
      Typed typed = dojo("hint", "08");
      assertEquals(0, typed.exit());
      assertTrue(typed.out().startsWith("kata 08, hint " + level + " of 4"), typed.out());
      assertTrue(typed.out().contains("more: ./dojo hint 08 " + (level + 1)), typed.out());
    }
  }

  @Test
  void the_last_hint_points_to_the_page_of_the_kata_and_to_a_notebook_that_exists()
      throws IOException {
    Typed typed = dojo("hint", "8", "4");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().contains("exercises/kata08/README.md"), typed.out());
    assertFalse(typed.out().contains("notebook"), typed.out());

    Files.writeString(project.resolve("notebooks/NN-topic.ipynb"), "{}");
    typed = dojo("hint", "8", "4");
    assertTrue(typed.out().contains("its notebook: notebooks/NN-topic.ipynb"), typed.out());
  }

  @Test
  void after_the_last_hint_it_says_so_and_how_to_begin_again() {
    dojo("hint", "08", "4");
    Typed typed = dojo("hint", "08");
    assertEquals(0, typed.exit());
    assertEquals(
        """
        kata 08: all 4 hints were shown
        The formula with an example: exercises/kata08/README.md
        from the first hint: ./dojo hint 08 1
        """,
        typed.out().replace("\r\n", "\n"));
  }

  @Test
  void a_certain_hint_can_be_asked_for_and_the_next_follows_it() {
    assertTrue(dojo("hint", "08", "2").out().startsWith("kata 08, hint 2 of 4"));
    assertTrue(dojo("hint", "08").out().startsWith("kata 08, hint 3 of 4"));
    assertTrue(dojo("hint", "08", "1").out().startsWith("kata 08, hint 1 of 4"));
    assertTrue(dojo("hint", "08").out().startsWith("kata 08, hint 2 of 4"));
  }

  @Test
  void a_kata_that_begins_again_begins_with_the_first_hint() {
    dojo("hint", "08");
    assertEquals(0, dojo("reset", "08").exit());
    assertTrue(dojo("hint", "08").out().startsWith("kata 08, hint 1 of 4"));
  }

  @Test
  void reset_says_what_became_of_the_file() throws IOException {
    String file = "exercises/kata08/Twice.java";
    assertEquals(file + " was untouched already\n", dojo("reset", "08").out());
    Files.writeString(project.resolve(file), "mine");
    assertEquals(
        "what you wrote is kept in " + file + ".bak-1\n" + file + " begins again\n",
        dojo("reset", "08").out());
    Files.delete(project.resolve(file));
    assertEquals(file + " begins again\n", dojo("reset", "08").out());
  }

  @Test
  void a_hint_is_shown_even_if_it_cannot_be_remembered() throws IOException {
    Files.createDirectories(project.resolve("exercises/.progress.properties/taken"));
    Typed typed = dojo("hint", "08");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().startsWith("kata 08, hint 1 of 4"), typed.out());
    assertTrue(typed.out().contains("exercises/.progress.properties cannot be written"));
  }

  @Test
  void a_hint_that_does_not_exist_is_wrong_usage() {
    for (String level : new String[] {"5", "0", "-1"}) {
      Typed typed = dojo("hint", "08", level);
      assertEquals(2, typed.exit());
      assertTrue(typed.err().contains("LEVEL must be in [1, 4], but was " + level), typed.err());
    }
  }

  @Test
  void a_kata_is_known_by_its_class_too() throws IOException {
    dojo("new", "09", "Thrice");
    Files.delete(project.resolve("exercises/kata08/kata.properties"));
    for (String name : new String[] {"Thrice", "thrice", "Thrice.java", "kata09.ThriceTest"}) {
      assertTrue(dojo("hint", name, "1").out().startsWith("kata 09, hint 1 of 4"), name);
    }
  }

  @Test
  void every_command_takes_a_kata_in_the_same_forms() {
    dojo("new", "kata09", "Thrice");
    for (String form : new String[] {"9", "kata09", "kata 9", "Kata-09", "Thrice", "#9", "９"}) {
      assertTrue(dojo("hint", form, "1").out().startsWith("kata 09, hint 1"), form);
      assertEquals(0, dojo("reset", form).exit(), form);
      assertEquals(0, dojo("solution", form, "--anyway").exit(), form);
    }
    assertTrue(dojo("hint", "kata", "9", "1").out().startsWith("kata 09, hint 1"));
    for (String[] range :
        new String[][] {
          {"reset", "8 - 9"}, {"reset", "9-8"}, {"reset", "8", "-", "9"}, {"reset", "Twice,Thrice"}
        }) {
      Typed typed = dojo(range);
      assertTrue(typed.err().contains("names 2 of them"), typed.err());
    }
  }

  @Test
  void new_takes_a_number_in_the_same_forms_and_says_what_is_none() {
    for (String form : new String[] {"kata11", "kata 12", "exercises/kata13/", "#14", "15."}) {
      Typed typed = dojo("new", form, "Thrice");
      assertEquals(0, typed.exit(), typed.err());
    }
    for (String form : new String[] {"", "Ü", "16-17", "99999999999", "all"}) {
      Typed typed = dojo("new", form, "Thrice");
      assertEquals(2, typed.exit());
      assertTrue(
          typed
              .err()
              .contains(
                  "the number of a kata must be 1 to 99, for example 05 or kata05, but was \""
                      + form
                      + "\""),
          typed.err());
    }
  }

  @Test
  void reset_keeps_a_folder_or_a_link_that_stands_where_the_file_should() throws IOException {
    Path file = project.resolve("exercises/kata08/Twice.java");
    Files.delete(file);
    Files.createDirectory(file);
    Files.writeString(file.resolve("mine.txt"), "mine");
    assertEquals(1, dojo("check", "08").exit());
    assertTrue(dojo("check", "08").out().contains("Twice.java is a folder, but must be a file"));
    assertEquals(0, dojo("solution", "08", "--anyway").exit());
    assertEquals(
        "what you wrote is kept in exercises/kata08/Twice.java.bak-1\n"
            + "exercises/kata08/Twice.java begins again\n",
        dojo("reset", "08").out());
    assertEquals(
        "mine", Files.readString(file.resolveSibling("Twice.java.bak-1").resolve("mine.txt")));
    assertEquals(1, dojo("check", "08").exit());
  }

  @Test
  void the_list_of_katas_agrees_with_the_check() throws IOException {
    Path folder = project.resolve("exercises/kata08");
    String solved =
        Files.readString(project.resolve("solutions/kata08/Twice.java"))
            .replaceAll(" *// (BEGIN|END) SOLUTION.*", "");
    Files.writeString(
        folder.resolve("Twice.java"),
        solved + "// throw new UnsupportedOperationException(\"TODO: double each\");\n");
    for (String copy : new String[] {"kata08-alt", "kata8", "kata08.bak"}) {
      Files.createDirectory(project.resolve("exercises").resolve(copy));
      Files.copy(
          folder.resolve("kata.properties"),
          project.resolve("exercises").resolve(copy).resolve("kata.properties"));
    }
    assertEquals(0, dojo("check", "08").exit());
    String listed = dojo("katas").out();
    assertTrue(listed.contains(" green\n"), listed);
    assertTrue(listed.contains("1 of 1 green"), listed);
  }

  @Test
  void the_list_counts_attempts_until_one_passes() throws IOException {
    answer("class {");
    assertEquals(1, dojo("check", "08").exit());
    assertEquals(1, dojo("check", "08").exit());
    answer(solution());
    assertEquals(0, dojo("check", "08").exit());
    assertEquals(0, dojo("check", "08").exit());
    String listed = dojo("katas").out();
    assertTrue(listed.startsWith("    kata  "), listed);
    assertTrue(listed.matches("(?s).*\\b15 +NN +3  green\\R.*"), listed);
    assertTrue(listed.contains("[##############################] 1 of 1 green"), listed);
    assertEquals(0, dojo("reset", "08").exit());
    listed = dojo("katas").out();
    assertTrue(listed.matches("(?s).*\\b15 +NN +–  todo\\R.*"), listed);
  }

  @Test
  void no_row_of_the_list_is_wider_than_80_columns() throws IOException {
    String longest = "x".repeat(44); // no title is longer
    Path messages = project.resolve("exercises/kata08/messages.properties");
    Files.writeString(
        messages, Files.readString(messages).replaceFirst("(?m)^title = .*", "title = " + longest));
    Kata kata = new Exercises(project.resolve("exercises")).kata(8).orElseThrow();
    Words words = Words.of(Main.class, Locale.ENGLISH);
    KataTable table = new KataTable(words, new Exercises(project.resolve("exercises")));
    assertTrue(Layout.columns(table.head()) <= 80, table.head());
    for (State state : State.values()) {
      String row = table.row(kata, state);
      assertTrue(row.contains(longest) && Layout.columns(row) <= 80, row);
    }
  }

  @Test
  void a_bug_that_nobody_has_touched_is_to_do_in_the_list_and_shows_its_symptom_in_a_check()
      throws IOException {
    Path plan = project.resolve("exercises/kata08/kata.properties");
    Files.writeString(plan, Files.readString(plan).replaceFirst("start = \\w+", "start = BUG"));
    dojo("reset", "08");
    String listed = dojo("katas").out();
    assertTrue(listed.matches("(?s).*\\b15 +NN +–  todo\\R.*"), listed);
    assertEquals(1, dojo("check", "08").exit());
    Exercises exercises = new Exercises(project.resolve("exercises"));
    Kata kata = exercises.kata(8).orElseThrow();
    KataTable table = new KataTable(Words.of(Main.class, Locale.ENGLISH), exercises);
    assertTrue(table.row(kata).endsWith("1  todo"), table.row(kata));
    assertTrue(dojo("katas").out().contains("1  todo"));

    answer("class {");
    assertTrue(table.row(kata).endsWith("1  red"), table.row(kata));
    assertTrue(dojo("katas").out().contains("1  red"));
  }

  @Test
  void the_list_ends_with_the_command_for_the_next_kata_that_is_not_green() throws IOException {
    dojo("new", "09", "Thrice");
    answer(solution());
    String next = "next: ./dojo watch %1$s, or ./dojo check %1$s";
    assertTrue(dojo("katas").out().strip().endsWith(String.format(next, "09")));
    answer("class {");
    assertTrue(dojo("katas").out().strip().endsWith(String.format(next, "08")));
    dojo("check", "09");
    assertTrue(dojo("katas").out().strip().endsWith(String.format(next, "09")), "in hand");
  }

  @Test
  void without_a_number_the_kata_in_hand_is_meant_and_if_there_is_none_it_says_how_to_begin() {
    for (String command : new String[] {"check", "hint", "solution"}) {
      Typed typed = dojo(command);
      assertEquals(2, typed.exit());
      String begin = "no kata is in hand yet: begin with ./dojo " + command + " 08 (see";
      assertTrue(typed.err().contains(begin), typed.err());
    }
    dojo("new", "09", "Thrice");
    dojo("check", "09");
    assertTrue(dojo("check").out().startsWith("kata 09 "));
    assertTrue(dojo("hint").out().startsWith("kata 09, hint 1 of 4"));
    assertTrue(dojo("solution").out().startsWith("kata 09 is not green yet"));
  }

  @Test
  void everyone_is_congratulated_only_after_every_kata_was_checked_again() throws IOException {
    dojo("new", "09", "Thrice");
    answer(solution());
    Typed typed = dojo("katas", "--all-green");
    assertEquals(1, typed.exit());
    assertTrue(typed.out().strip().endsWith("not green yet: 09"), typed.out());

    Files.writeString(
        project.resolve("exercises/kata09/Thrice.java"),
        solution().replace("kata08", "kata09").replace("Twice", "Thrice"));
    typed = dojo("katas", "--all-green");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().contains("Every kata is green"), typed.out());
  }

  @Test
  void the_proof_shows_which_diagnosis_each_mistake_gets() throws IOException {
    Typed typed = dojo("katas", "--proof");
    assertEquals(0, typed.exit(), typed.out());
    assertTrue(typed.out().contains("  x  SQUARES\n"), typed.out());
    assertTrue(typed.out().contains("1 of 1 mistakes get their own diagnosis, 1 of 1 solutions"));

    Path test = project.resolve("exercises/kata08/TwiceTest.java");
    Files.writeString(test, Files.readString(test).replaceAll("\\s*\\.diagnose\\(.*", ""));
    typed = dojo("katas", "--proof");
    assertEquals(1, typed.exit());
    assertTrue(typed.out().contains("  .  SQUARES → RED\n"), typed.out());
    assertTrue(typed.out().contains("0 of 1 mistakes get their own diagnosis, 1 of 1 solutions"));
  }

  @Test
  void the_solution_is_shown_after_a_pass_or_when_it_is_wanted_all_the_same() throws IOException {
    Typed typed = dojo("solution", "08");
    assertEquals(1, typed.exit());
    assertEquals(
        "kata 08 is not green yet: ./dojo check 08, or ./dojo solution 08 --anyway",
        typed.out().strip());
    String anyway = dojo("solution", "08", "--anyway").out();
    assertTrue(anyway.contains("y[i][j] = 2 * x[i][j];"), anyway);
    assertFalse(anyway.contains("SOLUTION"), anyway);

    answer("package kata08; public class Twice { static float[][] twice(float[][] x) {} }");
    assertEquals(1, dojo("solution", "08").exit());
    answer(solution());
    assertEquals(
        anyway.replace(
            "the model solution", "your answer, which is the model solution to the letter"),
        dojo("solution", "08").out(),
        "passed in an editor");
  }

  @Test
  void the_solution_stands_beside_a_short_answer() throws IOException {
    String other = "y[i][j] = x[i][j] + x[i][j];";
    answer(
        solution()
            .replace("y[i][j] = 2 * x[i][j];", other)
            .replaceFirst("\n", "\nimport java.util.List;\n"));
    assertEquals(
        """
          your answer                     the model solution
          y[i][j] = x[i][j] + x[i][j];    y[i][j] = 2 * x[i][j];
        """,
        dojo("solution", "08").out().replace("\r\n", "\n"));
  }

  @Test
  void the_solution_stands_below_an_answer_that_is_too_wide_to_stand_beside() throws IOException {
    String other = "y[i][j] = x[i][j]" + " + 0".repeat(20) + " + x[i][j];";
    answer(solution().replace("y[i][j] = 2 * x[i][j];", other));
    assertEquals(
        "  your answer\n  " + other + "\n\n  the model solution\n  y[i][j] = 2 * x[i][j];\n",
        dojo("solution", "08").out().replace("\r\n", "\n"));
  }

  @Test
  void the_last_kata_that_was_checked_is_the_one_in_hand() throws IOException {
    dojo("new", "09", "Thrice");
    dojo("check", "09");
    dojo("check", "8-9");
    String progress = Files.readString(project.resolve("exercises/.progress.properties"));
    assertTrue(progress.contains("in-hand = 9\n"), progress);
  }

  private String solution() throws IOException {
    return Files.readString(project.resolve("solutions/kata08/Twice.java"))
        .replaceAll(" *// (BEGIN|END) SOLUTION.*\n", "")
        .replace(" // decisive", "");
  }

  private void answer(String text) throws IOException {
    Files.writeString(project.resolve("exercises/kata08/Twice.java"), text);
  }

  @Test
  void between_several_katas_is_an_empty_line_and_below_them_how_many_are_green()
      throws IOException {
    for (String[] kata : new String[][] {{"06", "Half"}, {"07", "Thrice"}}) {
      dojo("new", kata[0], kata[1]);
      Files.delete(
          project.resolve("exercises/kata" + kata[0]).resolve(kata[1] + "Test.java")); // no JVM
    }
    String[] parts = dojo("check", "6-7").out().replace("\r\n", "\n").split("\n\n(?=\\S)");
    assertEquals(3, parts.length, String.join("|", parts));
    assertTrue(parts[0].startsWith("kata 06"), parts[0]);
    assertTrue(parts[1].startsWith("kata 07"), parts[1]);
    assertEquals("0 of 2 green\n", parts[2]);
    assertFalse(dojo("check", "6").out().contains("green"));
  }

  @Test
  void a_kata_that_does_not_exist_is_wrong_usage() {
    Typed typed = dojo("check", "99");
    assertEquals(2, typed.exit());
    assertTrue(typed.err().contains("there is no kata 99: choose from 08"), typed.err());
    assertEquals(2, dojo("reset", "x").exit());
  }

  @Test
  void a_command_for_one_kata_refuses_several() {
    dojo("new", "09", "Thrice");
    Typed typed = dojo("reset", "8-9");
    assertEquals(2, typed.exit());
    assertTrue(
        typed.err().contains("this works on one kata at a time, but \"8-9\" names 2"), typed.err());
  }

  @Test
  void new_names_the_files_that_it_made_and_how_to_go_on() {
    Typed typed = dojo("new", "9", "Thrice");
    assertEquals(0, typed.exit());
    assertTrue(typed.out().startsWith("solutions/kata09/Thrice.java\n"), typed.out());
    assertTrue(typed.out().contains(".github/CONTRIBUTING.md"), typed.out());
  }

  @Test
  void new_writes_nothing_over_and_refuses_what_can_be_no_kata() {
    for (String[] words :
        new String[][] {{"new", "08", "Twice"}, {"new", "0", "A"}, {"new", "9", "lower"}}) {
      Typed typed = dojo(words);
      assertEquals(2, typed.exit());
      assertTrue(typed.err().contains("(see ./dojo new --help)"), typed.err());
    }
  }

  @Test
  void a_kata_with_a_broken_file_does_not_silence_the_others() throws IOException {
    dojo("new", "09", "Thrice");
    Files.delete(project.resolve("exercises/kata08/kata.properties"));

    Typed all = dojo("katas");
    assertEquals(0, all.exit());
    String remedy = "git checkout exercises/kata08/kata.properties";
    assertTrue(all.out().contains("08  exercises/kata08/kata.properties is missing: " + remedy));
    assertTrue(all.out().contains("09  TODO: the title"), all.out());

    Typed one = dojo("hint", "08", "1");
    assertEquals(0, one.exit(), one.err());
    Typed reset = dojo("reset", "08");
    assertEquals(1, reset.exit());
    assertEquals(
        "dojo: exercises/kata08/kata.properties is missing: " + remedy, reset.err().strip());
  }

  private Typed dojo(String... words) {
    return Typed.in(project, words);
  }
}
