package dojo.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {
  @ParameterizedTest
  @CsvSource({
    "5, 10, 20, 10",
    "1, 3, 100, 33.33",
    "2, 3, 100, 66.66",
    "3, 3, 100, 100",
    "0, 3, 7, 0"
  })
  void another_scale_rounds_down_and_keeps_full_marks(
      double points, double outOf, double scale, double scaled) {
    assertEquals(scaled, Points.scaled(points, outOf, scale));
  }

  @Test
  void where_there_is_no_grade_there_is_no_number() {
    assertEquals(Double.NaN, Points.scaled(Double.NaN, 10, 20));
    assertEquals("", Points.text(Double.NaN));
  }

  @ParameterizedTest
  @CsvSource({"10.0, 10", "7.50, 7.5", "1000, 1000", "0, 0"})
  void points_are_written_without_zeros_that_say_nothing(double points, String text) {
    assertEquals(text, Points.text(points));
  }
}
