package dojo.plot;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.experiment.Sample;
import dojo.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class ValueHistogramTest {
  private static final ValueHistogram EMPTY =
      ValueHistogram.of("Confidence", "largest probability").withBins(2);

  @Test
  void every_series_is_an_outline_of_its_shares_over_the_same_bins() {
    XYChart chart = EMPTY.values("known", 0, 1, 3, 4).values("unknown", 2.5).chart(Locale.ENGLISH);
    assertEquals("Confidence", chart.getTitle());
    assertEquals("largest probability", chart.getXAxisTitle());
    assertEquals("share of the values (%)", chart.getYAxisTitle());
    assertEquals(
        List.of("known", "unknown"),
        chart.getSeriesCollection().stream()
            .filter(XYSeries::isShowInLegend)
            .map(XYSeries::getLabel)
            .toList());
    for (String name : List.of("known", "unknown")) {
      assertArrayEquals(new double[] {0, 0, 2, 2, 4, 4}, chart.getSeries(name).getXData());
    }
    assertArrayEquals(new double[] {0, 50, 50, 50, 50, 0}, chart.getSeries("known").getYData());
    assertArrayEquals(new double[] {0, 0, 0, 100, 100, 0}, chart.getSeries("unknown").getYData());
  }

  @Test
  void a_value_on_an_edge_lies_in_the_bin_above_it_and_the_largest_in_the_last() {
    XYChart chart = EMPTY.withRange(0, 2).values("a", 0, 1, 1, 2).chart(Locale.ENGLISH);
    assertArrayEquals(new double[] {0, 25, 25, 75, 75, 0}, chart.getSeries("a").getYData());
  }

  @Test
  void the_shares_of_many_bins_add_up_to_100_percent() {
    double[] values = new double[1001];
    Arrays.setAll(values, i -> 0.1 * i * i - 7);
    double[] y =
        EMPTY.withBins(30).values("a", values).chart(Locale.ENGLISH).getSeries("a").getYData();
    double sum = 0;
    for (int i = 1; i < y.length; i += 2) {
      sum += y[i];
    }
    assertEquals(100, sum, 1e-9);
  }

  @Test
  void equal_values_have_bins_around_them() {
    double[] edges = EMPTY.values("a", 4, 4).edges();
    assertArrayEquals(new double[] {2, 4, 6}, edges);
  }

  @Test
  void a_tensor_and_a_sample_are_drawn_as_their_numbers() {
    String numbers = EMPTY.values("a", 1, 2, 4).toString();
    Tensor tensor = Tensor.of(new float[] {1, 2, 4}, 3, 1);
    assertEquals(numbers, EMPTY.values("a", tensor).toString());
    assertEquals(numbers, EMPTY.values("a", new Sample(1, 2, 4)).toString());
    assertFalse(numbers.equals(EMPTY.values("a", 1, 2, 5).toString()));
  }

  @Test
  void its_text_tells_of_each_series_number_range_mean_and_fullest_bin() {
    Picture picture = EMPTY.withRange(0, 1).values("known", 0.5, 0.75, 1, 0).picture();
    assertEquals(
        """
        Chart: Confidence.
        Horizontal axis: largest probability. Vertical axis: share of the values (%).
        known: 4 values from 0 to 1, mean 0.5625; the fullest bin, from 0.5 to 1, has 75 %.""",
        picture.text(Locale.ENGLISH));
    String esperanto = picture.text(Locale.forLanguageTag("eo"));
    assertTrue(esperanto.contains("parto de la valoroj (%)"), esperanto);
  }

  @Test
  void a_notebook_shows_it_as_a_picture_with_that_text() {
    String html = Show.html(EMPTY.values("a & b", 1, 2));
    assertTrue(html.contains("<img alt=\"Chart: Confidence."), html);
    assertTrue(html.contains("a &amp; b: 2 values"), "the text alternative is escaped");
  }

  @Test
  void what_has_no_place_in_a_bin_is_refused() {
    assertRejected(
        "values must be finite to be in a bin, but one of \"a\" was NaN: leave it out",
        () -> EMPTY.values("a", 1, Double.NaN));
    assertRejected(
        "the bins go from 0.0 to 1.0, but a value of \"a\" was 1.5: widen the range",
        () -> EMPTY.withRange(0, 1).values("a", 0.5, 1.5).picture());
    assertRejected(
        "the bins go from 0.0 to 1.0, but a value of \"a\" was -0.5: widen the range",
        () -> EMPTY.withRange(0, 1).values("a", -0.5).picture());
  }

  @Test
  void series_without_values_or_without_a_name_of_their_own_are_refused() {
    assertRejected("series \"a\" needs at least one value, but had none", () -> EMPTY.values("a"));
    for (String name : List.of("a", " ")) {
      assertRejected(
          "every series needs a name of its own, but one was \"" + name + "\"",
          () -> EMPTY.values("a", 1).values(name, 2));
    }
    var e = assertThrows(IllegalStateException.class, EMPTY::picture);
    assertEquals("histogram \"Confidence\" has no values yet: add some", e.getMessage());
  }

  @Test
  void no_bins_too_many_bins_and_ranges_without_length_are_refused() {
    for (int count : new int[] {0, 1001}) {
      assertRejected(
          "a histogram has from 1 to 1000 bins, but was to have " + count,
          () -> EMPTY.withBins(count));
    }
    assertRejected(
        "bins must end above their start, but went from 1.0 to 1.0", () -> EMPTY.withRange(1, 1));
    assertRejected(
        "bins must end above their start, but went from 0.0 to Infinity",
        () -> EMPTY.withRange(0, Double.POSITIVE_INFINITY));
  }
}
