package dojo.grade;

import dojo.expect.KataTest;
import java.time.Duration;

/**
 * How long a process may take: for a task, which is a test or the compiling of a kata, and for all
 * tests of a kata.
 *
 * <p>A verdict must not depend on what else the machine has to do. So the time counts for which
 * processors work. Time that passes counts only where the process neither works nor waits for a
 * processor.
 *
 * @param work how long processors may work for a task
 * @param kataWork how long they may work for a kata
 * @param idle how long the process may do nothing during a kata although it is asked
 * @param time how much time may pass during a kata while it is asked
 */
record Limits(Duration work, Duration kataWork, Duration idle, Duration time) {

  /** For a test: as long as for a student who runs it. */
  static final Limits OF_A_TEST = of(Duration.ofSeconds(KataTest.SECONDS));

  /** For a start, which takes longer the better a process is shut in; nobody's class is there. */
  static final Limits OF_STARTING = of(Duration.ofSeconds(60));

  /** For compiling a kata, which takes a tenth of a second. */
  static final Limits OF_COMPILING = of(Duration.ofSeconds(20));

  static Limits of(Duration work) {
    return new Limits(work, work.multipliedBy(6), work.multipliedBy(2), work.multipliedBy(30));
  }
}
