package dojo.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoresTest {

  @ParameterizedTest
  @CsvSource({"0, 32", "1, 32", "31, 32", "32, 32", "33, 32", "64, 32", "1000, 32", "7, 1"})
  void every_output_is_computed_once_and_split_only_at_the_grain(int size, int grain) {
    for (int round = 0; round < 200; round++) {
      int[] times = new int[size];
      Cores.share(
          size,
          grain,
          (from, to) -> {
            assertTrue(from % grain == 0 && (to % grain == 0 || to == size));
            for (int i = from; i < to; i++) {
              times[i]++;
            }
          });
      int[] once = new int[size];
      Arrays.fill(once, 1);
      assertArrayEquals(once, times);
    }
  }

  /** They have one offer between them, so some compute alone: all of it, in any case. */
  @Test
  void several_threads_may_share_at_once() {
    List<Long> sums =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(
                thread -> {
                  long[] parts = new long[1000];
                  for (int round = 0; round < 100; round++) {
                    Cores.share(1000, 10, (from, to) -> fill(parts, from, to));
                  }
                  return Arrays.stream(parts).sum();
                })
            .toList();
    assertEquals(Set.of(999L * 1000 / 2), Set.copyOf(sums));
  }

  private static void fill(long[] parts, int from, int to) {
    for (int i = from; i < to; i++) {
      parts[i] = i;
    }
  }

  @Test
  void with_all_cores_claimed_a_thread_computes_alone() {
    Cores.Claim[] all =
        IntStream.rangeClosed(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(i -> Cores.claim())
            .toArray(Cores.Claim[]::new);
    try {
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      for (int round = 0; round < 200; round++) {
        Cores.share(1000, 1, (from, to) -> threads.add(Thread.currentThread()));
      }
      assertEquals(Set.of(Thread.currentThread()), threads);
    } finally {
      for (Cores.Claim claim : all) {
        claim.close();
      }
    }
  }

  @Test
  void the_first_claim_is_the_core_of_the_caller_and_each_further_one_takes_a_helper() {
    int cores = Runtime.getRuntime().availableProcessors();
    assumeTrue(cores > 1);
    assertEquals(cores, pieces());
    try (Cores.Claim own = Cores.claim()) {
      assertEquals(cores, pieces());
      try (Cores.Claim other = Cores.claim()) {
        assertEquals(cores - 1, pieces());
      }
      assertEquals(cores, pieces());
    }
  }

  private static int pieces() {
    AtomicInteger pieces = new AtomicInteger();
    Cores.share(1000, 1, (from, to) -> pieces.incrementAndGet());
    return pieces.get();
  }

  @ParameterizedTest
  @CsvSource({"0", "900"})
  void a_failure_in_any_part_reaches_the_caller_and_the_next_job_runs(int bad) {
    IllegalStateException failure = new IllegalStateException("no");
    Cores.Range failing =
        (from, to) -> {
          if (from <= bad && bad < to) {
            throw failure;
          }
        };
    for (int round = 0; round < 50; round++) {
      assertSame(
          failure, assertThrows(IllegalStateException.class, () -> Cores.share(1000, 1, failing)));
    }
    every_output_is_computed_once_and_split_only_at_the_grain(1000, 1);
  }
}
