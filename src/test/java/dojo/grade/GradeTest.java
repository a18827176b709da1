package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dojo.kata.Seen;
import dojo.kata.State;
import dojo.kata.TestOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeTest {
  private static final Seen PASSED = new Seen.Passed();
  private static final Seen RED = new Seen.Threw("java.lang.Error", "");
  private static final Seen TODO = new Seen.Todo("");
  private static final Seen FAULT = new Seen.Fault("");

  private static GroupGrade group(double outOf, Seen... seen) {
    List<TestOutcome> outcomes = new ArrayList<>();
    for (Seen each : seen) {
      outcomes.add(TestOutcome.of("test_" + outcomes.size(), each));
    }
    return GroupGrade.of(new JudgedKata("03", "visible", outcomes, "", Duration.ZERO), outOf);
  }

  private static Grade grade(GroupGrade... groups) {
    List<KataGrade> katas = new ArrayList<>();
    for (GroupGrade group : groups) {
      katas.add(new KataGrade("0" + (katas.size() + 1), List.of(group)));
    }
    return new Grade("alice", "1.0", Tier.A, katas);
  }

  @Test
  void each_test_that_passed_is_worth_the_same() {
    assertEquals(5, group(10, PASSED, RED).points());
    assertEquals(2.5, group(10, RED, RED, PASSED, RED).points());
    assertEquals(0, group(10, RED, RED).points());
    assertEquals(10, group(10, PASSED, PASSED).points());
  }

  @ParameterizedTest
  @CsvSource({"10, 2, 3, 6.66", "0.01, 2, 3, 0", "10, 2999, 3000, 9.99", "10, 0, 7, 0"})
  void points_are_rounded_down_so_that_full_marks_are_for_all_tests(
      double worth, int passed, int tests, double points) {
    assertEquals(points, Points.share(worth, passed, tests));
  }

  @Test
  void what_was_skipped_or_is_to_do_did_not_pass() {
    GroupGrade skipped = group(10, PASSED, new Seen.Skipped());
    assertEquals(5, skipped.points());
    assertEquals(State.RED, skipped.state());
    assertEquals(State.TODO, group(10, PASSED, TODO).state());
  }

  @Test
  void an_outcome_without_a_test_is_worth_nothing() {
    List<TestOutcome> nameless = List.of(TestOutcome.of("", PASSED));
    JudgedKata judged = new JudgedKata("03", "visible", nameless, "", Duration.ZERO);
    assertEquals(0, GroupGrade.of(judged, 10).points());
  }

  @Test
  void where_the_kit_failed_there_is_no_grade_and_not_a_zero() {
    assertEquals(Double.NaN, group(10, PASSED, FAULT).points());
    assertEquals(State.ERROR, group(10, PASSED, FAULT).state());
    Grade grade = grade(group(10, PASSED), group(10, RED), group(10, FAULT));
    assertEquals(Double.NaN, grade.points());
    assertEquals(State.ERROR, grade.state());
    assertEquals(30, grade.outOf());
    assertEquals(10, grade.katas().get(0).points(), "the other katas have their points");
  }

  @Test
  void where_no_test_ran_the_kit_failed() {
    assertEquals(State.ERROR, group(10).state());
    assertEquals(Double.NaN, group(10, new Seen.Skipped()).points());
    assertEquals(State.ERROR, grade().state());
  }

  @Test
  void a_whole_stands_as_the_worst_of_its_parts() {
    assertEquals(State.GREEN, grade(group(1, PASSED), group(1, PASSED)).state());
    assertEquals(State.TODO, grade(group(1, PASSED), group(1, TODO)).state());
    assertEquals(State.RED, grade(group(1, TODO), group(1, RED)).state());
    assertEquals(State.ERROR, grade(group(1, FAULT), group(1, RED)).state());
    assertEquals(2, grade(group(1, RED), group(1, TODO), group(1, RED)).count(State.RED));
  }

  @Test
  void hundredths_add_up_exactly() {
    assertEquals(0.3, grade(group(0.1, PASSED), group(0.2, PASSED)).points());
    assertEquals(19.98, grade(group(10, PASSED, PASSED, RED), group(13.32, PASSED)).points());
  }

  @Test
  void a_group_that_nobody_judged_is_an_error_of_the_kit() {
    Worth worth = new Worth(Map.of("03", Map.of("visible", 10.0)));
    Grade grade = worth.grade("alice", "1.0", Tier.A, new Judged(List.of()));
    assertEquals(State.ERROR, grade.state());
    assertEquals(Double.NaN, worth.failed("alice", "1.0", Tier.A, "no memory").points());
    assertEquals(10, worth.failed("alice", "1.0", Tier.A, "no memory").outOf());
  }
}
