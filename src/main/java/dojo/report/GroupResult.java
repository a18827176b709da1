package dojo.report;

import dojo.grade.Disclosure;
import dojo.kata.Report;
import dojo.kata.State;
import java.util.List;

/**
 * What a submission got in one group of tests of a kata, as far as its reader may see it: what is
 * not disclosed is not here.
 *
 * @param name {@code visible}, or the name of a hidden group
 * @param shown how much of it the reader may see
 * @param state how it stands; an error of the kit means that there is no grade
 * @param points what it got, in hundredths; NaN where there is no grade
 * @param outOf what there is to get
 * @param diagnosis the id of the classic mistake that decides; empty if none was recognised, or if
 *     it is not disclosed
 * @param report the same in words, and what decides with its input, if that is disclosed, too
 * @param tests all tests in the order of the source, if everything is disclosed; the first that
 *     failed, if an example is
 * @param printed what the student's class printed, if everything is disclosed
 */
public record GroupResult(
    String name,
    Disclosure shown,
    State state,
    double points,
    double outOf,
    String diagnosis,
    Report report,
    List<TestResult> tests,
    String printed) {

  /**
   * Keeps a copy.
   *
   * @param name {@code visible}, or the name of a hidden group
   * @param shown how much of it the reader may see
   * @param state how it stands
   * @param points what it got
   * @param outOf what there is to get
   * @param diagnosis the id of the classic mistake that decides
   * @param report the same in words
   * @param tests the tests that are disclosed
   * @param printed what the student's class printed
   */
  public GroupResult {
    tests = List.copyOf(tests);
  }
}
