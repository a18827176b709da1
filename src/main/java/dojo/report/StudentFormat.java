package dojo.report;

import dojo.grade.Grades;
import dojo.grade.Submission;
import dojo.machine.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A format with a file for each student, who may read it. */
public interface StudentFormat extends Format {

  /**
   * Returns the end of its files' names.
   *
   * @return for example {@code .xml}
   */
  String suffix();

  /**
   * Writes the results of one submission.
   *
   * @param result what its student may see
   * @return the text of the file
   */
  String text(SubmissionResult result);

  /** Writes a file for each submission that is graded: {@code INTO/junit/alice.xml}. */
  @Override
  default void write(ClassResults results, Path into) throws IOException {
    Path folder = Files.createDirectories(into.resolve(name()));
    for (Submission submission : results.submissions()) {
      Optional<SubmissionResult> result = results.forStudent(submission);
      if (result.isPresent()) {
        String file = Grades.fileName(submission.name()) + suffix();
        WholeFile.write(folder.resolve(file), text(result.get()));
      }
    }
  }
}
