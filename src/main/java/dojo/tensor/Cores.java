package dojo.tensor;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shares the cores of this machine among computations.
 *
 * <p>Work is split by its outputs, so that every number is computed by one thread in one order: the
 * number of cores changes the time, never a bit.
 *
 * <p>Code that runs several computations side by side {@linkplain #claim claims} a core for each;
 * the cores that are left help. The option {@code -XX:ActiveProcessorCount} of {@code java} sets
 * the number of cores.
 */
public final class Cores {
  private static final AtomicInteger CLAIMED = new AtomicInteger();

  /** The one computation that is being shared; a second one stays on its own thread. */
  private static final AtomicReference<@Nullable Job> OFFER = new AtomicReference<>();

  /** Fewer numbers than this are not worth handing to a second core. */
  private static final int NUMBERS = 1 << 14;

  private static final Helper[] HELPERS =
      new Helper[Runtime.getRuntime().availableProcessors() - 1];

  static {
    for (int i = 0; i < HELPERS.length; i++) {
      HELPERS[i] = new Helper(OFFER);
    }
  }

  private Cores() {}

  /** A core in use, until it is closed. */
  public interface Claim extends AutoCloseable {
    @Override
    void close();
  }

  /** Computes the outputs in a range, and touches no others. */
  @FunctionalInterface
  public interface Range {
    /**
     * Computes these outputs.
     *
     * @param from the first
     * @param to the one after the last
     */
    void compute(int from, int to);
  }

  /**
   * Takes a core for the calling thread: from now on there is one less to help others.
   *
   * @return the claim, to be closed when the work is done
   */
  public static Claim claim() {
    CLAIMED.incrementAndGet();
    return CLAIMED::decrementAndGet;
  }

  /**
   * Returns how many computations run side by side.
   *
   * @return the claims that are not closed; 0 if nobody has claimed a core
   */
  public static int claimed() {
    return CLAIMED.get();
  }

  /**
   * Ends a long computation whose thread was interrupted, as by a notebook's stop button; whatever
   * computes for longer than a moment calls it now and then.
   *
   * @param what the computation, for the message
   * @throws CancellationException if the thread was interrupted since it last asked
   */
  public static void requireNoInterrupt(String what) {
    if (Thread.interrupted()) {
      throw new CancellationException(what + " was interrupted");
    }
  }

  /**
   * Computes numbers that take a nanosecond or so each, on this thread and the cores that are free.
   *
   * @param size how many numbers there are
   * @param range computes some of them
   */
  public static void share(int size, Range range) {
    share(size, NUMBERS, range);
  }

  /**
   * Computes outputs on this thread and on the cores that are free.
   *
   * @param size how many outputs there are
   * @param grain they are split at multiples of this number
   * @param range computes some of them
   */
  public static void share(int size, int grain, Range range) {
    int helpers = HELPERS.length - Math.max(0, CLAIMED.get() - 1);
    int grains = (size + grain - 1) / grain;
    int pieces = Math.min(1 + helpers, grains);
    if (pieces < 2) {
      range.compute(0, size);
      return;
    }
    Job job =
        new Job(
            pieces,
            piece ->
                range.compute(
                    (int) ((long) grains * piece / pieces) * grain,
                    Math.min((int) ((long) grains * (piece + 1) / pieces) * grain, size)));
    if (!OFFER.compareAndSet(null, job)) {
      range.compute(0, size);
      return;
    }
    for (int helper = 0; helper < pieces - 1; helper++) {
      HELPERS[helper].wake();
    }
    job.work();
    OFFER.set(null);
    job.await();
  }
}
