package dojo.report;

import dojo.grade.Graded;
import dojo.kata.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A student in the table of the class.
 *
 * @param name the name of the submission
 * @param state how all katas together stand
 * @param points what they got; NaN where the kit failed
 * @param outOf what there was to get
 * @param marks kata by kata
 * @param worked for how long processors worked
 * @param slowest the group of tests that took longest, such as {@code 03/visible}; empty if there
 *     is none
 * @param remarks how many remarks there are on what was handed in
 */
record StudentRow(
    String name,
    State state,
    double points,
    double outOf,
    List<KataMark> marks,
    Duration worked,
    String slowest,
    int remarks) {

  StudentRow {
    marks = List.copyOf(marks);
  }

  static StudentRow of(Graded graded) {
    Map<String, Duration> worked = graded.worked();
    return new StudentRow(
        graded.grade().submission(),
        graded.grade().state(),
        graded.grade().points(),
        graded.grade().outOf(),
        graded.grade().katas().stream().map(KataMark::of).toList(),
        worked.values().stream().reduce(Duration.ZERO, Duration::plus),
        worked.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(""),
        graded.remarks().size());
  }

  /** Whether there is a grade. */
  boolean isGraded() {
    return !Double.isNaN(points);
  }
}
