package dojo.plot;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.experiment.Sample;
import dojo.tensor.Tensor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class LineChartTest {
  private static final double[] X = {1, 2, 3};
  private static final LineChart EMPTY = LineChart.of("title", "epoch", "loss (nats)");

  @Test
  void a_chart_has_a_title_axis_names_and_a_legend_entry_for_each_line() {
    XYChart chart = EMPTY.line("test", X, X).dashed("train", X, X).chart();
    assertEquals("title", chart.getTitle());
    assertEquals("epoch", chart.getXAxisTitle());
    assertEquals("loss (nats)", chart.getYAxisTitle());
    assertEquals(List.of("test", "train"), names(chart));
    assertTrue(chart.getStyler().isLegendVisible());
  }

  @Test
  void the_horizontal_axis_takes_another_name_and_all_else_stays() {
    XYChart chart = EMPTY.line("test", X, X).withRange(0, 5).withXTitle("pass").chart();
    assertEquals("pass", chart.getXAxisTitle());
    assertEquals("loss (nats)", chart.getYAxisTitle());
    assertEquals(List.of("test"), names(chart));
    assertEquals(5.0, chart.getStyler().getYAxisMax());
  }

  @Test
  void tensors_are_drawn_as_their_numbers() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
    Tensor y = Tensor.of(new float[] {.5f, 0, -1, 2}, 4);
    XYChart chart = EMPTY.line("line", x, y).dashed("dashed", x, y).dots("dots", x, y).chart();
    for (XYSeries series : chart.getSeriesCollection()) {
      assertArrayEquals(new double[] {1, 2, 3, 4}, series.getXData());
      assertArrayEquals(new double[] {.5, 0, -1, 2}, series.getYData());
    }
    assertEquals(List.of("line", "dashed", "dots"), names(chart));
    assertThrows(IllegalArgumentException.class, () -> EMPTY.line("a", x, Tensor.ones(3)));
  }

  @Test
  void a_sample_is_drawn_at_the_numbers_of_its_seeds() {
    Sample errors = new Sample(.25, .5);
    XYChart chart = EMPTY.line("line", errors).dots("dots", errors).chart();
    for (XYSeries series : chart.getSeriesCollection()) {
      assertArrayEquals(new double[] {0, 1}, series.getXData());
      assertArrayEquals(new double[] {.25, .5}, series.getYData());
    }
    assertEquals(2, chart.getSeriesCollection().size());
  }

  @Test
  void a_dashed_line_has_the_colour_of_the_line_before_it_and_the_next_line_another() {
    var series = EMPTY.line("a", X, X).dashed("b", X, X).line("c", X, X).chart();
    assertEquals(series.getSeries("a").getLineColor(), series.getSeries("b").getLineColor());
    assertFalse(series.getSeries("a").getLineColor().equals(series.getSeries("c").getLineColor()));
  }

  @Test
  void a_band_is_the_mean_and_one_standard_deviation_to_either_side() {
    Spread spread = Spread.of(List.of(new double[] {1, 5}, new double[] {3, 5}));
    assertArrayEquals(new double[] {2, 5}, spread.mean());
    assertArrayEquals(new double[] {2 - Math.sqrt(2), 5}, spread.low());
    assertArrayEquals(new double[] {2 + Math.sqrt(2), 5}, spread.high());
  }

  @Test
  void a_band_lies_behind_every_line_and_out_of_the_legend() {
    var series = EMPTY.line("a", X, X).band("b", X, List.of(X, X)).chart();
    assertEquals(List.of("b band", "a", "b"), names(series));
    assertFalse(series.getSeries("b band").isShowInLegend());
  }

  @Test
  void a_range_that_is_asked_for_is_the_range_of_the_axis() {
    var styler = EMPTY.line("a", X, X).withRange(0, 0.5).chart().getStyler();
    assertEquals(0.0, styler.getYAxisMin());
    assertEquals(0.5, styler.getYAxisMax());
  }

  @Test
  void a_point_that_is_not_finite_leaves_a_gap_a_cross_and_a_word_in_the_legend() {
    double[] x = {1, 2, 3, 4};
    double[] y = {5, Double.NaN, 2, Double.POSITIVE_INFINITY};
    XYChart chart = EMPTY.line("a", x, y).dashed("b", x, x).chart();
    assertEquals(List.of("a (2 of 4 not finite: ×)", "b", "a lost"), names(chart));
    XYSeries a = chart.getSeries("a (2 of 4 not finite: ×)");
    assertArrayEquals(new double[] {5, Double.NaN, 2, Double.NaN}, a.getYData());
    assertArrayEquals(new double[] {2, 4}, chart.getSeries("a lost").getXData());
    assertArrayEquals(new double[] {1, 1}, chart.getSeries("a lost").getYData()); // the lower edge
    assertEquals(5, chart.getStyler().getYAxisMax());
    assertTrue(colours(EMPTY.line("a", x, y).image()).contains(Palette.of(0).getRGB()));
  }

  @Test
  void a_run_that_diverged_from_the_start_is_still_to_be_seen() {
    double[] nan = {Double.NaN, Double.NaN, Double.NaN};
    LineChart lost = EMPTY.line("a", X, nan);
    assertEquals(List.of("a (3 of 3 not finite: ×)", "a lost"), names(lost.chart()));
    assertTrue(colours(lost.image()).contains(Palette.of(0).getRGB()), "no cross is drawn");
    LineChart nowhere = EMPTY.dots("a", nan, nan);
    assertEquals(List.of("a (3 of 3 not finite: ×)"), names(nowhere.chart()));
    assertEquals(760, nowhere.image().getWidth());
  }

  @Test
  void a_band_has_a_gap_where_a_curve_is_not_a_number() {
    double[] nan = {1, Double.NaN, 3};
    XYChart chart = EMPTY.band("b", X, List.of(X, nan)).chart();
    assertEquals(List.of("b band", "b band 2", "b (1 of 3 not finite: ×)", "b lost"), names(chart));
  }

  @Test
  void where_a_curve_ends_the_mean_and_the_band_are_those_of_the_others() {
    Spread spread =
        Spread.of(List.of(new double[] {1}, new double[] {3, 4}, new double[] {5, 6, 8}));
    assertArrayEquals(new double[] {3, 5, 8}, spread.mean());
    assertArrayEquals(new double[] {1, 5 - Math.sqrt(2), 8}, spread.low());
    assertArrayEquals(new double[] {5, 5 + Math.sqrt(2), 8}, spread.high());
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> EMPTY.band("a", new double[] {1, 2}, List.of(new double[] {1}, X)));
    assertEquals("line \"a\" needs as many x as y, but had 2 and 3", e.getMessage());
  }

  @Test
  void a_line_without_points_is_refused() {
    double[] none = {};
    var e = assertThrows(IllegalArgumentException.class, () -> EMPTY.line("a", none, none));
    assertEquals("line \"a\" needs at least one point, but had none", e.getMessage());
  }

  @Test
  void adding_a_line_leaves_the_chart_as_it_was() {
    LineChart one = EMPTY.line("a", X, X);
    LineChart unused = one.line("b", X, X);
    assertEquals(1, one.chart().getSeriesCollection().size());
    assertEquals(2, unused.chart().getSeriesCollection().size());
  }

  @Test
  void changing_the_arrays_later_changes_no_chart() {
    double[] y = {1, 2, 3};
    LineChart chart = EMPTY.line("a", X, y);
    y[0] = 99;
    assertEquals(1, chart.chart().getSeries("a").getYData()[0]);
  }

  @Test
  void the_picture_is_white_and_not_empty() {
    BufferedImage image = EMPTY.line("a", X, X).image();
    assertEquals(Color.WHITE.getRGB(), image.getRGB(0, 0));
    assertTrue(colours(image).contains(Palette.of(0).getRGB()), "no pixel has the line's colour");
  }

  @Test
  void a_line_with_unequal_arrays_is_refused() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> EMPTY.line("a", X, new double[] {1, 2}));
    assertEquals("line \"a\" needs as many x as y, but had 3 and 2", e.getMessage());
  }

  @Test
  void a_chart_without_lines_is_refused() {
    var e = assertThrows(IllegalStateException.class, EMPTY::image);
    assertEquals("chart \"title\" has no line yet: add one", e.getMessage());
  }

  @Test
  void an_empty_band_is_refused() {
    var e = assertThrows(IllegalArgumentException.class, () -> EMPTY.band("a", X, List.of()));
    assertEquals("a band needs at least one curve, but had none", e.getMessage());
  }

  @Test
  void an_axis_that_ends_below_its_start_is_refused() {
    var e = assertThrows(IllegalArgumentException.class, () -> EMPTY.withRange(1, Double.NaN));
    assertEquals("an axis must end above its start, but went from 1.0 to NaN", e.getMessage());
  }

  private static List<String> names(XYChart chart) {
    return chart.getSeriesCollection().stream().map(series -> series.getName()).toList();
  }

  private static List<Integer> colours(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).distinct().boxed().toList();
  }

  @Test
  void numbers_per_epoch_start_at_1() {
    XYChart chart = EMPTY.line("recited", new double[] {.25, .5}).chart();
    assertArrayEquals(new double[] {1, 2}, chart.getSeries("recited").getXData());
  }

  @Test
  void sets_of_dots_differ_by_colour_and_by_shape() {
    XYChart chart = EMPTY.dots("a", X, X).line("b", X, X).dots("c", X, X).chart();
    XYSeries a = chart.getSeries("a");
    XYSeries c = chart.getSeries("c");
    assertFalse(a.getMarker().equals(c.getMarker()));
    assertFalse(a.getMarkerColor().equals(c.getMarkerColor()));
  }

  @Test
  void pairs_are_dots_joined_by_lines_that_have_no_name() {
    LineChart pairs = EMPTY.pairs("p = 0", new Sample(5, 7), "p = 0.5", new Sample(2, 9));
    XYChart chart = pairs.chart();
    assertArrayEquals(new double[] {0, 1}, chart.getSeries("p = 0").getXData());
    assertArrayEquals(new double[] {2, 9}, chart.getSeries("p = 0.5").getYData());
    assertEquals(
        List.of("p = 0", "p = 0.5"),
        chart.getSeriesCollection().stream()
            .filter(series -> series.isShowInLegend())
            .map(series -> series.getName())
            .toList());
    XYSeries join = chart.getSeries("pair 1");
    assertArrayEquals(new double[] {1, 1}, join.getXData());
    assertArrayEquals(new double[] {7, 9}, join.getYData());
    assertFalse(pairs.toString().contains("pair"), pairs.toString());
    assertEquals(Palette.of(0), chart.getSeries("p = 0").getMarkerColor());
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> EMPTY.pairs("a", new Sample(1), "b", new Sample(1, 2)));
    assertEquals("pairs need a partner for every point, but had 1 and 2", e.getMessage());
  }

  @Test
  void a_level_reaches_as_far_as_the_lines_and_takes_no_colour_from_them() {
    LineChart level = EMPTY.line("a", X, X).level("floor", 0.5);
    XYChart chart = level.line("b", X, X).chart();
    assertArrayEquals(new double[] {1, 3}, chart.getSeries("floor").getXData());
    assertArrayEquals(new double[] {.5, .5}, chart.getSeries("floor").getYData());
    assertEquals(Palette.of(1), chart.getSeries("b").getLineColor());
    assertTrue(level.toString().contains("floor: 0.5 everywhere from"), level.toString());
    var e = assertThrows(IllegalStateException.class, () -> EMPTY.level("floor", 1));
    assertEquals("chart \"title\" has no line yet: add one", e.getMessage());
  }

  @Test
  void a_level_reaches_as_far_as_what_is_finite() {
    double[] x = {Double.NaN, 2, 5, Double.POSITIVE_INFINITY};
    LineChart level = EMPTY.line("a", x, new double[] {1, 2, 3, 4}).level("floor", 0.5);
    assertArrayEquals(new double[] {2, 5}, level.chart().getSeries("floor").getXData());
    double[] nan = {Double.NaN};
    var e =
        assertThrows(
            IllegalStateException.class, () -> EMPTY.line("a", nan, nan).level("floor", 1));
    assertEquals(
        "chart \"title\" has no line with a finite x yet, so the level \"floor\" would reach nowhere:"
            + " add one first",
        e.getMessage());
  }

  @Test
  void lines_may_be_called_as_the_kit_calls_its_bands_crosses_and_pairs() {
    double[] nan = {1, Double.NaN, 3};
    Sample seeds = new Sample(5, 7);
    XYChart chart =
        EMPTY
            .band("a", X, List.of(X, nan))
            .line("a band", X, X)
            .line("a lost", X, X)
            .line("pair 0", X, X)
            .line("a (1 of 3 not finite: ×)", X, X)
            .pairs("b", seeds, "c", seeds)
            .pairs("d", seeds, "e", seeds)
            .chart();
    assertEquals(
        List.of(
            "a (1 of 3 not finite: ×)",
            "a band",
            "a lost",
            "pair 0",
            "a (1 of 3 not finite: ×)",
            "b",
            "c",
            "d",
            "e"),
        chart.getSeriesCollection().stream()
            .filter(series -> series.isShowInLegend())
            .map(series -> series.getLabel())
            .toList());
    assertArrayEquals(X, chart.getSeries("a band").getYData()); // and not the band
    assertEquals(1, chart.getSeries("a lost′").getXData().length); // the cross
  }

  @Test
  void a_name_that_says_nothing_or_two_things_is_refused_when_it_is_given() {
    LineChart one = EMPTY.line("a", X, X);
    for (String blank : List.of("", " ")) {
      assertRejected(
          "every line needs a name for the legend, but one of chart \"title\" was blank",
          () -> EMPTY.dots(blank, X, X));
      assertThrows(IllegalArgumentException.class, () -> one.level(blank, 1));
    }
    String twice =
        "every line needs a name of its own, but chart \"title\" has one called \"a\" already";
    assertRejected(twice, () -> one.dashed("a", X, X));
    assertRejected(twice, () -> one.level("a", 1));
    assertRejected(twice, () -> one.band("a", X, List.of(X)));
    assertRejected(twice, () -> EMPTY.pairs("a", new Sample(1), "a", new Sample(2)));
  }
}
