package dojo.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which mistakes a class made: how many students made each, in which kata.
 *
 * @param rows those that most students made first, and classic mistakes before other trouble
 */
record MistakeMap(List<Row> rows) {

  /**
   * A mistake.
   *
   * @param finding the mistake
   * @param students how many students made it, in one kata or in several
   * @param katas how many made it in each kata, by the place of the kata in the list of all
   */
  record Row(Finding finding, int students, Map<Integer, Integer> katas) {}

  MistakeMap {
    rows = List.copyOf(rows);
  }

  static MistakeMap of(List<StudentRow> students) {
    Map<Finding, Integer> sums = new TreeMap<>();
    Map<Finding, Map<Integer, Integer>> katas = new TreeMap<>();
    for (StudentRow student : students) {
      TreeSet<Finding> own = new TreeSet<>();
      for (int kata = 0; kata < student.marks().size(); kata++) {
        for (Finding finding : student.marks().get(kata).findings()) {
          own.add(finding);
          katas.computeIfAbsent(finding, any -> new TreeMap<>()).merge(kata, 1, Integer::sum);
        }
      }
      own.forEach(finding -> sums.merge(finding, 1, Integer::sum));
    }
    return new MistakeMap(
        sums.entrySet().stream()
            .map(
                sum ->
                    new Row(
                        sum.getKey(), sum.getValue(), katas.getOrDefault(sum.getKey(), Map.of())))
            .sorted(
                Comparator.comparing((Row row) -> !row.finding().diagnosed())
                    .thenComparing(row -> -row.students()))
            .toList());
  }

  /** The largest number of students in a square. */
  int most() {
    return rows.stream().flatMap(row -> row.katas().values().stream()).reduce(1, Integer::max);
  }
}
