package dojo.expect;

import java.util.stream.Stream;

/** What the student's class threw, as the test meets it: by name, wherever it was thrown. */
final class StudentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Answer.Threw threw;

  StudentException(Answer.Threw threw) {
    super(threw.message());
    this.threw = threw;
    setStackTrace(
        Stream.concat(threw.trace().stream(), Stream.of(getStackTrace()))
            .toArray(StackTraceElement[]::new));
  }

  boolean is(Class<? extends Exception> type) {
    return threw.types().contains(type.getName());
  }

  /** The name of the exception's class without its package. */
  String type() {
    return threw.types().get(0).replaceAll(".*[.$]", "");
  }

  String message() {
    return threw.message();
  }
}
