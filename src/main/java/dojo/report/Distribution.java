package dojo.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the points of a class are spread.
 *
 * @param percents the share of the points that each student has, in percent and rounded down, in
 *     order
 */
record Distribution(List<Integer> percents) {
  /** So many percent wide is a bar; full marks have a bar of their own. */
  static final int STEP = 10;

  private static final int FULL = 100;

  Distribution {
    percents = percents.stream().sorted().toList();
  }

  /** Leaves those out who have no grade. */
  static Distribution of(List<StudentRow> students) {
    return new Distribution(
        students.stream()
            .filter(StudentRow::isGraded)
            .map(row -> new KataMark(row.state(), row.points(), row.outOf(), List.of()).percent())
            .toList());
  }

  /** How many students are in each bar. */
  List<Integer> counts() {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(FULL / STEP + 1, 0));
    percents.forEach(percent -> counts.set(percent / STEP, counts.get(percent / STEP) + 1));
    return counts;
  }

  /** The percentage that a part of the students does not exceed: the nearest rank. */
  int quantile(double part) {
    int rank = (int) Math.ceil(part * percents.size());
    return percents.get(Math.max(rank, 1) - 1);
  }
}
