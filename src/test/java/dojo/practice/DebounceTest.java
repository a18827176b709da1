package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of a clock that shows what the test says. */
class DebounceTest {
  private final Debounce debounce = Debounce.of(Duration.ofNanos(200), Duration.ofNanos(1_000));

  @Test
  void a_save_is_told_when_nothing_has_changed_for_a_while() {
    Debounce saved = debounce.with(Set.of(3), 5_000);
    assertFalse(saved.isDue(5_199));
    assertEquals(Duration.ofNanos(1), saved.left(5_199));
    assertTrue(saved.isDue(5_200));
    assertEquals(Set.of(3), saved.katas());
  }

  @Test
  void each_step_of_a_save_begins_the_while_anew() {
    Debounce saved = debounce.with(Set.of(3), 5_000).with(Set.of(3), 5_150).with(Set.of(4), 5_300);
    assertFalse(saved.isDue(5_499));
    assertTrue(saved.isDue(5_500));
    assertEquals(Set.of(3, 4), saved.katas());
  }

  @Test
  void what_changes_without_end_is_told_now_and_then() {
    Debounce saved = debounce;
    for (long now = 5_000; now < 6_000; now += 100) {
      saved = saved.with(Set.of(3), now);
      assertFalse(saved.isDue(now));
    }
    assertTrue(saved.isDue(6_000));
  }

  @Test
  void nothing_is_told_twice() {
    Debounce told = debounce.with(Set.of(3), 5_000).told();
    assertFalse(told.isDue(9_000));
    assertEquals(Set.of(), told.katas());
  }

  @Test
  void a_look_that_finds_nothing_changes_nothing() {
    Debounce saved = debounce.with(Set.of(3), 5_000);
    assertEquals(saved, saved.with(Set.of(), 5_100));
    assertFalse(debounce.with(Set.of(), 5_000).isDue(9_000));
  }
}
