package dojo.grade;

import dojo.words.Sentence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/**
 * A part of a submission that this program cannot read, on the instructor's machine: nobody knows
 * what it holds, so the submission gets no grade before somebody has mended it.
 */
final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Remark remark;

  /**
   * Says what cannot be read.
   *
   * @param path the file or folder, from the submission on
   * @param cause why
   */
  UnreadableException(String path, IOException cause) {
    super(path, cause);
    this.remark =
        new Remark(
            path,
            cause instanceof AccessDeniedException
                ? Sentence.of(UnreadableException.class, "may-not-be-read")
                : Sentence.of(
                    UnreadableException.class, "unreadable", cause.getClass().getSimpleName()));
  }

  Remark remark() {
    return remark;
  }
}
