package dojo.train;

import dojo.tensor.Cores;
import dojo.words.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Says in a notebook how far a long cell is, on a line that overwrites itself and goes at the end.
 *
 * <p>Elsewhere, and in a trial of an experiment, which speaks for all of its trials, it is silent.
 * What it says starts and ends with a carriage return: by this a run of the notebook without a
 * browser knows it, shows it in the terminal, and leaves it out of the page.
 */
public final class Ticker implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final PrintStream out;
  private final boolean heard;
  private final LongSupplier clock;
  private final String key;
  private final int of;
  private final AtomicLong next;
  private final AtomicInteger shown = new AtomicInteger(); // letters

  Ticker(PrintStream out, boolean heard, LongSupplier clock, String key, int of) {
    this.out = out;
    this.heard = heard;
    this.clock = clock;
    this.key = key;
    this.of = of;
    this.next = new AtomicLong(clock.getAsLong() + LONG.toNanos());
  }

  /**
   * Begins to say how far a computation is.
   *
   * @param key of the sentence that says it, in the words of this room: {@code "epochs"}, {@code
   *     "runs"}
   * @param of how many there will be
   * @return what is to be told of each, and closed at the end
   */
  public static Ticker of(String key, int of) {
    // Jupyter tells each kernel who its parent is
    boolean heard = System.getenv("JPY_PARENT_PID") != null && Cores.claimed() == 0;
    return new Ticker(System.out, heard, System::nanoTime, key, of);
  }

  /**
   * Says how many are done, if the last time was not just now.
   *
   * @param done how many
   */
  public void done(int done) {
    if (heard && clock.getAsLong() - next.get() >= 0) {
      next.set(clock.getAsLong() + PAUSE.toNanos());
      say(Words.of(Ticker.class, Words.surroundings()).say(key, done, of));
    }
  }

  /** Removes the line, if there was one. */
  @Override
  public void close() {
    if (shown.get() > 0) {
      say("");
    }
  }

  private void say(String text) {
    int before = shown.getAndSet(text.length());
    out.print("\r" + text + " ".repeat(Math.max(0, before - text.length())) + "\r");
    out.flush();
  }
}
