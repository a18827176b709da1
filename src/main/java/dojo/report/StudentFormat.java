package dojo.report;

import dojo.grade.Grades;
import dojo.grade.Submission;
import dojo.machine.WholeFile;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A format with files for each student, who may read them: it never sees what is not disclosed. */
public interface StudentFormat extends Format {

  /**
   * Writes the results of one submission.
   *
   * @param result what its student may see
   * @return the text of each file by its name, with slashes between folders
   */
  Map<String, String> files(SubmissionResult result);

  /**
   * Writes the files of each submission that is graded into a folder of its own: {@code
   * INTO/junit/alice/TEST-kata03.xml}.
   */
  @Override
  default List<Sentence> write(ClassResults results, Path into) throws IOException {
    for (Submission submission : results.submissions()) {
      Optional<SubmissionResult> result = results.forStudent(submission);
      if (result.isPresent()) {
        Path folder = into.resolve(name()).resolve(Grades.fileName(submission.name()));
        for (Map.Entry<String, String> file : files(result.get()).entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.resolveSibling(""));
          WholeFile.write(path, file.getValue());
        }
      }
    }
    return List.of();
  }
}
