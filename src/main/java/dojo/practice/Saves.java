package dojo.practice;

import dojo.kata.Exercises;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hears which katas were saved, in a thread of its own.
 *
 * <p>What counts is what two looks at the files find; what the system tells only says when to look.
 * So a save is heard wherever a file can be read.
 */
public final class Saves implements AutoCloseable {
  private static final Duration QUIET = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** What was told may arrive a little later than it is seen. */
  private static final Duration GRACE = Duration.ofMillis(150);

  private final Exercises exercises;
  private final FileEvents events;
  private final Consumer<Set<Integer>> saved;
  private final Runnable untold;
  private final Snapshot start;
  private final Thread thread = new Thread(this::hear, "saves");

  private Saves(
      Exercises exercises, FileEvents events, Consumer<Set<Integer>> saved, Runnable untold) {
    this.exercises = exercises;
    this.events = events;
    this.saved = saved;
    this.untold = untold;
    this.start = Snapshot.of(exercises);
  }

  /**
   * Notes how the katas lie on the disk: what is saved from now on will be heard.
   *
   * @param exercises where the katas are
   * @param polls whether to look often from the beginning, whatever the system may tell
   * @param saved told the numbers of the katas that were saved, once the editor has come to rest
   * @param untold told if the system does not tell of changes, so that files are looked at often
   * @return what is to listen
   */
  public static Saves of(
      Exercises exercises, boolean polls, Consumer<Set<Integer>> saved, Runnable untold) {
    FileEvents events = polls ? FileEvents.none(exercises.root()) : FileEvents.in(exercises.root());
    return of(exercises, events, saved, untold);
  }

  /** Listens to certain events. */
  static Saves of(
      Exercises exercises, FileEvents events, Consumer<Set<Integer>> saved, Runnable untold) {
    return new Saves(exercises, events, saved, untold);
  }

  /** Begins to listen, until this is closed. */
  public void listen() {
    thread.setDaemon(true);
    thread.start();
  }

  private void hear() {
    try {
      if (!events.areTold()) {
        untold.run();
      }
      Pace pace = Pace.of(events.areTold());
      Debounce debounce = Debounce.of(QUIET, LONGEST);
      Snapshot before = start;
      while (true) {
        boolean heard = events.await(pause(pace, debounce));
        long time = System.nanoTime();
        Snapshot now = Snapshot.of(exercises);
        pace = pace.withLook(Duration.ofNanos(System.nanoTime() - time));
        Set<Integer> changed = now.changedSince(before);
        before = now;
        if (pace.told() && !changed.isEmpty() && !heard && !events.await(GRACE)) {
          pace = pace.untold();
          untold.run();
        }
        debounce = debounce.with(changed, time);
        if (debounce.isDue(System.nanoTime())) {
          saved.accept(debounce.katas());
          debounce = debounce.told();
        }
      }
    } catch (InterruptedException e) {
      events.close();
    }
  }

  private static Duration pause(Pace pace, Debounce debounce) {
    Duration left = debounce.left(System.nanoTime());
    return debounce.katas().isEmpty() || left.compareTo(pace.pause()) > 0 ? pace.pause() : left;
  }

  /** Ends the thread. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
