package dojo.grade;

import dojo.words.Sentence;
import java.time.Duration;
import java.util.Optional;

/** How long it will take to grade the rest of a class. */
public final class Estimate {
  private Estimate() {}

  /**
   * Estimates by the time that those took that are graded.
   *
   * @param graded how many were graded; those of an earlier run do not count
   * @param left how many are not
   * @param passed how long it took so far
   * @return a clause such as "about 12 min left"; nothing as long as nothing is known
   */
  public static Optional<Sentence> of(int graded, int left, Duration passed) {
    if (graded == 0 || left == 0) {
      return Optional.empty();
    }
    long seconds = passed.toSeconds() * left / graded;
    return Optional.of(
        seconds < 90
            ? Sentence.of(Estimate.class, "seconds-left", Math.max(1, seconds))
            : seconds < 90 * 60
                ? Sentence.of(Estimate.class, "minutes-left", (seconds + 30) / 60)
                : Sentence.of(Estimate.class, "hours-left", (seconds + 1800) / 3600));
  }
}
