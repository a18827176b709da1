package dojo.practice;

import dojo.machine.ChildProcess;
import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.machine.Printed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM that runs the tests of one kata: started early, so that it warms up while the kata is still
 * being compiled, and killed when its time is over.
 */
final class StudentProcess implements AutoCloseable {
  /** How many characters of what a student prints are shown. */
  private static final int PRINTED = 2_000;

  private final ChildProcess process;
  private final Printed printed;

  /**
   * How the JVM ended.
   *
   * @param killed whether its time was over
   * @param exit its exit code
   * @param printed the beginning of what it printed
   */
  record End(boolean killed, int exit, String printed) {}

  /** Starts the JVM; it waits for {@link #run}. */
  StudentProcess(Path folder, String testClass, Map<String, String> parameters) {
    ProcessBuilder builder =
        Jdk.running().java(Os.current(), arguments(folder, testClass, parameters));
    process = ChildProcess.start(builder.redirectErrorStream(true));
    printed = process.printed(PRINTED);
  }

  private static List<String> arguments(
      Path folder, String testClass, Map<String, String> parameters) {
    List<String> arguments = new ArrayList<>(List.of("-cp", ClassPath.text()));
    arguments.addAll(
        List.of("-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    arguments.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
    arguments.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    arguments.addAll(List.of(StudentMain.class.getName(), folder.toString(), testClass));
    parameters.forEach((name, value) -> arguments.add(name + "=" + value));
    return arguments;
  }

  /** Lets it run the tests, which are compiled now, and waits for its end. */
  End run(Duration limit) {
    process.endAfter(limit);
    process.endInput(); // what it waits for
    int exit = process.await();
    process.end();
    return new End(process.tookTooLong(), exit, printed.text());
  }

  /** Kills it and everything that it started. */
  @Override
  public void close() {
    process.close();
  }
}
