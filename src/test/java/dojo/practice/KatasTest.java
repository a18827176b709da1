package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.kata.Exercises;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class KatasTest {
  @Test
  void an_unknown_kata_is_red() {
    Verdict verdict = Katas.check(99);
    assertEquals(State.RED, verdict.state());
    assertTrue(verdict.toString().contains("there is no kata 99"), verdict.toString());
  }

  @Test
  void the_exercises_are_found_beside_the_pom() {
    assertTrue(Exercises.find().orElseThrow().root().endsWith("exercises"));
  }

  @Test
  void a_verdict_as_html_shows_each_test_and_escapes_what_a_student_wrote() {
    TestOutcome first = new TestOutcome("it_works", State.GREEN, "", "");
    TestOutcome second = new TestOutcome("u_below_q", State.RED, "P_IS_KEEP", "u < q <script>");
    Verdict verdict = new Verdict("01", "the rule", List.of(first, second), "a & b");
    String html = verdict.html();
    assertTrue(html.contains("it works"), html);
    assertTrue(html.contains("P_IS_KEEP"), html);
    assertTrue(html.contains("u &lt; q &lt;script&gt;"), html);
    assertTrue(html.contains("a &amp; b"), html);
    assertFalse(html.contains("<script>"), html);
  }

  @Test
  void the_first_failure_decides_and_the_others_are_told_when_asked() {
    TestOutcome red = new TestOutcome("first", State.RED, "A", "one");
    TestOutcome todo = new TestOutcome("second", State.TODO, "", "two");
    Verdict verdict = new Verdict("01", "the rule", List.of(red, todo), "");
    assertEquals("A", verdict.diagnosis());
    assertEquals("one", verdict.toString());
    assertEquals("one\n\ntwo", verdict.text(true));
  }
}
