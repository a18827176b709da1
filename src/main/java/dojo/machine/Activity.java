package dojo.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have done so far.
 *
 * @param worked for how long processors worked for them
 * @param waited for how long their threads were ready to work, but no processor was free; zero
 *     where the system does not tell
 */
public record Activity(Duration worked, Duration waited) {

  /** Looks at processes; those that have ended have done nothing. */
  static Activity of(List<ProcessHandle> processes) {
    Duration worked = Duration.ZERO;
    Duration waited = Duration.ZERO;
    for (ProcessHandle each : processes) {
      worked = worked.plus(each.info().totalCpuDuration().orElse(Duration.ZERO));
      waited = waited.plus(waited(Path.of("/proc", Long.toString(each.pid()), "task")));
    }
    return new Activity(worked, waited);
  }

  /** Linux tells it of each thread, as the second number, in nanoseconds. */
  private static Duration waited(Path threads) {
    if (!Files.isDirectory(threads)) {
      return Duration.ZERO;
    }
    try (Stream<Path> all = Files.list(threads)) {
      return all.map(thread -> waitedOne(thread.resolve("schedstat")))
          .reduce(Duration.ZERO, Duration::plus);
    } catch (IOException | UncheckedIOException e) {
      return Duration.ZERO; // it ends at this moment
    }
  }

  private static Duration waitedOne(Path schedstat) {
    try {
      return Duration.ofNanos(Long.parseLong(Files.readString(schedstat).split(" ", -1)[1]));
    } catch (IOException | RuntimeException e) {
      return Duration.ZERO; // the thread has ended, or this kernel does not count
    }
  }

  /**
   * Returns what was done since an earlier look.
   *
   * @param before the earlier look
   * @return the difference; never less than zero, although what has ended is not counted any more
   */
  public Activity since(Activity before) {
    return new Activity(difference(worked, before.worked), difference(waited, before.waited));
  }

  private static Duration difference(Duration now, Duration before) {
    return now.compareTo(before) > 0 ? now.minus(before) : Duration.ZERO;
  }
}
