package dojo.grade;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Takes in what students send, as they send it: folders and archives in each other, files under
 * other names and in other encodings, and everything around them.
 *
 * <p>What is handed on are Java sources in UTF-8, in the package of their kata. Nothing is written,
 * no link is followed, and of an archive is read only what a student may have written; so it cannot
 * reach a file beside it, fill the disk or the memory. Whatever is odd is a remark.
 */
public final class Intake {
  private final Answers answers;
  private final Caps caps;

  /**
   * Makes ready.
   *
   * @param exercises where the katas are
   * @param graded the katas that are graded; others are passed over
   */
  public Intake(Exercises exercises, List<Kata> graded) {
    this(exercises, graded, Caps.usual());
  }

  Intake(Exercises exercises, List<Kata> graded, Caps caps) {
    this.answers = new Answers(exercises, graded);
    this.caps = caps;
  }

  /**
   * Takes in a submission.
   *
   * @param submission where it lies
   * @return the student's sources, by kata, and what is to be known about them
   * @throws IOException if a file cannot be read: no fault of the student's, and no grade
   */
  public Handed read(Submission submission) throws IOException {
    Finds finds = new Finds(caps);
    for (Path part : submission.parts()) {
      finds.look(part, String.valueOf(part.getFileName()));
    }
    Map<String, List<SourceFile>> katas = answers.in(finds);
    if (submission.parts().isEmpty()) {
      finds.remark("", Sentence.of(Intake.class, "nothing-handed-in"));
    } else if (katas.isEmpty()) {
      finds.remark("", Sentence.of(Intake.class, "no-answer-found"));
    }
    return new Handed(submission.name(), katas, finds.remarks());
  }
}
