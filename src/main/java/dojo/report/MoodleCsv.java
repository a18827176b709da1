package dojo.report;

import dojo.grade.Csv;
import dojo.grade.Points;
import dojo.grade.Submission;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table for the grade import of Moodle, which finds a user by the e-mail address, letter by
 * letter, or by the ID number.
 *
 * <p>It has a line only for those who are known by one of both and have a grade: a user whom Moodle
 * does not know ends the whole import, and an empty grade deletes the one that is there. Moodle
 * takes no grade above 100 if it was not told to, so there are percent beside the points.
 */
final class MoodleCsv implements Format {
  private static final List<String> MAIL =
      List.of("email address", "email", "e-mail", "mail", "useremail");
  private static final List<String> NUMBER = List.of("id number", "idnumber", "id-number");

  @Override
  public String name() {
    return "moodle";
  }

  @Override
  public List<Sentence> write(ClassResults results, Path into) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        Csv.line(
            List.of("Email address", "ID number", "Submission", "Points", "Out of", "Percent")));
    List<String> unknown = new ArrayList<>();
    List<String> ungraded = new ArrayList<>();
    for (Submission submission : results.submissions()) {
      String mail = value(submission, MAIL);
      String number = value(submission, NUMBER);
      Optional<SubmissionResult> result =
          results.forStaff(submission).filter(SubmissionResult::graded);
      if (result.isEmpty()) {
        ungraded.add(submission.name());
      } else if (mail.isEmpty() && number.isEmpty()) {
        unknown.add(submission.name());
      } else {
        text.append(line(mail, number, result.get()));
      }
    }
    WholeFile.write(into.resolve("moodle.csv"), text.toString());
    List<Sentence> notes = new ArrayList<>();
    if (!unknown.isEmpty()) {
      notes.add(
          Sentence.of(MoodleCsv.class, "unknown-to-moodle", unknown.size(), Names.some(unknown)));
    }
    if (!ungraded.isEmpty()) {
      notes.add(Sentence.of(MoodleCsv.class, "ungraded", ungraded.size(), Names.some(ungraded)));
    }
    return notes;
  }

  private static String line(String mail, String number, SubmissionResult result) {
    double points = result.points();
    double percent = result.outOf() > 0 ? Points.scaled(points, result.outOf(), 100) : Double.NaN;
    return Csv.line(
        List.of(
            mail,
            number,
            result.submission(),
            Points.text(points),
            Points.text(result.outOf()),
            Points.text(percent)));
  }

  /** The first column of one of these names; the size of letters in names of columns is nothing. */
  private static String value(Submission submission, List<String> names) {
    for (String name : names) {
      for (Map.Entry<String, String> about : submission.about().entrySet()) {
        if (about.getKey().strip().equalsIgnoreCase(name) && !about.getValue().isBlank()) {
          return about.getValue().strip();
        }
      }
    }
    return "";
  }
}
