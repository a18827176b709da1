package dojo.grade;

import dojo.machine.Activity;
import dojo.machine.ChildProcess;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A process that works when it is its turn. Meanwhile it is watched, and it is ended when it takes
 * too long.
 */
final class WatchedProcess implements AutoCloseable {
  /** How often it is looked at. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** How long it may take to end after it has closed its output. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** How long after its end its streams may stay open: what it has started may hold them. */
  private static final Duration LOOSE_END = Duration.ofSeconds(10);

  private static final long OURS = Long.MAX_VALUE;

  private final ChildProcess process;
  private final AtomicReference<Limits> limits;
  private final AtomicInteger task = new AtomicInteger();
  private final AtomicInteger kata = new AtomicInteger();
  private final AtomicLong turn = new AtomicLong(OURS); // since when it is its turn
  private final AtomicLong ownWork = new AtomicLong(); // of this JVM's thread, for this task
  private final AtomicLong ownStart = new AtomicLong();
  private final AtomicBoolean tookTooLong = new AtomicBoolean();
  private final AtomicLong ended = new AtomicLong(OURS);
  private final AtomicReference<Duration> worked = new AtomicReference<>(Duration.ZERO);

  /** Starts it. What this thread has done before is held against nobody. */
  WatchedProcess(ProcessBuilder builder, Limits limits) {
    this.limits = new AtomicReference<>(limits);
    this.ownStart.set(ownTime());
    this.process = ChildProcess.start(builder.redirectError(ProcessBuilder.Redirect.DISCARD));
    Thread watch = new Thread(this::watch, "watch a process");
    watch.setDaemon(true);
    watch.start();
  }

  InputStream output() {
    return process.output();
  }

  OutputStream input() {
    return process.input();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The limit of the time that passes counts from now on. */
  void nextKata() {
    kata.incrementAndGet();
    nextTask();
  }

  /** The limits of its work count from now on. */
  void nextTask() {
    ownWork.set(0);
    ownStart.set(ownTime()); // another thread may ask from now on
    task.incrementAndGet();
  }

  /** It is asked for something. What this thread has done since its last answer counts, too. */
  void theirTurn() {
    long worked = ownWork.addAndGet(ownTime() - ownStart.get());
    if (worked > limits().work().toNanos()) {
      tookTooLong.set(true);
      kill();
    }
    turn.set(System.nanoTime());
  }

  /** It has answered. */
  void ourTurn() {
    turn.set(OURS);
    ownStart.set(ownTime());
  }

  private static long ownTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** For how long processors have worked for it; once it has ended, as far as was looked. */
  Duration worked() {
    activity();
    return Objects.requireNonNull(worked.get()); // it never holds null
  }

  /** Nothing is known of a process that has ended, so what was seen before is kept. */
  private Activity activity() {
    Activity now = process.activity();
    worked.accumulateAndGet(now.worked(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    return now;
  }

  /** Whether it was ended because it took too long. */
  boolean tookTooLong() {
    return tookTooLong.get();
  }

  Limits limits() {
    return Objects.requireNonNull(limits.get()); // it never holds null
  }

  /** Gives it other limits from now on. */
  void limit(Limits next) {
    limits.set(next);
  }

  /** Whether it has ended, but something that it left behind holds its streams open. */
  boolean isStuck() {
    return turn.get() != OURS && System.nanoTime() - ended.get() > LOOSE_END.toNanos();
  }

  private void watch() {
    try {
      watchUntilItEnds();
    } catch (CancellationException e) {
      close(); // this program ends
    }
  }

  private void watchUntilItEnds() {
    Usage usage = Usage.NONE;
    while (!process.awaitFor(LOOK)) {
      long since = turn.get();
      if (since != OURS) {
        usage = usage.look(System.nanoTime(), since, task.get(), kata.get(), activity());
        if (usage.exceeds(limits())) {
          tookTooLong.set(true);
          kill();
        }
      }
    }
    kill();
  }

  private void kill() {
    process.end();
    ended.compareAndSet(OURS, System.nanoTime());
  }

  /**
   * Ends it, if it has not ended yet.
   *
   * @return its exit code
   */
  int end() {
    try {
      if (!process.awaitFor(FAREWELL)) {
        kill();
      }
      return process.await();
    } catch (CancellationException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
