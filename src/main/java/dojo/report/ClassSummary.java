package dojo.report;

import dojo.grade.Grade;
import dojo.grade.Graded;
import dojo.grade.Submission;
import dojo.grade.Tier;
import dojo.kata.Report;
import dojo.kata.State;
import dojo.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an instructor looks at first, gathered from all submissions of a class.
 *
 * @param rows the students that were graded, by name
 * @param missing the names of those that were not
 * @param faults where the kit itself failed
 * @param suspicions what somebody should look at
 * @param kit the version of the kit; empty if nobody was graded
 * @param tier the tier in which all were graded
 */
record ClassSummary(
    List<StudentRow> rows,
    List<String> missing,
    List<Fault> faults,
    List<Suspicion> suspicions,
    String kit,
    Optional<Tier> tier) {

  /** So many katas must be answered before an answer that is the same to the byte is odd. */
  private static final int ANSWERED = 2;

  /** From this share on, two answers are nearly one; honest ones are often alike by less. */
  private static final double ALIKE = 0.95;

  /**
   * A failure of the kit: nobody whom it struck has a grade.
   *
   * @param kata the label of the kata
   * @param group the group of tests
   * @param what what happened
   * @param students whom it struck
   */
  record Fault(String kata, String group, String what, List<String> students) {}

  ClassSummary {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
    faults = List.copyOf(faults);
    suspicions = List.copyOf(suspicions);
  }

  static ClassSummary of(ClassResults results) {
    List<StudentRow> rows = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<Suspicion> suspicions = new ArrayList<>();
    Map<List<String>, List<String>> faults = new TreeMap<>(ClassSummary::compare);
    Map<String, List<String>> contents = new TreeMap<>();
    Optional<Grade> any = Optional.empty();
    for (Submission submission : results.submissions()) {
      Optional<Graded> found = results.graded(submission);
      if (found.isEmpty()) {
        missing.add(submission.name());
        continue;
      }
      any = found.map(Graded::grade);
      StudentRow row = StudentRow.of(found.get());
      rows.add(row);
      suspicions.addAll(Suspicion.in(found.get()));
      if (row.state() == State.ERROR) {
        faults(results.forStaff(submission))
            .forEach(
                fault -> faults.computeIfAbsent(fault, one -> new ArrayList<>()).add(row.name()));
      }
      if (row.marks().stream().filter(mark -> mark.state() != State.TODO).count() >= ANSWERED) {
        contents.computeIfAbsent(found.get().content(), one -> new ArrayList<>()).add(row.name());
      }
    }
    contents.values().forEach(names -> suspicions.addAll(same(names)));
    results.alike().stream()
        .filter(pair -> pair.similarity() >= ALIKE)
        .map(Suspicion::of)
        .forEach(suspicions::add);
    return new ClassSummary(
        rows,
        missing,
        faults.entrySet().stream()
            .map(
                it ->
                    new Fault(
                        it.getKey().get(0), it.getKey().get(1), it.getKey().get(2), it.getValue()))
            .toList(),
        suspicions,
        any.map(Grade::kit).orElse(""),
        any.map(Grade::tier));
  }

  private static int compare(List<String> one, List<String> other) {
    return String.join("\0", one).compareTo(String.join("\0", other));
  }

  private static List<List<String>> faults(Optional<SubmissionResult> result) {
    List<List<String>> faults = new ArrayList<>();
    for (KataResult kata : result.map(SubmissionResult::katas).orElse(List.of())) {
      for (GroupResult group : kata.groups()) {
        if (group.state() == State.ERROR) {
          faults.add(List.of(kata.kata(), group.name(), told(group.report())));
        }
      }
    }
    return faults;
  }

  private static String told(Report report) {
    return report.parts().stream()
        .flatMap(part -> part instanceof Report.Paragraph it ? Stream.of(it.text()) : Stream.of())
        .collect(Collectors.joining("\n"));
  }

  /** All but the first are told whose answers theirs are. */
  private static List<Suspicion> same(List<String> names) {
    return names.stream()
        .skip(1)
        .map(
            name ->
                new Suspicion(
                    name, "", Sentence.of(ClassSummary.class, "suspicious-same", names.get(0))))
        .toList();
  }

  /** How many students there are in whom all katas stand so. */
  long count(State state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }
}
