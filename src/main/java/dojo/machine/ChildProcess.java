package dojo.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A process that never outlives this one, and takes along whatever it has started.
 *
 * <p>A notebook's kernel is a grandchild: Python starts it, and if Python is killed, the kernel
 * lives on, and loops on. So the whole tree is ended: when this is closed, and by a shutdown hook
 * when the reader presses Ctrl-C.
 */
public final class ChildProcess implements AutoCloseable {

  private final Process process;
  private final Duration patience;
  private final Thread hook;
  private final Set<ProcessHandle> family = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  private ChildProcess(Process process, Duration patience) {
    this.process = process;
    this.patience = patience;
    this.hook = new Thread(this::stop, "end " + process.pid());
  }

  /** Starts a process that is ended without being asked. */
  public static ChildProcess start(ProcessBuilder builder) {
    return start(builder, Duration.ZERO);
  }

  /**
   * Starts a process.
   *
   * @param builder the command
   * @param patience how long it may take to end by itself when it is told to
   * @return the running process
   * @throws UncheckedIOException if the program cannot be started
   */
  public static ChildProcess start(ProcessBuilder builder, Duration patience) {
    try {
      ChildProcess child = new ChildProcess(builder.start(), patience);
      try {
        Runtime.getRuntime().addShutdownHook(child.hook);
      } catch (IllegalStateException tooLate) {
        child.stop();
      }
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a short command to its end.
   *
   * @param builder the command
   * @return its exit code and everything it printed
   * @throws UncheckedIOException if the program cannot be started
   */
  public static Output run(ProcessBuilder builder) {
    try (ChildProcess child = start(builder)) {
      child.process.getOutputStream().close();
      String text =
          new String(child.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(child.await(), text.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a command came to: its exit code, and its output without the white space around it. */
  public record Output(int exit, String text) {}

  public Process process() {
    return process;
  }

  /**
   * Remembers the processes started so far, so that they are ended even if the one between dies
   * first and its children can no longer be found.
   */
  public void remember() {
    process.descendants().forEach(family::add);
  }

  /**
   * Waits for the end of the process.
   *
   * @return its exit code
   * @throws CancellationException if this program is being stopped
   */
  public int await() {
    int exit = process.onExit().join().exitValue();
    if (stopped) {
      throw new CancellationException("stopped");
    }
    return exit;
  }

  /** Ends the process and all that it has started; for the shutdown hook. */
  private void stop() {
    stopped = true;
    end();
  }

  /** Ends the process and all that it has started. */
  public void end() {
    remember();
    if (!patience.isZero() && process.isAlive()) {
      process.toHandle().destroy(); // unlike the process, the handle does not close its output
      process.onExit().completeOnTimeout(process, patience.toSeconds(), TimeUnit.SECONDS).join();
    }
    endTree(process.toHandle());
    family.forEach(ChildProcess::endTree);
  }

  /** Ends a process, then what it had started by then: in this order it can start nothing more. */
  private static void endTree(ProcessHandle handle) {
    List<ProcessHandle> children = new ArrayList<>(handle.children().toList());
    handle.destroyForcibly();
    children.forEach(ChildProcess::endTree);
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      stopped = true; // this program is ending: the hook runs, or has run
    }
  }
}
