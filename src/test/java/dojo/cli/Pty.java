package dojo.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program in a pseudo-terminal of its own, and what it has written there since a text was waited
 * for. Python makes the terminal.
 */
final class Pty implements AutoCloseable {
  /** Long enough for a machine that does much else; nothing waits for so long if all is well. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String SPAWN = "import pty, sys; pty.spawn(sys.argv[1:])";

  private final Process process;
  private final StringBuilder written = new StringBuilder();
  private final Thread reader;

  private Pty(ProcessBuilder builder) throws IOException {
    process = builder.redirectErrorStream(true).start();
    reader = new Thread(this::read, "screen");
    reader.setDaemon(true);
    reader.start();
  }

  /** Runs a shell's script in a terminal of 100 columns and 40 lines. */
  static Pty run(String script, Map<String, String> environment) throws IOException {
    return start(
        List.of("python3", "-c", SPAWN, "sh", "-c", "stty cols 100 rows 40; " + script),
        environment);
  }

  /** Runs a shell's script without a terminal. */
  static Pty runWithout(String script, Map<String, String> environment) throws IOException {
    return start(List.of("sh", "-c", script), environment);
  }

  private static Pty start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.environment().putAll(environment);
    return new Pty(builder);
  }

  private void read() {
    byte[] buffer = new byte[8192];
    try (InputStream stream = process.getInputStream()) {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        synchronized (written) {
          written.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
          written.notifyAll();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types. */
  void type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Waits for a text; returns what was written up to its end, and forgets that. */
  String await(String text) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    synchronized (written) {
      while (written.indexOf(text) < 0) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          fail("\"" + text + "\" was not written, but\n" + written);
        }
        written.wait(Math.max(1, left / 1_000_000));
      }
      int end = written.indexOf(text) + text.length();
      String before = written.substring(0, end);
      written.delete(0, end);
      return before;
    }
  }

  /** Returns the processes that the program has started, and those that these have. */
  List<ProcessHandle> descendants() {
    return process.toHandle().descendants().toList();
  }

  @Override
  public void close() {
    List<ProcessHandle> all = descendants();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
