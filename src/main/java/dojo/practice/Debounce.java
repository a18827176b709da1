package dojo.practice;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Waits until an editor has come to rest: many write a file in several steps.
 *
 * @param quiet how long nothing may change before a save counts as one
 * @param longest how long a save may take; what changes without end is checked now and then
 * @param katas the numbers of the katas that changed and were not told yet
 * @param first when the first of these changes was seen, in nanoseconds of any clock
 * @param last when the last one was
 */
record Debounce(Duration quiet, Duration longest, Set<Integer> katas, long first, long last) {

  /** Keeps a copy. */
  Debounce {
    katas = Set.copyOf(katas);
  }

  /** Waits for nothing yet. */
  static Debounce of(Duration quiet, Duration longest) {
    return new Debounce(quiet, longest, Set.of(), 0, 0);
  }

  /** Adds what was seen to change now. */
  Debounce with(Set<Integer> changed, long now) {
    if (changed.isEmpty()) {
      return this;
    }
    Set<Integer> all = new TreeSet<>(katas);
    all.addAll(changed);
    return new Debounce(quiet, longest, all, katas.isEmpty() ? now : first, now);
  }

  /** Returns how long it waits from now on; zero if what changed can be told. */
  Duration left(long now) {
    long rest = Math.min(last + quiet.toNanos(), first + longest.toNanos()) - now;
    return Duration.ofNanos(Math.max(0, rest));
  }

  /** Returns whether something changed that can be told. */
  boolean isDue(long now) {
    return !katas.isEmpty() && left(now).isZero();
  }

  /** Forgets what was told. */
  Debounce told() {
    return of(quiet, longest);
  }
}
