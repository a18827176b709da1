package dojo.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A process that never outlives this program, and takes along whatever it has started.
 *
 * <p>A notebook's kernel is a grandchild: Python starts it, and if Python is killed, the kernel
 * lives on. So the whole family is ended: when the process ends, when its time is over, when this
 * is closed, and by a shutdown hook when the reader presses Ctrl-C. Only what a process starts and
 * leaves between two looks at it may escape: they are a hundredth of a second apart while it is
 * young, and up to a second when it is old.
 */
public final class ChildProcess implements AutoCloseable {

  /** Enough for the log of any command that {@link #run} is made for. */
  private static final int LOG = 1 << 20;

  /** How long a killed process may take to be gone. */
  private static final Duration DEATH = Duration.ofSeconds(5);

  /** Any end is waited for. */
  private static final Duration LONG = Duration.ofHours(1);

  private final Process process;
  private final Duration patience;
  private final Family family;
  private final Thread hook;
  private final AtomicLong limit = new AtomicLong(Long.MAX_VALUE); // of the age, in nanoseconds
  private final AtomicBoolean overtime = new AtomicBoolean();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final long start = System.nanoTime();

  private ChildProcess(Process process, Duration patience, Predicate<ProcessHandle> belongs) {
    this.process = process;
    this.patience = patience;
    this.family = new Family(process.toHandle(), belongs);
    this.hook = new Thread(this::stop, "end " + process.pid());
  }

  /**
   * Starts a process that is killed when it is to end, and takes along all that it has started.
   *
   * @param builder the command, its folder and its environment
   * @return the running process
   * @throws UncheckedIOException if the program cannot be started
   */
  public static ChildProcess start(ProcessBuilder builder) {
    return start(builder, Duration.ZERO, handle -> true);
  }

  /**
   * Starts a process.
   *
   * @param builder the command, its folder and its environment
   * @param patience how long it may take to end by itself when it is told to, before it is killed
   * @param belongs which of the processes that it starts end with it
   * @return the running process
   * @throws UncheckedIOException if the program cannot be started
   */
  public static ChildProcess start(
      ProcessBuilder builder, Duration patience, Predicate<ProcessHandle> belongs) {
    try {
      ChildProcess child = new ChildProcess(builder.start(), patience, belongs);
      try {
        Runtime.getRuntime().addShutdownHook(child.hook);
      } catch (IllegalStateException tooLate) {
        child.stop();
      }
      Thread guard = new Thread(child::guard, "guard " + child.process.pid());
      guard.setDaemon(true);
      guard.start();
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a command to its end, without any input.
   *
   * @param builder the command, its folder and its environment
   * @return its exit code and what it printed
   * @throws UncheckedIOException if the program cannot be started
   * @throws CancellationException if this program is being stopped
   */
  public static Output run(ProcessBuilder builder) {
    try (ChildProcess child = start(builder)) {
      Printed printed = child.printed(LOG);
      child.endInput();
      int exit = child.await();
      return new Output(exit, printed.text().strip());
    }
  }

  /**
   * What a command came to.
   *
   * @param exit its exit code
   * @param text its output without the white space around it
   */
  public record Output(int exit, String text) {}

  /** Closes the input of the process, which then reads the end of the stream. */
  public void endInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      family.remember(); // it has ended already, and needs no input
    }
  }

  /**
   * Gives the process some of its input.
   *
   * @param bytes what it can read now
   */
  public void input(byte[] bytes) {
    try {
      OutputStream input = process.getOutputStream();
      input.write(bytes);
      input.flush();
    } catch (IOException e) {
      family.remember(); // it has ended already, and needs no input
    }
  }

  /**
   * Returns what the process prints, for who reads it as bytes.
   *
   * @return the stream, which nobody else reads
   */
  public InputStream output() {
    return process.getInputStream();
  }

  /**
   * Returns what the process reads, for who writes it as bytes.
   *
   * @return the stream
   */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /**
   * Returns what the process and all that it has started have done so far.
   *
   * @return nothing once all have ended
   */
  public Activity activity() {
    return Activity.of(
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList());
  }

  /**
   * Returns whether the process runs.
   *
   * @return whether it has not ended yet
   */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Returns for how long processors have worked for the process itself.
   *
   * @return zero once it has ended; the time since its start where the system does not tell
   */
  public Duration worked() {
    return process.isAlive()
        ? process.info().totalCpuDuration().orElse(Duration.ofNanos(age()))
        : Duration.ZERO;
  }

  /**
   * Hands on what the process prints, line by line, until there is no more.
   *
   * @param each told each line, in UTF-8
   */
  public void lines(Consumer<String> each) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        family.remember();
        each.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads in the background what the process prints.
   *
   * @param cap how many characters to keep
   * @return the beginning of what it prints
   */
  public Printed printed(int cap) {
    return new Printed(process.getInputStream(), cap);
  }

  /**
   * Ends the process, and all that it has started, if it takes too long.
   *
   * @param time how long it may take, from now
   */
  public void endAfter(Duration time) {
    limit.set(age() + time.toNanos());
  }

  /**
   * Returns whether the process was ended because it took too long.
   *
   * @return whether its time was over
   */
  public boolean tookTooLong() {
    return overtime.get();
  }

  /**
   * Waits for the end of the process.
   *
   * @return its exit code
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   */
  public int await() {
    while (!awaitFor(LONG)) {
      family.remember();
    }
    return process.exitValue();
  }

  /**
   * Waits for the end of the process, but only for a while.
   *
   * @param time how long to wait
   * @return whether it has ended
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   */
  public boolean awaitFor(Duration time) {
    try {
      boolean ended = process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
      if (stopped.get()) {
        throw new CancellationException("stopped");
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /**
   * Watches the process: remembers what it starts, ends it when its time is over, and ends what it
   * has left behind.
   */
  private void guard() {
    long left;
    do {
      family.remember();
      left = limit.get() - age();
    } while (left > 0 && !endsWithin(Duration.ofNanos(Math.min(left, pause()))));
    overtime.set(left <= 0 && process.isAlive());
    end();
  }

  /** A young process is looked at often, an old one now and then. */
  private long pause() {
    return Math.min(10_000_000 + age() / 20, 1_000_000_000);
  }

  private long age() {
    return System.nanoTime() - start;
  }

  /** Ends the process and all that it has started; for the shutdown hook. */
  private void stop() {
    stopped.set(true);
    end();
  }

  /** Ends the process and all that it has started. */
  public void end() {
    family.remember();
    if (!patience.isZero() && process.isAlive()) {
      process.toHandle().destroy(); // unlike the process, the handle does not close its output
      endsWithin(patience);
    }
    family.kill();
    endsWithin(DEATH);
  }

  /** Waits for the end of the process, whether or not this thread is interrupted. */
  private boolean endsWithin(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      stopped.set(true); // this program is ending: the hook runs, or has run
    }
  }
}
