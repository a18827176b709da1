package dojo.practice;

import dojo.kata.TestOutcome;
import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.machine.Printed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JVM that runs the tests of one kata, in a folder of its own: started before it is known which
 * kata that will be, so that it warms up in the meantime, and killed when its time is over.
 */
final class StudentProcess implements AutoCloseable {
  /** How many characters of what a student prints are shown. */
  private static final int PRINTED = 2_000;

  /** How many lines of it: the verdict must stay on the screen. */
  private static final int LINES = 20;

  /** How often its time is looked at. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private final BriefFolder scratch = new BriefFolder();
  private final ResultFiles results;
  private final ChildProcess process;
  private final Printed printed;

  /**
   * How the JVM ended.
   *
   * @param exceeded the limit for which it was killed; zero if it was not
   * @param exit its exit code
   * @param printed the beginning of what it printed
   * @param outcomes what the tests saw; nothing if they did not come to their end
   * @param lastTest the test that was started last; empty if none was
   */
  record End(
      Duration exceeded,
      int exit,
      String printed,
      Optional<List<TestOutcome>> outcomes,
      String lastTest) {}

  /**
   * Starts the JVM; it waits for {@link #run}.
   *
   * @throws UncheckedIOException if there is no place for its folder, or it cannot be started
   */
  StudentProcess() {
    try {
      results = ResultFiles.expect(folder());
      ProcessBuilder builder = Jdk.running().java(Os.current(), arguments(folder()));
      process = ChildProcess.start(builder.redirectErrorStream(true));
    } catch (IOException | UncheckedIOException e) {
      scratch.close();
      throw e instanceof UncheckedIOException known
          ? known
          : new UncheckedIOException((IOException) e);
    }
    printed = process.printed(PRINTED);
  }

  private static List<String> arguments(Path folder) {
    List<String> arguments = new ArrayList<>(List.of("-cp", ClassPath.text()));
    arguments.addAll(
        List.of("-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    arguments.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
    arguments.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    arguments.addAll(List.of(StudentMain.class.getName(), folder.toString()));
    return arguments;
  }

  /** Returns the folder that takes the classes. */
  Path folder() {
    return scratch.folder();
  }

  /** Returns whether it still waits for a kata. */
  boolean isWaiting() {
    return process.isAlive();
  }

  /** Lets it run the tests of another folder, so that it has done so once before it counts. */
  void rehearse(Path classes, String testClass, Map<String, String> parameters) {
    process.input(new Task(true, classes, testClass, parameters).bytes());
  }

  /**
   * Lets it run the tests, whose classes are in the folder now, and waits for its end.
   *
   * @throws IOException if the results are those of the tests, but cannot be understood
   */
  End run(String testClass, Map<String, String> parameters, Limit limit) throws IOException {
    Duration before = process.worked();
    long start = System.nanoTime();
    process.input(new Task(false, folder(), testClass, parameters).bytes());
    process.endInput();
    Duration exceeded = Duration.ZERO;
    while (exceeded.isZero() && !process.awaitFor(LOOK)) {
      Duration passed = Duration.ofNanos(System.nanoTime() - start);
      exceeded = limit.exceeded(process.worked().minus(before), passed);
    }
    process.end();
    int exit = process.await();
    return new End(
        exceeded,
        exit,
        firstLines(printed.text()),
        exceeded.isZero() ? results.read() : Optional.empty(),
        results.lastTest().orElse(""));
  }

  private static String firstLines(String text) {
    List<String> lines = text.lines().toList();
    return lines.size() <= LINES
        ? text
        : String.join("\n", lines.subList(0, LINES)) + "\n" + Printed.MORE;
  }

  /** Kills it and everything that it started, and deletes its folder. */
  @Override
  public void close() {
    process.close();
    scratch.close();
  }
}
