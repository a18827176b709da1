package dojo.report;

import dojo.grade.Spelling;
import dojo.grade.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which submission belongs to a row of a gradebook of Canvas: by the number that Canvas knows a
 * student by, which stands in the names of its files, too; otherwise by the other columns that
 * identify a student, if the submission is known by them or named after one of them.
 */
final class CanvasStudents {
  /**
   * A column that identifies a student.
   *
   * @param head its name
   * @param known what a roster may call it
   * @param named whether submissions may be named after it
   */
  private record Column(String head, List<String> known, boolean named) {
    static final List<Column> ALL =
        List.of(
            new Column("ID", List.of("ID", "id"), false),
            new Column("SIS User ID", List.of("SIS User ID"), true),
            new Column("SIS Login ID", List.of("SIS Login ID"), true),
            new Column("Student", List.of("Student", "name"), true));

    Set<String> of(Submission submission) {
      Stream<String> about =
          known.stream().flatMap(key -> Stream.ofNullable(submission.about().get(key)));
      Stream<String> name = named ? Stream.of(submission.name()) : Stream.empty();
      Set<String> values = new TreeSet<>();
      Stream.concat(about, name).forEach(value -> values.add(Spelling.of(value)));
      return values;
    }
  }

  private final Map<Column, Map<String, List<Submission>>> known = new LinkedHashMap<>();
  private final Set<Submission> unused;

  CanvasStudents(List<Submission> submissions) {
    unused = new LinkedHashSet<>(submissions);
    for (Column column : Column.ALL) {
      Map<String, List<Submission>> by = new LinkedHashMap<>();
      for (Submission submission : submissions) {
        for (String value : column.of(submission)) {
          by.computeIfAbsent(value, any -> new ArrayList<>()).add(submission);
        }
      }
      known.put(column, by);
    }
  }

  /** Finds the submission of a row: the first column that names exactly one decides. */
  Optional<Submission> find(Map<String, String> row) {
    for (Column column : Column.ALL) {
      String cell = Spelling.of(row.getOrDefault(column.head, ""));
      List<Submission> meant =
          cell.isEmpty()
              ? List.of()
              : known.getOrDefault(column, Map.of()).getOrDefault(cell, List.of());
      if (meant.size() == 1) {
        unused.remove(meant.get(0));
        return Optional.of(meant.get(0));
      }
    }
    return Optional.empty();
  }

  /** Returns the names of the submissions that belong to no row. */
  List<String> unused() {
    return unused.stream().map(Submission::name).toList();
  }
}
