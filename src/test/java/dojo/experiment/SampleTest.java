package dojo.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final Sample SAMPLE = new Sample(0.1058, 0.0991, 0.1203, 0.0872, 0.1110);

  @Test
  void mean_and_standard_deviation_are_those_of_numpy() {
    assertEquals(0.10468, SAMPLE.mean(), 1e-15); // numpy.mean(a)
    assertEquals(0.012468640663681028, SAMPLE.sd(), 1e-15); // numpy.std(a, ddof=1)
    assertEquals(5, SAMPLE.size());
  }

  @Test
  void the_interval_is_that_of_scipy() {
    // scipy.stats.t.interval(c, 4, loc=numpy.mean(a), scale=scipy.stats.sem(a))
    Interval interval = SAMPLE.interval(0.95);
    assertEquals(0.08919813778136777, interval.low(), 1e-12);
    assertEquals(0.12016186221863222, interval.high(), 1e-12);
    assertEquals(0.0790068965389201, SAMPLE.interval(0.99).low(), 1e-12);
    assertEquals(0.1303531034610799, SAMPLE.interval(0.99).high(), 1e-12);
  }

  @Test
  void a_single_number_has_a_mean_but_no_spread() {
    Sample one = new Sample(3);
    assertEquals(3, one.mean());
    assertEquals(Double.NaN, one.sd());
    assertEquals(new Interval(Double.NaN, Double.NaN), one.interval(0.95));
  }

  @Test
  void differences_are_taken_seed_by_seed() {
    assertArrayEquals(new double[] {-1, 2}, new Sample(1, 5).minus(new Sample(2, 3)).values());
  }

  @Test
  void no_array_that_goes_in_or_comes_out_can_change_a_sample() {
    double[] values = {1, 2};
    Sample sample = new Sample(values);
    values[0] = 9;
    sample.values()[1] = 9;
    assertArrayEquals(new double[] {1, 2}, sample.values());
  }

  @Test
  void an_interval_contains_its_ends_and_no_nan() {
    Interval interval = new Interval(1, 2);
    assertTrue(interval.contains(1) && interval.contains(1.5) && interval.contains(2));
    assertFalse(interval.contains(0.999) || interval.contains(2.001));
    assertFalse(interval.contains(Double.NaN));
    assertFalse(new Interval(Double.NaN, Double.NaN).contains(1));
  }

  @Test
  void numbers_in_another_unit() {
    assertArrayEquals(new double[] {100, -50}, new Sample(1, -.5).times(100).values());
  }

  @Test
  void printing_shows_the_digits_that_the_spread_leaves() {
    assertEquals("0.105 ± 0.012 (n = 5)", SAMPLE.toString());
    assertEquals("[0.0892, 0.1202]", SAMPLE.interval(0.95).toString());
  }

  @Test
  void what_does_not_fit_is_rejected() {
    var e = assertThrows(IllegalArgumentException.class, Sample::new);
    assertEquals("a sample needs at least one number, but had none", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> SAMPLE.minus(new Sample(1, 2)));
    assertEquals(
        "samples of one set of seeds are equally long, but had 5 and 2 numbers", e.getMessage());
    for (double confidence : new double[] {-1, 0, 1, 2, Double.NaN}) {
      for (Sample sample : List.of(SAMPLE, new Sample(3))) {
        e = assertThrows(IllegalArgumentException.class, () -> sample.interval(confidence));
        assertEquals("confidence must be in (0, 1), but was " + confidence, e.getMessage());
      }
    }
  }
}
