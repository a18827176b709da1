package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTest {
  private static final Duration NONE = Duration.ZERO;

  @Test
  void a_limit_of_time_passes_whether_or_not_a_processor_works() {
    Limit limit = Limit.ofTime(seconds(30));
    assertEquals(NONE, limit.exceeded(seconds(29), seconds(29)));
    assertEquals(seconds(30), limit.exceeded(seconds(0), seconds(30)));
    assertEquals(seconds(30), limit.exceeded(seconds(30), seconds(30)));
  }

  @Test
  void a_limit_of_work_lets_a_busy_machine_take_longer() {
    Limit limit = Limit.ofWork(seconds(2));
    assertEquals(NONE, limit.exceeded(seconds(1), seconds(5)));
    assertEquals(seconds(2), limit.exceeded(seconds(2), seconds(2)));
  }

  @Test
  void a_limit_of_work_does_not_wait_for_ever_for_a_class_that_sleeps() {
    assertEquals(seconds(6), Limit.ofWork(seconds(2)).exceeded(seconds(0), seconds(6)));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
