package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KatasTest {
  @Test
  void an_unknown_kata_is_told_and_not_thrown() {
    String told = Katas.check(99, Locale.ENGLISH).toString();
    assertTrue(told.contains("there is no kata 99 in "), told);
    assertTrue(told.contains(": 01, 02, 03"), told);
  }

  @Test
  void a_language_without_a_translation_is_answered_in_english() {
    String english = Katas.check(99, Locale.ENGLISH).toString();
    assertEquals(english, Katas.check(99, Locale.ITALIAN).toString());
  }

  @Test
  void the_exercises_are_found_beside_the_pom() {
    assertTrue(Exercises.find().orElseThrow().root().endsWith("exercises"));
  }
}
