package dojo.grade;

import dojo.kata.TestOutcome;
import dojo.kata.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * What one group of tests of a kata saw.
 *
 * @param kata the label of the kata, for example {@code 03}
 * @param group {@link #VISIBLE} for the tests that students have, otherwise the name of a hidden
 *     group
 * @param outcomes what each test of the group saw, in the order of the source: as many as the group
 *     has tests, whatever the student's class did; or one outcome without a test's name, if the
 *     class was not tried at all
 * @param printed the beginning of what the student's class printed
 * @param worked for how long processors worked for the student's class; no part of a grade
 */
public record JudgedKata(
    String kata, String group, List<TestOutcome> outcomes, String printed, Duration worked) {

  /** The group of the tests that students have. */
  public static final String VISIBLE = "visible";

  /**
   * Keeps a copy.
   *
   * @param kata the label of the kata
   * @param group the name of the group of tests
   * @param outcomes what each test of the group saw
   * @param printed the beginning of what the student's class printed
   * @param worked for how long processors worked
   */
  public JudgedKata {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Returns what is composed into words.
   *
   * @return the verdict on this group
   */
  public Verdict verdict() {
    return new Verdict(kata, outcomes, printed);
  }
}
