package dojo.practice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that runs the tests of one kata: started early, so that it warms up while the kata is still
 * being compiled, and killed when its time is over.
 */
final class StudentProcess implements AutoCloseable {
  /** What a student prints is shown up to here; a flood is read and forgotten. */
  private static final int PRINTED = 2_000;

  private final Process process;
  private final Thread reader;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  /**
   * How the JVM ended.
   *
   * @param killed whether its time was over
   * @param exit its exit code
   * @param printed the beginning of what it printed
   */
  record End(boolean killed, int exit, String printed) {}

  /** Starts the JVM; it waits for {@link #run}. */
  StudentProcess(Path folder, String testClass, Map<String, String> parameters) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(folder, testClass, parameters));
    // a machine started with these says so, in the middle of what the student's code prints
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    process = builder.redirectErrorStream(true).start();
    reader = new Thread(() -> drain(process.getInputStream()), "dojo-printed");
    reader.setDaemon(true);
    reader.start();
  }

  private static List<String> command(
      Path folder, String testClass, Map<String, String> parameters) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", ClassPath.text()));
    command.addAll(List.of("-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Djava.awt.headless=true", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of(StudentMain.class.getName(), folder.toString(), testClass));
    parameters.forEach((name, value) -> command.add(name + "=" + value));
    return command;
  }

  /** Lets it run the tests, which are compiled now, and waits for its end. */
  End run(Duration limit) {
    boolean ended = false;
    try {
      process.getOutputStream().close(); // what it waits for
      ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      close();
      reader.join(1_000); // a process that the student's class left behind may hold the stream
    } catch (IOException e) {
      ended = true; // it died before it could be told to go
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the reader of a notebook stopped the cell
    }
    close();
    return new End(!ended, ended ? process.exitValue() : -1, text());
  }

  private String text() {
    String text = printed.toString(StandardCharsets.UTF_8);
    return text.length() > PRINTED ? text.substring(0, PRINTED) + "\n…" : text;
  }

  private void drain(InputStream in) {
    byte[] buffer = new byte[8192];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (printed.size() <= PRINTED) {
          printed.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      printed.write('\n'); // the stream of a killed process
    }
  }

  /** Kills it and everything that it started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
