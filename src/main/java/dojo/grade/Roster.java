package dojo.grade;

import dojo.machine.MissingException;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who is in the class: a table with a row for each student, as a learning platform exports it or as
 * somebody has written it.
 *
 * <p>A row belongs to the submission that its column {@code submission} names or, where there is no
 * such column, that the first of its cells names which names one: a name, an e-mail address, a
 * number of the platform. All columns are passed through, for example {@code late} and {@code
 * attempt}.
 *
 * @param rows each cell by the name of its column
 */
public record Roster(List<Map<String, String>> rows) {
  private static final String SUBMISSION = "submission";

  /**
   * Keeps a copy.
   *
   * @param rows each cell by the name of its column
   */
  public Roster {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a table.
   *
   * @param file a CSV file: its first line names the columns
   * @return the roster
   * @throws MissingException if the file cannot be read, or has no rows
   */
  public static Roster read(Path file) {
    try {
      List<Map<String, String>> rows =
          Csv.of(Files.readAllBytes(file)).rows().stream().filter(Roster::isStudent).toList();
      if (rows.isEmpty()) {
        throw wrong(Sentence.of(Roster.class, "roster-without-rows", file));
      }
      return new Roster(rows);
    } catch (IOException e) {
      throw wrong(Sentence.of(Roster.class, "file-unreadable", file, e.toString()));
    }
  }

  /** A gradebook of Canvas has rows about the columns, too. */
  private static boolean isStudent(Map<String, String> row) {
    String student = row.getOrDefault("Student", "-");
    boolean possible = student.equals("Points Possible") && row.getOrDefault("ID", "").isEmpty();
    return !student.isEmpty() && !possible;
  }

  private static MissingException wrong(Sentence what) {
    return new MissingException(what, Sentence.of(Roster.class, "save-roster-as-csv"));
  }

  /**
   * Tells of each submission what the roster knows. A student who has sent nothing has a submission
   * without parts.
   *
   * @param found what was sent
   * @return a submission for each that was sent and for each row, by name
   * @throws MissingException if two rows belong to one submission
   */
  public List<Submission> about(List<Submission> found) {
    Map<String, Submission> all = new TreeMap<>();
    found.forEach(submission -> all.put(submission.name(), submission));
    Named named = Named.of(found, rows);
    Set<String> taken = new LinkedHashSet<>();
    for (Map<String, String> row : rows) {
      Submission sent =
          named.sent(cells(row)).orElseGet(() -> new Submission(name(row), List.of(), Map.of()));
      if (!taken.add(sent.name())) {
        throw wrong(Sentence.of(Roster.class, "two-rows-of-one-submission", sent.name()));
      }
      Map<String, String> about = new TreeMap<>(sent.about());
      row.forEach(
          (column, cell) -> {
            if (!cell.isEmpty()) {
              about.put(column, cell);
            }
          });
      all.put(sent.name(), new Submission(sent.name(), sent.parts(), about));
    }
    return List.copyOf(all.values());
  }

  /**
   * Which submission a cell names.
   *
   * @param exact the submissions by their own names, letter by letter
   * @param known the submissions by all their names, as they are compared
   * @param columns the first column in which a submission is named: a later one names a partner
   */
  private record Named(
      Map<String, Submission> exact,
      Map<String, Set<Submission>> known,
      Map<Submission, Integer> columns) {

    static Named of(List<Submission> found, List<Map<String, String>> rows) {
      Named named = new Named(new TreeMap<>(), new TreeMap<>(), new HashMap<>());
      for (Submission each : found) {
        named.exact.put(each.name(), each);
        for (String name : names(each)) {
          named.known.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(each);
        }
      }
      for (Map<String, String> row : rows) {
        List<String> cells = cells(row);
        for (int i = 0; i < cells.size(); i++) {
          int column = i;
          named.by(cells.get(i)).ifPresent(each -> named.columns.merge(each, column, Math::min));
        }
      }
      return named;
    }

    private Optional<Submission> by(String cell) {
      String name = Spelling.of(cell).replaceFirst("^participant ", "");
      Set<Submission> meant = known.getOrDefault(name, Set.of());
      return Optional.ofNullable(exact.get(cell))
          .or(() -> meant.stream().filter(each -> meant.size() == 1).findFirst());
    }

    Optional<Submission> sent(List<String> cells) {
      for (int i = 0; i < cells.size(); i++) {
        Optional<Submission> meant = by(cells.get(i));
        if (meant.isPresent()) {
          int column = i;
          return meant.filter(each -> columns.getOrDefault(each, column) == column);
        }
      }
      return Optional.empty();
    }
  }

  private static List<String> cells(Map<String, String> row) {
    String named = row.getOrDefault(SUBMISSION, "");
    return named.isEmpty() ? List.copyOf(row.values()) : List.of(named);
  }

  /** All that a submission is known by, as it is compared. */
  private static Set<String> names(Submission submission) {
    List<String> names = new ArrayList<>(List.of(submission.name()));
    for (String known : List.of("id", "name")) {
      names.add(submission.about().getOrDefault(known, submission.name()));
    }
    submission.parts().forEach(part -> names.add(String.valueOf(part.getFileName())));
    Set<String> compared = new LinkedHashSet<>();
    names.forEach(name -> compared.add(Spelling.of(name)));
    return compared;
  }

  private static String name(Map<String, String> row) {
    return cells(row).stream().filter(cell -> !cell.isEmpty()).findFirst().orElse("");
  }
}
