package kata28;

import dojo.random.RandomKey;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Kata 28: masks for many examples, drawn by several threads. */
public final class ThreadedMasks {
  private ThreadedMasks() {}

  /**
   * Draws a mask for each example; the threads take turns.
   *
   * @param examples the numbers of the examples, from 0, in any order; they stay as they are
   * @param size the number of elements of a mask
   * @param p the drop probability, in [0, 1]
   * @param key the randomness of all masks
   * @param threads how many threads draw, at least 1
   * @return 1 where an element is kept, 0 where it is dropped, [examples, size]
   */
  public static float[][] masks(int[] examples, int size, double p, RandomKey key, int threads) {
    float[][] masks = new float[examples.length][size];
    ThreadLocal<long[]> next = ThreadLocal.withInitial(() -> new long[1]);
    inParallel(
        threads,
        thread -> {
          for (int k = thread; k < examples.length; k += threads) {
            for (int j = 0; j < size; j++) {
              long n = next.get()[0]++;
              masks[k][j] = key.uniform(n) < 1 - p ? 1 : 0;
            }
          }
        });
    return masks;
  }

  /** Gives each of so many new threads its number, from 0, and waits for all of them. */
  private static void inParallel(int threads, IntConsumer work) {
    List<Thread> all =
        IntStream.range(0, threads).mapToObj(t -> new Thread(() -> work.accept(t))).toList();
    all.forEach(Thread::start);
    for (Thread thread : all) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while masks were drawn", e);
      }
    }
  }
}
