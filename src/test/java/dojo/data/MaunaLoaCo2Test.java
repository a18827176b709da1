package dojo.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MaunaLoaCo2Test {
  private static final Regression WEEKS = MaunaLoaCo2.weeks();

  @Test
  void there_are_2225_weeks_with_a_measurement() {
    assertArrayEquals(new int[] {2225, 1}, WEEKS.x().shape());
    assertArrayEquals(new int[] {2225, 1}, WEEKS.y().shape());
  }

  @Test
  void the_first_and_the_last_are_those_of_the_file() {
    // 29 March is day 88 of 1958; 10 May has no measurement, and 17 May is day 137
    assertEquals((float) (1958 + 87 / 365.0), WEEKS.x().get(0, 0));
    assertEquals(316.1f, WEEKS.y().get(0, 0));
    assertEquals((float) (1958 + 136 / 365.0), WEEKS.x().get(6, 0));
    assertEquals(317.5f, WEEKS.y().get(6, 0));
    assertEquals((float) (2001 + 362 / 365.0), WEEKS.x().get(2224, 0)); // 29 December
    assertEquals(371.5f, WEEKS.y().get(2224, 0));
  }

  @Test
  void time_goes_on_by_whole_weeks_leap_years_or_not() {
    for (int i = 1; i < WEEKS.size(); i++) {
      double weeks = (WEEKS.x().get(i, 0) - WEEKS.x().get(i - 1, 0)) * 365.25 / 7;
      assertTrue(weeks > 0.5);
      assertEquals(Math.round(weeks), weeks, 0.03 * Math.round(weeks)); // float32 and leap years
    }
  }

  @Test
  void the_concentration_has_the_range_and_the_sum_of_the_file() {
    YachtTest.assertColumn(WEEKS.y(), 0, 313, 373.9, 756816.5);
  }
}
