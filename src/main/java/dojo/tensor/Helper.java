package dojo.tensor;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread that takes part in the computations that are offered to it.
 *
 * <p>Between two products of one training step lie microseconds, and a sleeping thread takes fifty
 * to wake. So it polls for the next offer for a while, then yields to other programs, then sleeps.
 * Polling alone would starve the other programs of a shared machine.
 */
final class Helper implements Runnable {
  private static final int LOOKS = 1000;
  private static final int YIELDS = 1000;

  private final AtomicReference<@Nullable Job> offer;
  private final Thread thread = new Thread(this, "helper");
  private final AtomicBoolean asleep = new AtomicBoolean();

  /** Starts a thread that lives as long as the program, and does not keep it alive. */
  Helper(AtomicReference<@Nullable Job> offer) {
    this.offer = offer;
    thread.setDaemon(true);
    thread.start();
  }

  /** Announces an offer. */
  void wake() {
    if (asleep.get()) {
      LockSupport.unpark(thread);
    }
  }

  @Override
  @SuppressWarnings("ThreadPriorityCheck") // yields only to programs that need the core
  public void run() {
    @Nullable Job last = null;
    for (int look = 0; ; look++) {
      Job job = offer.get();
      if (job != null && job != last) {
        job.work();
        last = job;
        look = 0;
      } else if (look < LOOKS) {
        Thread.onSpinWait();
      } else if (look < LOOKS + YIELDS) {
        Thread.yield();
      } else {
        sleep(last);
      }
    }
  }

  /** Sleeps unless something was offered since: {@link #wake} looks after the offer is made. */
  private void sleep(@Nullable Job last) {
    asleep.set(true);
    Job job = offer.get();
    if (job == null || job == last) {
      LockSupport.park(this);
    }
    asleep.set(false);
  }
}
