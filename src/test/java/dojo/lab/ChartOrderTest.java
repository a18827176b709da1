package dojo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartOrderTest {
  @Test
  void the_curves_of_a_chart_are_named_by_its_text_alternative() {
    String picture =
        "<img alt=\"Chart: 10 % wrong: and without.\nHorizontal axis: epoch. Vertical axis: loss.\n"
            + "p = 0.0, test: from 1.9 at 1 to 0.4 at 60; lowest 0.4 at 16.\n"
            + "noise floor: 0.54 everywhere from 1 to 60.\" src=\"x\">";
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
