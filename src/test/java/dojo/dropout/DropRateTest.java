package dojo.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropRateTest {
  @ParameterizedTest
  @CsvSource({"0, 1, 1", "0.2, 0.8, 1.25", "0.5, 0.5, 2", "0.75, 0.25, 4", "1, 0, 0"})
  void what_is_not_dropped_is_kept_and_scaled_up(double p, double keep, double scale) {
    DropRate rate = new DropRate(p);
    assertEquals(p, rate.p());
    assertEquals(keep, rate.keep());
    assertEquals(scale, rate.scale());
  }

  @Test
  void a_rate_of_minus_zero_is_the_rate_of_zero() {
    assertEquals(new DropRate(0.0), new DropRate(-0.0));
    assertEquals(0.0, new DropRate(-0.0).p());
  }

  @Test
  void the_largest_rate_below_1_has_a_finite_scale() {
    assertEquals(0x1p53, new DropRate(Math.nextDown(1.0)).scale());
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.NaN,
        -Double.MIN_VALUE,
        -0.1,
        1.0000000000000002,
        1.5,
        50,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY
      })
  void a_rate_outside_0_to_1_is_rejected_never_clamped(double p) {
    String message = "drop rate must be in [0, 1], but was " + p;
    var e = assertThrows(IllegalArgumentException.class, () -> new DropRate(p));
    assertEquals(message, e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> Dropout.of(p));
    assertEquals(message, e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> StandardDropout.of(p));
    assertEquals(message, e.getMessage());
  }
}
