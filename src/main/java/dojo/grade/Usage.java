package dojo.grade;

import dojo.machine.Activity;
import java.time.Duration;

/**
 * What a process has used of its limits, found by looking at it now and then.
 *
 * @param at when it was looked at last, in nanoseconds
 * @param turn which turn of the process it was then, by the time at which it began
 * @param task which task it was
 * @param kata which kata it was
 * @param activity what the process had done by then
 * @param work for how long processors have worked for the task
 * @param kataWork for how long they have worked for the kata
 * @param idle for how long nothing was done for the kata, during turns longer than a look
 * @param time how much time has passed for the kata during such turns
 */
record Usage(
    long at,
    long turn,
    int task,
    int kata,
    Activity activity,
    Duration work,
    Duration kataWork,
    Duration idle,
    Duration time) {

  /** Before the first look. */
  static final Usage NONE = begin(0, 0, -1, -1, new Activity(Duration.ZERO, Duration.ZERO));

  private static Usage begin(long at, long turn, int task, int kata, Activity activity) {
    return new Usage(
        at, turn, task, kata, activity, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }

  /** What is known after another look. */
  Usage look(long now, long nextTurn, int nextTask, int nextKata, Activity next) {
    if (nextKata != kata) {
      return begin(now, nextTurn, nextTask, nextKata, next);
    }
    Activity done = next.since(activity);
    Duration passed = nextTurn == turn ? Duration.ofNanos(now - at) : Duration.ZERO;
    Duration still = passed.minus(done.worked()).minus(done.waited());
    return new Usage(
        now,
        nextTurn,
        nextTask,
        nextKata,
        next,
        nextTask == task ? work.plus(done.worked()) : Duration.ZERO,
        kataWork.plus(done.worked()),
        still.isNegative() ? idle : idle.plus(still),
        time.plus(passed));
  }

  /** Whether one of the limits is exceeded. */
  boolean exceeds(Limits limits) {
    return work.compareTo(limits.work()) > 0
        || kataWork.compareTo(limits.kataWork()) > 0
        || idle.compareTo(limits.idle()) > 0
        || time.compareTo(limits.time()) > 0;
  }
}
