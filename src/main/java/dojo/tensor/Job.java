package dojo.tensor;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A computation in pieces. Threads take the pieces one by one, so that a slow core delays no other.
 */
final class Job {
  /** How often to check whether the last pieces are done before yielding the core. */
  private static final int LOOKS = 1000;

  private final int pieces;
  private final IntConsumer compute;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * Makes a job.
   *
   * @param pieces how many
   * @param compute computes one of them, on any thread
   */
  Job(int pieces, IntConsumer compute) {
    this.pieces = pieces;
    this.compute = compute;
  }

  /** Computes pieces until all are taken. */
  void work() {
    for (int piece = taken.getAndIncrement(); piece < pieces; piece = taken.getAndIncrement()) {
      try {
        compute.accept(piece);
      } catch (Throwable t) { // rethrown to the waiting thread
        failure.compareAndSet(null, t);
      } finally {
        done.incrementAndGet();
      }
    }
  }

  /** Waits for the pieces that other threads took, a matter of microseconds. */
  @SuppressWarnings("ThreadPriorityCheck") // yields only to programs that need the core
  void await() {
    for (int look = 0; done.get() < pieces; look++) {
      if (look < LOOKS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    Throwable t = failure.get();
    if (t instanceof Error e) {
      throw e;
    }
    if (t instanceof RuntimeException e) {
      throw e;
    }
  }
}
