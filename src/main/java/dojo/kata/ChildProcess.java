package dojo.kata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that runs the tests of one kata.
 *
 * @param folder the classes, and the place for the results
 * @param testClass the test to run
 * @param parameters the configuration of the run
 */
record ChildProcess(Path folder, String testClass, Map<String, String> parameters) {
  /** What a student prints is shown up to here; a flood is read and forgotten. */
  private static final int PRINTED = 2_000;

  /**
   * How the JVM ended.
   *
   * @param killed whether its time was over
   * @param exit its exit code
   * @param printed the beginning of what it printed
   */
  record End(boolean killed, int exit, String printed) {}

  End run(Duration limit) throws IOException {
    Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    CompletableFuture<String> printed =
        CompletableFuture.supplyAsync(() -> drain(process.getInputStream()));
    boolean killed = true;
    try {
      killed = !process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the reader of the notebook stopped the cell
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new End(killed, killed ? -1 : process.exitValue(), printed.join());
  }

  private List<String> command() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", ClassPath.text()));
    command.addAll(List.of("-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of(Child.class.getName(), folder.toString(), testClass));
    parameters.forEach((name, value) -> command.add(name + "=" + value));
    return command;
  }

  private static String drain(InputStream in) {
    StringBuilder kept = new StringBuilder();
    byte[] buffer = new byte[8192];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (kept.length() < PRINTED) {
          kept.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      kept.append('\n'); // the stream of a killed process
    }
    return kept.length() > PRINTED ? kept.substring(0, PRINTED) + "\n…" : kept.toString();
  }
}
