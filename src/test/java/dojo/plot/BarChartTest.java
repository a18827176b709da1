package dojo.plot;

import static dojo.support.Rejection.assertRejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dojo.experiment.Experiment;
import dojo.experiment.Measure;
import dojo.experiment.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;

class BarChartTest {
  private static final BarChart EMPTY = BarChart.of("Rivals", "rule", "wrong (%)");
  private static final List<String> TWO = List.of("none", "L2");
  private static final List<Sample> SAMPLES = List.of(new Sample(10, 12, 14), new Sample(5, 5, 5));

  private static double[] numbers(Iterable<? extends Number> numbers) {
    List<Double> all = new java.util.ArrayList<>();
    numbers.forEach(n -> all.add(n.doubleValue()));
    return all.stream().mapToDouble(d -> d).toArray();
  }

  @Test
  void a_bar_reaches_from_0_to_the_mean_and_its_interval_is_students() {
    CategoryChart chart = EMPTY.bars("p = 0", TWO, SAMPLES).chart();
    assertEquals("Rivals (mean of 3 seeds, 95 % interval)", chart.getTitle());
    assertEquals("rule", chart.getXAxisTitle());
    assertEquals("wrong (%)", chart.getYAxisTitle());
    CategorySeries bars = chart.getSeries("p = 0");
    assertEquals(TWO, List.copyOf(bars.getXData()));
    assertArrayEquals(new double[] {12, 5}, bars.getYData());
    // t of 2 degrees of freedom, scipy.stats.t.ppf(.975, 2) = 4.302652729749462; sd 2
    double[] halves = {4.302652729749462 * 2 / Math.sqrt(3), 0};
    assertArrayEquals(halves, bars.getExtraValues(), 1e-9);
  }

  @Test
  void the_text_says_every_bar_with_its_interval() {
    BarChart chart = EMPTY.bars("p = 0", TWO, SAMPLES);
    assertEquals(
        """
        Chart: Rivals (mean of 3 seeds, 95 % interval).
        Horizontal axis: rule. Vertical axis: wrong (%).
        none: 12, interval from 7.032 to 16.97.
        L2: 5, interval from 5 to 5.""",
        chart.picture().text(Locale.ENGLISH));
    assertTrue(
        chart
            .bars("p = 0.5", TWO, List.of(new Sample(3), new Sample(4, 6)))
            .picture()
            .text(Locale.ENGLISH)
            .contains("none, p = 0.5: 3.\nL2, p = 0.5: 5, interval from"));
  }

  @Test
  void bars_of_several_sets_stand_side_by_side_in_colours_of_their_own_with_a_legend() {
    BarChart one = EMPTY.bars("p = 0", TWO, SAMPLES);
    BarChart both = one.bars("p = 0.5", TWO, List.of(new Sample(3), new Sample(4)));
    assertFalse(one.chart().getStyler().isLegendVisible());
    assertTrue(both.chart().getStyler().isLegendVisible());
    assertEquals("Rivals (mean of 1 to 3 seeds, 95 % interval)", both.chart().getTitle());
    int[] pixels = both.image().getRGB(0, 0, 760, 430, null, 0, 760);
    for (int set : new int[] {0, 1}) {
      int colour = Palette.of(set).getRGB();
      long share = Arrays.stream(pixels).filter(pixel -> pixel == colour).count();
      assertTrue(share > 500, "set " + set + " has only " + share + " pixels of its colour");
    }
  }

  @Test
  void a_single_seed_has_no_interval_and_its_title_claims_none() {
    BarChart one = EMPTY.bars("a", List.of("x"), List.of(new Sample(3)));
    assertEquals("Rivals", one.chart().getTitle());
    assertArrayEquals(new double[] {0}, one.chart().getSeries("a").getExtraValues(), 0);
  }

  @Test
  void an_experiment_has_a_bar_for_each_setting() {
    var results = Experiment.over(0.0, 0.5).withSeeds(2).run((p, key) -> 1 + p);
    Measure<Double> twice = Measure.of("twice", v -> 2 * v);
    CategoryChart chart = BarChart.of("t", "p", results, twice).chart();
    assertEquals("twice", chart.getYAxisTitle());
    CategorySeries bars = chart.getSeries("twice");
    assertEquals(List.of("0.0", "0.5"), List.copyOf(bars.getXData()));
    assertArrayEquals(new double[] {2, 3}, bars.getYData());
  }

  @Test
  void every_bar_of_many_has_its_name_below_it() {
    List<String> names = IntStream.range(0, 15).mapToObj(i -> "rule " + i).toList();
    List<Sample> samples = names.stream().map(name -> new Sample(1)).toList();
    var styler = EMPTY.bars("a", names, samples).chart().getStyler();
    // XChart shows one name in ceil(hint / distance of the bars), here of some 40 pixels
    assertEquals(1, styler.getXAxisTickMarkSpacingHint());
  }

  @Test
  void long_names_are_turned_so_that_they_do_not_overlap() {
    List<String> names = List.of("a".repeat(50), "b".repeat(50));
    assertEquals(45, EMPTY.bars("a", names, SAMPLES).chart().getStyler().getXAxisLabelRotation());
    assertEquals(0, EMPTY.bars("a", TWO, SAMPLES).chart().getStyler().getXAxisLabelRotation());
  }

  @Test
  void what_cannot_be_drawn_is_refused_when_it_is_given() {
    BarChart one = EMPTY.bars("a", TWO, SAMPLES);
    assertRejected(
        "every bar needs a name and a sample, but \"b\" had 2 and 1",
        () -> one.bars("b", TWO, List.of(new Sample(1))));
    assertRejected(
        "a bar has a finite height, but the mean of \"L2\" was NaN: leave it out",
        () -> one.bars("b", TWO, List.of(new Sample(1), new Sample(Double.NaN))));
    assertRejected(
        "bars need names, but of chart \"Rivals\" were called \" \", [none, L2]",
        () -> EMPTY.bars(" ", TWO, SAMPLES));
    assertRejected(
        "bars need names of their own, but one comes twice in chart \"Rivals\": \"a\", [none, L2]",
        () -> one.bars("a", TWO, SAMPLES));
    assertRejected(
        "the sets of a chart have the same bars, but had [none, L2] and [L2, none]: draw a chart"
            + " for each",
        () -> one.bars("b", List.of("L2", "none"), SAMPLES));
    var e = assertThrows(IllegalStateException.class, EMPTY::image);
    assertEquals("chart \"Rivals\" has no bars yet: add some", e.getMessage());
  }
}
