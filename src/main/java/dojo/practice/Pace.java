package dojo.practice;

import java.time.Duration;

/**
 * How often the files are looked at: seldom where the system tells of changes, often where it does
 * not.
 *
 * @param told whether the system tells of changes, as far as is known
 * @param look how long the last look took
 */
record Pace(boolean told, Duration look) {

  /** A change of which nothing was told is found this late, once. */
  private static final Duration SELDOM = Duration.ofSeconds(1);

  private static final Duration OFTEN = Duration.ofMillis(250);

  /** Over a slow network, a look takes longer: then nine tenths of the time are for others. */
  private static final int SHARE = 10;

  /** Begins. */
  static Pace of(boolean told) {
    return new Pace(told, Duration.ZERO);
  }

  /** Returns how long to wait for the next look if nothing is told. */
  Duration pause() {
    Duration gentle = look.multipliedBy(SHARE);
    Duration usual = told ? SELDOM : OFTEN;
    return gentle.compareTo(usual) > 0 ? gentle : usual;
  }

  /** Notes how long a look took. */
  Pace withLook(Duration time) {
    return new Pace(told, time);
  }

  /** Notes that something changed of which nothing was told: it will be so again. */
  Pace untold() {
    return new Pace(false, look);
  }
}
