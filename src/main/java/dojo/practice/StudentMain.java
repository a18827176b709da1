package dojo.practice;

import dojo.kata.Seen;
import dojo.kata.TestOutcome;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The program of the JVM in which a student's class runs, so that it can be killed. */
final class StudentMain {
  private StudentMain() {}

  /**
   * Waits for a kata, runs its tests and leaves in a file what they saw. Before, it may be asked to
   * rehearse: what it sees then counts for nothing.
   *
   * @param arguments the folder of the classes, which also takes the results
   */
  public static void main(String[] arguments) {
    int exit = 1;
    try {
      ResultFiles results = ResultFiles.claim(Path.of(arguments[0]));
      KataRun.warmUp();
      DataInputStream input = new DataInputStream(System.in);
      Task task = Task.read(input);
      while (task.isRehearsal()) {
        run(task, test -> {});
        task = Task.read(input);
      }
      results.write(run(task, results::starting));
      exit = 0;
    } catch (EOFException e) {
      exit = 0; // no kata will come: whoever started this has ended
    } catch (Throwable e) { // a full memory, too: what the student's class took is not given back
      System.err.println(e);
    }
    Runtime.getRuntime().halt(exit); // whatever threads the student's class has left behind
  }

  private static List<TestOutcome> run(Task task, Consumer<String> starting) {
    try (KataRun run = new KataRun(task.classes(), task.testClass())) {
      return run.run(task.parameters(), starting);
    } catch (ClassNotFoundException e) {
      return List.of(TestOutcome.of("", new Seen.NoTest()));
    } catch (IOException e) {
      return List.of(TestOutcome.of("", new Seen.Fault(e.toString())));
    }
  }
}
