package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.NewKata;
import dojo.kata.State;
import dojo.practice.Desk.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
  @TempDir private Path project;

  private Exercises exercises;
  private Kata first;
  private Kata second;
  private Kata third;

  @BeforeEach
  void make_three_katas() throws IOException {
    exercises = new Exercises(Files.createDirectory(project.resolve("exercises")));
    Files.writeString(exercises.root().resolve("messages.properties"), "");
    for (int number = 1; number <= 3; number++) {
      NewKata.of(exercises, number, "Twice").write();
    }
    first = exercises.kata(1).orElseThrow();
    second = exercises.kata(2).orElseThrow();
    third = exercises.kata(3).orElseThrow();
  }

  @Test
  void a_desk_is_found_as_it_was_left() throws IOException {
    assertEquals(first, Desk.resume(exercises).kata());
    exercises.progress().took(third);
    assertEquals(third, Desk.resume(exercises).kata());
  }

  @Test
  void without_a_kata_in_hand_the_first_that_was_not_passed_is_taken() throws IOException {
    pass(first);
    assertEquals(second, Desk.resume(exercises).kata());
    pass(second);
    pass(third);
    assertEquals(first, Desk.resume(exercises).kata());
  }

  @Test
  void the_kata_that_is_saved_is_taken_in_hand() {
    Desk.Move move = desk().saved(Set.of(2, 3));
    assertEquals(Action.CHECK, move.action());
    assertEquals(second, move.desk().kata());
  }

  @Test
  void of_several_that_are_saved_the_one_in_hand_stays() {
    assertEquals(third, Desk.of(exercises, third).saved(Set.of(2, 3)).desk().kata());
  }

  @Test
  void next_is_the_next_that_was_not_passed_around_the_end() throws IOException {
    pass(third);
    Desk.Move move = Desk.of(exercises, second).pressed(Key.NEXT);
    assertEquals(Action.GLANCE, move.action());
    assertEquals(first, move.desk().kata());
  }

  @Test
  void the_last_one_left_stays_until_it_is_passed_and_then_all_are_checked() throws IOException {
    pass(first);
    pass(third);
    Desk last = Desk.of(exercises, second);
    assertReason("Kata 02 is the last one that is not green yet.", last.pressed(Key.NEXT));
    pass(second);
    assertEquals(Action.CHECK_ALL, last.pressed(Key.NEXT).action());
  }

  @Test
  void hints_come_one_after_the_other_and_the_last_one_stays() throws IOException {
    for (int level : new int[] {1, 2, 3, 4, 4}) {
      assertEquals(new Page.OfHint(level), desk().pressed(Key.HINT).desk().page());
      exercises.progress().showed(first, level);
    }
  }

  @Test
  void the_solution_opens_once_the_kata_was_passed() throws IOException {
    assertReason(
        "The solution of kata 01 opens when the kata is green; ./dojo solution 01 --anyway shows it"
            + " now.",
        desk().pressed(Key.SOLUTION));
    pass(first);
    assertEquals(new Page.OfSolution(), desk().pressed(Key.SOLUTION).desk().page());
  }

  @Test
  void the_list_opens_and_closes_with_the_same_key() {
    Desk list = desk().pressed(Key.LIST).desk();
    assertEquals(new Page.OfList(), list.page());
    assertEquals(new Page.OfVerdict(), list.pressed(Key.LIST).desk().page());
  }

  @Test
  void the_other_keys_do_what_they_say() {
    assertEquals(Action.CHECK, desk().pressed(Key.RUN).action());
    assertEquals(Action.OPEN, desk().pressed(Key.OPEN).action());
    assertEquals(Action.LEAVE, desk().pressed(Key.QUIT).action());
  }

  private Desk desk() {
    return Desk.of(exercises, first);
  }

  private void pass(Kata kata) throws IOException {
    exercises.progress().checked(kata, State.GREEN);
  }

  private static void assertReason(String text, Desk.Move move) {
    assertEquals(Action.SHOW, move.action());
    assertTrue(move.desk().page() instanceof Page.OfReason, move::toString);
    Page.OfReason reason = (Page.OfReason) move.desk().page();
    assertEquals(text, reason.sentence().in(Locale.ENGLISH));
  }
}
