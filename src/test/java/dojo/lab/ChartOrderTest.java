package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartOrderTest {
  @Test
  void the_curves_of_a_chart_are_named_by_the_numbers_that_it_is_held_by() {
    String picture =
        "<img alt=\"p = 1: 7.\" data-figures=\"1 %: 10\nrate: p loss 0 0.9\n"
            + "p = 0.0, test: 1.9 1 NaN 60 2.5e-7 16 -Infinity 1\n"
            + "noise floor: 0.54 1 60\" src=\"x\">";
    assertEquals(List.of("p = 0.0, test", "noise floor"), ChartOrder.of(picture).curves());
  }

  @ParameterizedTest
  @CsvSource({
    "p = 0.0|p = 0.5, true",
    "without dropout|with dropout, true",
    "one pass|many passes, true",
    "none|dropped|Gaussian, true",
    "p = 0.5|p = 0, false",
    "with|without, false",
    "dropped|none, false"
  })
  void without_dropout_comes_first(String curves, boolean right) {
    assertEquals(right, new ChartOrder(List.of(curves.split("\\|", -1))).isRight());
  }
}
