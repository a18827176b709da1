package dojo.report;

import dojo.grade.GroupGrade;
import dojo.grade.KataGrade;
import dojo.kata.State;
import java.util.List;

/**
 * What one student got in one kata, as far as a table of the class needs it.
 *
 * @param state how it stands
 * @param points what it got; NaN where the kit failed
 * @param outOf what there was to get
 * @param findings what was wrong, each once
 */
record KataMark(State state, double points, double outOf, List<Finding> findings) {
  private static final int PERCENT = 100;

  KataMark {
    findings = List.copyOf(findings);
  }

  static KataMark of(KataGrade kata) {
    List<Finding> findings =
        kata.groups().stream()
            .map(GroupGrade::verdict)
            .flatMap(verdict -> verdict.first().stream())
            .flatMap(outcome -> Finding.of(outcome).stream())
            .distinct()
            .toList();
    return new KataMark(kata.state(), kata.points(), kata.outOf(), findings);
  }

  /** The share of the points, in percent and rounded down; all of them where there are none. */
  int percent() {
    return outOf == 0 ? PERCENT : (int) (PERCENT * points / outOf);
  }
}
