package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.machine.Activity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Time counts for which a process works, or could work and does nothing. */
class UsageTest {
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(300));

  @Test
  void work_is_counted_for_each_task() {
    Usage usage = look(look(first(), 5, 1, 5, 0), 11, 1, 11, 0);
    assertEquals(Duration.ofSeconds(11), usage.work());
    assertTrue(usage.exceeds(LIMITS));
    assertEquals(Duration.ZERO, look(usage, 12, 2, 12, 0).work());
  }

  @Test
  void a_process_that_waits_for_a_processor_is_not_idle() {
    Usage usage = look(first(), 30, 1, 2, 28);
    assertEquals(Duration.ZERO, usage.idle());
    assertFalse(usage.exceeds(LIMITS));
  }

  @Test
  void a_process_that_sleeps_is_idle() {
    Usage usage = look(first(), 30, 1, 0, 0);
    assertEquals(Duration.ofSeconds(30), usage.idle());
    assertTrue(usage.exceeds(LIMITS));
  }

  @Test
  void the_time_between_two_turns_is_the_tests_own() {
    Usage usage = first().look(seconds(30), 2, 1, 1, activity(0, 0));
    assertEquals(Duration.ZERO, usage.idle());
  }

  @Test
  void many_tasks_that_work_a_little_less_than_they_may_are_too_much_for_a_kata() {
    Usage usage = first();
    for (int task = 1; task <= 7; task++) {
      usage = look(usage, 9L * task, task, 9L * task, 0);
    }
    assertTrue(usage.exceeds(LIMITS));
  }

  private static Usage first() {
    return Usage.NONE.look(0, 1, 1, 1, activity(0, 0));
  }

  private static Usage look(Usage before, long at, int task, long worked, long waited) {
    return before.look(seconds(at), 1, task, 1, activity(worked, waited));
  }

  private static long seconds(long count) {
    return Duration.ofSeconds(count).toNanos();
  }

  private static Activity activity(long worked, long waited) {
    return new Activity(Duration.ofSeconds(worked), Duration.ofSeconds(waited));
  }
}
