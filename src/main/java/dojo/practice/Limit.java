package dojo.practice;

import java.time.Duration;

/**
 * How long the tests of a kata may take.
 *
 * <p>A machine that is busy with something else, such as an editor that reads a project, lets a
 * right answer wait. So a short limit counts the time for which a processor worked, and only a
 * longer one the time that passed.
 *
 * @param work how long a processor may work for them
 * @param time how much time may pass
 */
record Limit(Duration work, Duration time) {

  /** As long as a class that sleeps, or waits for itself, may hold up what has a short limit. */
  private static final int PATIENCE = 3;

  /** Returns a limit of the time that passes. */
  static Limit ofTime(Duration time) {
    return new Limit(time.plus(time), time); // no processor works for more time than passes
  }

  /** Returns a limit of the time for which a processor works. */
  static Limit ofWork(Duration work) {
    return new Limit(work, work.multipliedBy(PATIENCE));
  }

  /**
   * Returns what is exceeded.
   *
   * @param worked how long a processor worked so far
   * @param passed how much time has passed so far
   * @return the limit that is exceeded; zero if none is
   */
  Duration exceeded(Duration worked, Duration passed) {
    return worked.compareTo(work) >= 0 ? work : passed.compareTo(time) >= 0 ? time : Duration.ZERO;
  }
}
