package dojo.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

  @ParameterizedTest
  @CsvSource({
    "83.4127, 5.2, 83.4",
    "83.4127, 52, 83",
    "83.4127, 5200, 83",
    "0.052812, 0.0021, 0.0528",
    "0.052812, 0.1, 0.05",
    "0.052812, 0.0999, 0.053",
    "2.3025851, 1e-6, 2.3025851",
    "-0.004, 0.1, 0.00",
    "3e-8, 1e-9, 0.0000000300",
    "1e300, 1e299, 1e300",
    "-123456789012345678, 1e9, -1.235e17",
    "123456789012345, 1e9, 123456789012345",
    "NaN, 0.1, NaN"
  })
  void a_number_has_the_digits_that_its_uncertainty_leaves(
      double value, double uncertainty, String text) {
    assertEquals(text, Digits.of(uncertainty, value).text(value));
  }

  @ParameterizedTest
  @CsvSource({"0.25, 0, 0.25", "-0.1, 1e-18, -0.1", "3823, NaN, 3823", "0.1234567, 0, 0.1235"})
  void without_an_uncertainty_it_has_its_own(double value, double uncertainty, String text) {
    assertEquals(text, Digits.of(uncertainty, value).text(value));
  }

  @Test
  void a_table_shows_no_more_than_the_spread_leaves_and_no_more_than_was_asked_for() {
    Measure<Double> epoch = Measure.of("epoch", x -> x);
    assertEquals("83.4 ± 5.2", epoch.text(new Sample(83.4 - 5.2, 83.4, 83.4 + 5.2)));
    assertEquals("0.234 ± 0.001", epoch.text(new Sample(0.2333, 0.2341, 0.2355)));
    assertEquals("13 ± 0", epoch.text(new Sample(13, 13)));
    assertEquals("13.500 ± 0.000", epoch.text(new Sample(13.5, 13.5)));
    assertEquals("13", epoch.text(new Sample(13)));
    assertEquals("0.234", epoch.text(new Sample(0.2341)));
    assertEquals("NaN ± NaN", epoch.text(new Sample(Double.NaN, 1)));
  }
}
