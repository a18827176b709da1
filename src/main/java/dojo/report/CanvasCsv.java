package dojo.report;

import dojo.grade.Csv;
import dojo.grade.Grade;
import dojo.grade.Points;
import dojo.grade.Submission;
import dojo.machine.MissingException;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gradebook of Canvas, as the instructor has exported it, with the column of the assignment
 * filled in: what identifies a student, and this column alone, so that an import changes no other.
 *
 * <p>Points are put on the scale of the row <i>Points Possible</i>, if it is more than 0. Whoever
 * has no grade, since the kit failed or nothing was handed in, keeps what stands there: an empty
 * cell would delete it.
 *
 * @param gradebook the exported table
 * @param column the title of the assignment, if there are several
 */
record CanvasCsv(Optional<Path> gradebook, Optional<String> column) implements Format {
  private static final String LAST_OF_STUDENT = "Section";

  /** As Canvas writes what an assignment is worth, in any country: 10.0, 7,5 or 1,000.00. */
  private static final Pattern SCALE =
      Pattern.compile("(\\d{1,6}|\\d{1,3}(?:[.,]\\d{3})(?=[.,]))(?:[.,](\\d{1,2}))?");

  @Override
  public String name() {
    return "canvas";
  }

  @Override
  public List<Sentence> write(ClassResults results, Path into) throws IOException {
    Path file = gradebook.orElseThrow(() -> wrong("no-gradebook", "export-gradebook"));
    Csv table = Csv.of(Files.readAllBytes(file));
    List<String> head = table.lines().isEmpty() ? List.of() : table.lines().get(0);
    if (!head.contains("ID") || !head.contains(LAST_OF_STUDENT)) {
      throw wrong("not-of-canvas", "export-gradebook", file);
    }
    String filled = column(head);
    List<String> kept = new ArrayList<>(head.subList(0, head.indexOf(LAST_OF_STUDENT) + 1));
    kept.add(filled);
    Path filledIn = into.resolve("canvas.csv");
    if (Files.exists(filledIn) && Files.isSameFile(filledIn, file)) {
      throw wrong("is-the-gradebook", "choose-another-folder", file);
    }
    StringBuilder text = new StringBuilder(Csv.line(kept));
    CanvasStudents students = new CanvasStudents(results.submissions());
    List<String> strangers = new ArrayList<>();
    OptionalDouble possible = OptionalDouble.empty();
    for (Map<String, String> row : table.rows()) {
      Map<String, String> cells = new LinkedHashMap<>();
      kept.forEach(each -> cells.put(each, row.getOrDefault(each, "")));
      String student = row.getOrDefault(head.get(0), "");
      if (student.contains("Points Possible") && row.getOrDefault("ID", "").isEmpty()) {
        possible = scale(cells.getOrDefault(filled, ""));
      } else if (!student.isEmpty()) {
        Optional<Submission> submission = students.find(row);
        strangers.addAll(submission.isEmpty() ? List.of(student) : List.of());
        OptionalDouble scale = possible;
        submission
            .flatMap(results::grade)
            .ifPresent(grade -> cells.put(filled, points(grade, scale)));
      }
      text.append(Csv.line(List.copyOf(cells.values())));
    }
    WholeFile.write(filledIn, text.toString());
    return notes(strangers, students.unused());
  }

  /** The column that is meant: Canvas adds a number to its title. */
  private String column(List<String> head) {
    List<String> assignments =
        head.subList(head.indexOf(LAST_OF_STUDENT) + 1, head.size()).stream()
            .filter(title -> title.matches("(?s).*\\(\\d+\\)"))
            .toList();
    List<String> meant =
        assignments.stream()
            .filter(title -> column.stream().allMatch(wanted -> isMeant(title, wanted)))
            .toList();
    if (meant.size() != 1) {
      throw new MissingException(
          Sentence.of(CanvasCsv.class, "not-one-column", meant.size()),
          Sentence.of(CanvasCsv.class, "choose-column", String.join("; ", assignments)));
    }
    return meant.get(0);
  }

  private static boolean isMeant(String title, String wanted) {
    return title.equals(wanted) || title.replaceFirst("\\s*\\(\\d+\\)$", "").equals(wanted);
  }

  /** What Canvas has no number for has no scale, and so has what is worth nothing there. */
  private static OptionalDouble scale(String possible) {
    if (possible.isEmpty()) {
      return OptionalDouble.empty();
    }
    Matcher number = SCALE.matcher(possible);
    if (!number.matches()) {
      throw wrong("no-scale", "correct-the-scale", possible);
    }
    String whole = number.group(1).replaceAll("[.,]", "");
    String rest = number.group(2) == null ? "0" : number.group(2);
    double scale = Double.parseDouble(whole + "." + rest);
    return scale > 0 ? OptionalDouble.of(scale) : OptionalDouble.empty();
  }

  private static String points(Grade grade, OptionalDouble scale) {
    return Points.text(
        scale.isPresent() && grade.outOf() > 0
            ? Points.scaled(grade.points(), grade.outOf(), scale.getAsDouble())
            : grade.points());
  }

  private static List<Sentence> notes(List<String> strangers, List<String> unused) {
    List<Sentence> notes = new ArrayList<>();
    if (!strangers.isEmpty()) {
      notes.add(
          Sentence.of(
              CanvasCsv.class, "kept-in-gradebook", strangers.size(), Names.some(strangers)));
    }
    if (!unused.isEmpty()) {
      notes.add(
          Sentence.of(CanvasCsv.class, "not-in-gradebook", unused.size(), Names.some(unused)));
    }
    return notes;
  }

  private static MissingException wrong(String what, String remedy, Object... values) {
    return new MissingException(
        Sentence.of(CanvasCsv.class, what, values), Sentence.of(CanvasCsv.class, remedy));
  }
}
