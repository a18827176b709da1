package dojo.expect;

import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.State;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Turns whatever a test threw into the words that a student reads. */
final class Findings {
  private final Class<?> test;
  private final String className;
  private final Optional<Kata> kata;

  /** Without exercises, a failure still tells what was seen, but neither diagnosis nor hint. */
  Findings(Class<?> test, Optional<Exercises> exercises) {
    this.test = test;
    this.className = test.getAnnotation(KataTest.class).value();
    int number = Integer.parseInt(className.replaceAll("\\D*(\\d+)\\..*", "$1"));
    this.kata = exercises.flatMap(all -> all.kata(number));
  }

  KataFailure of(String testName, Throwable thrown) {
    if (thrown instanceof Misstep misstep) {
      return failure(
          testName, State.RED, misstep.diagnosis(), String.valueOf(misstep.getMessage()), thrown);
    }
    if (thrown instanceof TimeoutException) {
      String seen = "did not end within ten seconds: does every loop come to its end?";
      return failure(testName, State.RED, "", seen, thrown);
    }
    String message = String.valueOf(thrown.getMessage());
    if (thrown instanceof UnsupportedOperationException && message.startsWith("TODO")) {
      return failure(testName, State.TODO, "", message, thrown);
    }
    Throwable cause = unwrap(thrown);
    String seen =
        line(cause).isPresent() || cause != thrown
            ? "your class threw " + words(cause)
            : "the test could not work with what your class returned: " + words(cause);
    return failure(testName, State.RED, "", seen, cause);
  }

  private static Throwable unwrap(Throwable thrown) {
    boolean wrapped =
        thrown instanceof DirectSubject.StudentError
            || thrown instanceof ExceptionInInitializerError;
    Throwable cause = thrown.getCause();
    return wrapped && cause != null ? cause : thrown;
  }

  private static String words(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    if (cause instanceof StackOverflowError) {
      return name + ": does a method call itself without end?";
    }
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }

  private KataFailure failure(
      String testName, State state, String id, String seen, Throwable thrown) {
    Optional<String> diagnosis = kata.flatMap(known -> known.words(Locale.ENGLISH).diagnosis(id));
    String text =
        title(testName)
            + "\n\n"
            + seen.strip().indent(2)
            + (id.isEmpty() ? "" : "\n")
            + diagnosis.map(sentence -> id + ": " + sentence).orElse(id).indent(2)
            + "\n"
            + hint(kata.map(known -> known.plan().hint(id)).orElse(1)).indent(2)
            + place(thrown).indent(2);
    return new KataFailure(state, id, text.stripTrailing(), trace(thrown));
  }

  private String title(String testName) {
    return kata.map(known -> "kata " + known.label() + " · ").orElse("") + testName;
  }

  private String hint(int level) {
    return kata.map(
            known ->
                "hint "
                    + level
                    + " of "
                    + known.words(Locale.ENGLISH).hints().size()
                    + ": ./dojo hint "
                    + known.label()
                    + (level == 1 ? "" : " " + level))
        .orElse("");
  }

  /** Where to look: the line that threw, otherwise the line at which the student's code begins. */
  private String place(Throwable thrown) {
    Optional<Integer> line = line(thrown).or(this::begin);
    String file = kata.map(known -> known.display(known.source())).orElse(className);
    return file + line.map(number -> ":" + number).orElse("");
  }

  private Optional<Integer> line(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().equals(className))
        .map(StackTraceElement::getLineNumber)
        .findFirst();
  }

  private Optional<Integer> begin() {
    try {
      Class<?> type = Class.forName(className, false, test.getClassLoader());
      return SourceLines.of(type).entrySet().stream()
          .filter(method -> !method.getKey().startsWith("<"))
          .map(Map.Entry::getValue)
          .min(Integer::compare);
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Of the stack, only the lines of the student's class and of its test. */
  private StackTraceElement[] trace(Throwable thrown) {
    String home = className.substring(0, className.indexOf('.') + 1);
    return Stream.of(thrown.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(home))
        .limit(5)
        .toArray(StackTraceElement[]::new);
  }
}
