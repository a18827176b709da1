package dojo.report;

import dojo.grade.Alike;
import dojo.grade.Grade;
import dojo.grade.Graded;
import dojo.grade.Grades;
import dojo.grade.PointsPlan;
import dojo.grade.Submission;
import dojo.grade.Worth;
import dojo.kata.Exercises;
import dojo.kata.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The results of a class, read from a folder of grades one submission at a time, so that a class of
 * any size has room.
 *
 * <pre>{@code
 * ClassResults results = ClassResults.of(Grades.in(folder), exercises, Locale.ENGLISH);
 * for (Submission submission : results.submissions()) {
 *   results.forStudent(submission)  // what its student may see now
 *   results.forStaff(submission)    // everything
 * }
 * }</pre>
 */
public final class ClassResults {
  private final Grades grades;
  private final List<Submission> submissions;
  private final Optional<Long> seed;
  private final Exercises exercises;
  private final Locale language;
  private final Audience students;
  private final Disclosed forStudents;
  private final Disclosed forStaff;

  private ClassResults(Grades grades, Exercises exercises, Locale language, Audience students) {
    this.grades = grades;
    this.submissions = List.copyOf(grades.submissions());
    this.seed = grades.seed();
    this.exercises = exercises;
    this.language = language;
    this.students = students;
    this.forStudents = new Disclosed(exercises, students, language);
    Audience staff =
        new Audience(Audience.Who.STAFF, students.plan(), students.at(), students.seeds());
    this.forStaff = new Disclosed(exercises, staff, language);
  }

  /**
   * Opens the results of a class, with the plan of disclosure that is kept with the grades and with
   * seeds that are secret.
   *
   * @param grades the grades
   * @param exercises the katas, for their words
   * @param language the language of all sentences; English where it has no translation
   * @param at when students read them
   * @return the results
   */
  public static ClassResults of(Grades grades, Exercises exercises, Locale language, Instant at) {
    PointsPlan plan = grades.disclosure();
    Audience students = new Audience(Audience.Who.STUDENT, plan, at, Audience.Seeds.SECRET);
    return new ClassResults(grades, exercises, language, students);
  }

  /**
   * Returns the same results under another plan of disclosure.
   *
   * @param plan what students are shown
   * @return a changed copy
   */
  public ClassResults withPlan(PointsPlan plan) {
    return with(new Audience(Audience.Who.STUDENT, plan, students.at(), students.seeds()));
  }

  /**
   * Returns the same results, with the seed of each submission for its student.
   *
   * @return a changed copy
   */
  public ClassResults withSeeds() {
    return with(
        new Audience(
            Audience.Who.STUDENT, students.plan(), students.at(), Audience.Seeds.PUBLISHED));
  }

  private ClassResults with(Audience changed) {
    return new ClassResults(grades, exercises, language, changed);
  }

  /**
   * Returns all submissions of the class.
   *
   * @return by name; some may not be graded yet
   */
  public List<Submission> submissions() {
    return submissions;
  }

  /**
   * Returns what every group of tests is worth.
   *
   * @return in the order of a grade
   */
  public Worth worth() {
    return grades.worth();
  }

  /**
   * Returns what the student of a submission may see.
   *
   * @param submission a submission of this class
   * @return its results; nothing if it is not graded yet
   */
  public Optional<SubmissionResult> forStudent(Submission submission) {
    return graded(submission).map(graded -> forStudents.of(submission, graded, seed));
  }

  /**
   * Returns everything about a submission.
   *
   * @param submission a submission of this class
   * @return its results; nothing if it is not graded yet
   */
  public Optional<SubmissionResult> forStaff(Submission submission) {
    return graded(submission).map(graded -> forStaff.of(submission, graded, seed));
  }

  /**
   * Returns the points of a submission, for whoever needs no words.
   *
   * @param submission a submission of this class
   * @return its grade; nothing if it has none: it is not graded yet, or the kit failed
   */
  public Optional<Grade> grade(Submission submission) {
    return graded(submission).map(Graded::grade).filter(grade -> grade.state() != State.ERROR);
  }

  /**
   * Returns a submission as it was graded, with what no reader needs: times, content.
   *
   * @param submission a submission of this class
   * @return its grade; nothing if it is not graded yet
   */
  public Optional<Graded> graded(Submission submission) {
    return grades.find(submission.name());
  }

  /**
   * Returns which submissions are alike: for the staff alone.
   *
   * @return each pair that was told; none if nothing was compared
   */
  public List<Alike> alike() {
    return grades.alike();
  }

  /**
   * Returns who the students are as readers, and when they read.
   *
   * @return the audience of every {@link StudentFormat}
   */
  public Audience students() {
    return students;
  }

  /**
   * Returns the language of all sentences.
   *
   * @return the language
   */
  public Locale language() {
    return language;
  }

  /**
   * Returns the katas.
   *
   * @return where their words are
   */
  public Exercises exercises() {
    return exercises;
  }
}
