package dojo.grade;

import dojo.kata.State;
import dojo.kata.TestOutcome;
import dojo.kata.Verdict;

/**
 * What a submission got in one group of tests of a kata.
 *
 * @param name {@link JudgedKata#VISIBLE}, or the name of a hidden group
 * @param points what it got, in hundredths; NaN where the kit failed: there is no grade
 * @param outOf what there is to get
 * @param verdict what the tests saw
 */
public record GroupGrade(String name, double points, double outOf, Verdict verdict) {

  /**
   * Gives points: each test that passed is worth the same, and one that was skipped, or not
   * answered, did not pass.
   *
   * @param judged what the tests saw
   * @param outOf what there is to get
   * @return the grade
   */
  static GroupGrade of(JudgedKata judged, double outOf) {
    Verdict verdict = judged.verdict();
    double points =
        verdict.state() == State.ERROR
            ? Double.NaN
            : Points.share(outOf, passed(verdict), verdict.outcomes().size());
    return new GroupGrade(judged.group(), points, outOf, verdict);
  }

  private static long passed(Verdict verdict) {
    return verdict.outcomes().stream()
        .filter(outcome -> outcome.state() == State.GREEN && !outcome.test().isEmpty())
        .count();
  }

  /**
   * Returns how the group stands.
   *
   * @return green only if every test passed
   */
  public State state() {
    State state = verdict.state();
    boolean all = verdict.outcomes().stream().map(TestOutcome::state).allMatch(State.GREEN::equals);
    return state == State.GREEN && !all ? State.RED : state;
  }
}
