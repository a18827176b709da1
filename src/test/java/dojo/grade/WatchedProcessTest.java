package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dojo.machine.Jdk;
import dojo.machine.Os;
import dojo.random.RandomKey;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedProcessTest {
  private static final Limits LIMITS = Limits.of(Duration.ofSeconds(2));

  @Test
  void what_the_thread_that_starts_it_did_before_is_not_held_against_it() {
    long enough = 2 * LIMITS.work().toNanos();
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < enough) {
      RandomKey.of(1).split(1);
    }
    ProcessBuilder waits = Jdk.running().java(Os.current(), List.of("-version"));
    try (WatchedProcess process = new WatchedProcess(waits, LIMITS)) {
      process.theirTurn();
      assertFalse(process.tookTooLong());
    }
  }
}
