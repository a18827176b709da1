package dojo.practice;

import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program of the JVM in which a student's class runs, so that it can be killed. */
final class StudentMain {
  private StudentMain() {}

  /**
   * Runs the tests of one kata and leaves in a file what they saw.
   *
   * @param arguments the folder of the classes, which also takes the results; the test class; then
   *     the configuration parameters, each as {@code name=value}
   */
  public static void main(String[] arguments) {
    int exit = 1;
    try {
      KataRun.warmUp();
      System.in.read(); // the end of the stream: everything is compiled
      ResultFiles results = ResultFiles.claim(Path.of(arguments[0]));
      results.write(run(results, arguments));
      exit = 0;
    } catch (Throwable e) { // a full memory, too: what the student's class took is not given back
      System.err.println(e);
    }
    Runtime.getRuntime().halt(exit); // whatever threads the student's class has left behind
  }

  private static List<TestOutcome> run(ResultFiles results, String... arguments) {
    try (KataRun run = new KataRun(results.folder(), arguments[1])) {
      return run.run(parameters(arguments), results::starting);
    } catch (ClassNotFoundException e) {
      return List.of(TestOutcome.of("", new Seen.NoTest()));
    } catch (IOException e) {
      return List.of(TestOutcome.of("", new Seen.Fault(e.toString())));
    }
  }

  private static Map<String, String> parameters(String... arguments) {
    Map<String, String> parameters = new HashMap<>();
    for (String argument : List.of(arguments).subList(2, arguments.length)) {
      int equals = argument.indexOf('=');
      parameters.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return parameters;
  }
}
