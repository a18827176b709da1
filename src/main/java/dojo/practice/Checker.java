package dojo.practice;

import dojo.expect.KataSettings;
import dojo.kata.Exercises;
import dojo.kata.Kata;
import dojo.kata.Verdict;
import dojo.machine.MissingException;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Checks what a student wrote, in a JVM of its own that is killed when its time is over.
 *
 * @param exercises where the katas are
 * @param settings how to run the tests
 * @param limit how long a kata may take
 */
public record Checker(Exercises exercises, KataSettings settings, Duration limit) {

  /** How long a kata may take if nobody says otherwise. */
  public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  /**
   * Opens what many checks share.
   *
   * @return a checker with these settings, to be closed
   */
  public WarmChecker open() {
    return new WarmChecker(exercises, settings, Limit.ofTime(limit));
  }

  /**
   * Checks one kata; whatever the student's class does, the answer is a verdict.
   *
   * @param kata the kata
   * @return the verdict; an internal error if the kit could not find out
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   * @throws MissingException if this Java has no compiler
   */
  public Verdict check(Kata kata) {
    try (WarmChecker once = open()) {
      once.prepare(); // while the compiler starts
      return once.check(kata);
    }
  }

  /**
   * Checks one kata, but a file as it was at the start, beside nothing else, is known to be still
   * to do, which saves a second.
   *
   * @param kata the kata
   * @return the verdict
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   * @throws MissingException if this Java has no compiler
   */
  public Verdict glance(Kata kata) {
    try (WarmChecker once = open()) {
      return once.glance(kata);
    }
  }

  /**
   * Shows how one kata stands to a student who takes it in hand: as {@link #glance}, but a bug that
   * is to be found shows its symptom.
   *
   * @param kata the kata
   * @return the verdict
   * @throws CancellationException if this program is being stopped, or this thread interrupted
   * @throws MissingException if this Java has no compiler
   */
  public Verdict look(Kata kata) {
    try (WarmChecker once = open()) {
      return once.look(kata);
    }
  }
}
