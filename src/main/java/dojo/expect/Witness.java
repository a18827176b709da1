package dojo.expect;

import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import dojo.kata.TodoMark;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;

/** Turns whatever a test threw into what was seen, as data. */
final class Witness {
  private final Class<?> test;
  private final String className;
  private final String asked;

  /** Knows the test, and the method that it called last, or an empty text. */
  Witness(Class<?> test, String asked) {
    this.test = test;
    this.asked = inClassFile(asked);
    this.className = test.getAnnotation(KataTest.class).value();
  }

  private static String inClassFile(String method) {
    return method.equals(Call.CONSTRUCTOR) ? "<init>" : method;
  }

  TestOutcome outcome(String testName, Throwable thrown) {
    String diagnosis = thrown instanceof Misstep misstep ? misstep.diagnosis() : "";
    String named = thrown instanceof Misstep misstep ? misstep.method() : "";
    int line = line(thrown).or(() -> begin(named.isEmpty() ? asked : inClassFile(named))).orElse(0);
    return new TestOutcome(testName, seen(thrown), diagnosis, line);
  }

  private static Seen seen(Throwable thrown) {
    if (thrown instanceof Misstep misstep) {
      return misstep.seen();
    }
    if (thrown instanceof TimeoutException) {
      return new Seen.TooSlow(KataTest.SECONDS);
    }
    if (thrown instanceof StudentException student) {
      return TodoMark.threw(student.type(), student.message())
          ? new Seen.Todo(student.message())
          : new Seen.Threw(student.type(), student.message());
    }
    return ofTheKit(thrown)
        ? new Seen.Fault(thrown.toString())
        : new Seen.Unusable(
            thrown.getClass().getSimpleName(), Optional.ofNullable(thrown.getMessage()).orElse(""));
  }

  /**
   * Whether a room of the kit threw it, and not the test at what it was given. A room that looks
   * for an element where there is none was given an array of another shape.
   */
  private static boolean ofTheKit(Throwable thrown) {
    if (thrown instanceof IndexOutOfBoundsException) {
      return false;
    }
    return thrown instanceof JUnitException
        || Stream.of(thrown.getStackTrace())
            .map(StackTraceElement::getClassName)
            .filter(name -> !name.startsWith("java."))
            .limit(1)
            .anyMatch(name -> name.startsWith("dojo.expect.") || name.startsWith("dojo.kata."));
  }

  /** The line of the student's class that threw. */
  private Optional<Integer> line(Throwable thrown) {
    return Stream.of(thrown.getStackTrace())
        .filter(frame -> (frame.getClassName() + "$").startsWith(className + "$"))
        .map(StackTraceElement::getLineNumber)
        .findFirst();
  }

  /** The line at which a method begins; otherwise the student's code. */
  private Optional<Integer> begin(String method) {
    Map<String, Integer> lines = SourceLines.of(className, test.getClassLoader());
    return Optional.ofNullable(lines.get(method))
        .or(
            () ->
                lines.entrySet().stream()
                    .filter(each -> !each.getKey().startsWith("<"))
                    .map(Map.Entry::getValue)
                    .min(Integer::compare));
  }

  /** Of a stack, only the lines of the student's class and of its test. */
  StackTraceElement[] trace(Throwable thrown) {
    String home = className.substring(0, className.indexOf('.') + 1);
    return Stream.of(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(home))
        .limit(5)
        .toArray(StackTraceElement[]::new);
  }
}
