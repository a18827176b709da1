package dojo.practice;

import com.fasterxml.jackson.databind.ObjectMapper;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program of the JVM in which a student's class runs, so that it can be killed. */
final class StudentMain {
  private StudentMain() {}

  /**
   * Runs the tests of one kata and leaves the outcomes in a file.
   *
   * @param arguments the folder of the classes, which also takes the results; the test class; then
   *     the configuration parameters, each as {@code name=value}
   */
  public static void main(String[] arguments) {
    int exit = 0;
    try {
      KataRun.warmUp();
      System.in.read(); // the end of the stream: everything is compiled
      run(Path.of(arguments[0]), arguments[1], parameters(arguments));
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      System.err.println(e);
      exit = 1;
    }
    Runtime.getRuntime().halt(exit); // whatever threads the student's class has left behind
  }

  private static void run(Path folder, String testClass, Map<String, String> parameters)
      throws IOException, ClassNotFoundException {
    try (KataRun run = new KataRun(folder, testClass)) {
      List<TestOutcome> outcomes = run.run(parameters, test -> note(running(folder), test));
      new ObjectMapper().writeValue(result(folder).toFile(), outcomes.toArray(TestOutcome[]::new));
    }
  }

  private static void note(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parameters(String[] arguments) {
    Map<String, String> parameters = new HashMap<>();
    for (String argument : List.of(arguments).subList(2, arguments.length)) {
      int equals = argument.indexOf('=');
      parameters.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return parameters;
  }

  /** The file with the outcomes of all tests; it exists if the run came to its end. */
  static Path result(Path folder) {
    return folder.resolve("outcomes.json");
  }

  /** The file with the name of the test that was started last. */
  static Path running(Path folder) {
    return folder.resolve("running.txt");
  }
}
