package dojo.plot;

import dojo.plot.ChartText.Curve;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** How often each whole number occurs, beside how often a law says it should. */
public final class Histogram {
  private Histogram() {}

  /**
   * Draws the counts of whole numbers, and the counts that a law expects.
   *
   * @param title what was counted
   * @param xTitle what the numbers are
   * @param values the numbers, at least one
   * @param law the expected fraction of each number
   * @return the picture
   * @throws IllegalArgumentException if there are no numbers
   */
  public static Picture ofCounts(
      String title, String xTitle, int[] values, IntToDoubleFunction law) {
    int low = Arrays.stream(values).min().orElseThrow(Histogram::empty);
    int high = Arrays.stream(values).max().orElseThrow(Histogram::empty);
    double[] numbers = IntStream.rangeClosed(low, high).asDoubleStream().toArray();
    double[] counts = new double[numbers.length];
    for (int value : values) {
      counts[value - low]++;
    }
    double[] expected = new double[numbers.length];
    Arrays.setAll(expected, i -> values.length * law.applyAsDouble(low + i));
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(380)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle("how often")
            .build();
    var styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setAvailableSpaceFill(0.9);
    styler.setXAxisDecimalPattern("0");
    styler.setSeriesColors(new Color[] {Palette.of(5), Palette.of(1)});
    chart.addSeries("counted", numbers, counts);
    chart.addSeries("expected by the law", numbers, expected);
    double[] none = {};
    ChartText text =
        new ChartText(
            title,
            xTitle,
            "how often",
            List.of(),
            List.of(
                new Curve("counted", numbers, counts, none),
                new Curve("expected by the law", numbers, expected, none)));
    return new Picture(BitmapEncoder.getBufferedImage(chart), text::in);
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException("a histogram needs at least one number, but had none");
  }
}
