package dojo.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void where_the_system_tells_of_changes_the_files_are_seldom_looked_at() {
    assertEquals(Duration.ofSeconds(1), Pace.of(true).pause());
  }

  @Test
  void where_it_does_not_they_are_looked_at_often_from_then_on() {
    Pace pace = Pace.of(true).untold();
    assertEquals(Duration.ofMillis(250), pace.pause());
    assertEquals(Duration.ofMillis(250), pace.withLook(Duration.ofMillis(2)).pause());
    assertEquals(pace, Pace.of(false));
  }

  @Test
  void where_a_look_takes_long_they_are_looked_at_less_often() {
    Pace slow = Pace.of(false).withLook(Duration.ofMillis(120));
    assertEquals(Duration.ofMillis(1_200), slow.pause());
  }
}
