package dojo.plot;

import dojo.experiment.Sample;
import dojo.tensor.Tensor;
import dojo.words.Words;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** How often each whole number occurs, beside how often a law says it should. */
public final class Histogram {
  private static final int MOST_BARS = 1000;

  private Histogram() {}

  /**
   * Draws the counts of whole numbers, and the counts that a law expects.
   *
   * @param title what was counted
   * @param xTitle what the numbers are
   * @param values the numbers, at least one
   * @param law the expected fraction of each number
   * @return the picture
   * @throws IllegalArgumentException if there are no numbers, they lie more than 1,000 apart, or
   *     the law expects NaN or infinity
   */
  public static Picture ofCounts(
      String title, String xTitle, int[] values, IntToDoubleFunction law) {
    return ofCounts(title, xTitle, values, law, Words.surroundings());
  }

  /**
   * Draws the counts of whole numbers, and the counts that a law expects.
   *
   * @param title what was counted
   * @param xTitle what the numbers are
   * @param values the numbers, at least one
   * @param law the expected fraction of each number
   * @param language of the other axis and of the legend
   * @return the picture
   * @throws IllegalArgumentException if there are no numbers, they lie more than 1,000 apart, or
   *     the law expects NaN or infinity
   */
  public static Picture ofCounts(
      String title, String xTitle, int[] values, IntToDoubleFunction law, Locale language) {
    CategoryChart chart = chart(title, xTitle, values, law, language);
    return new Picture(BitmapEncoder.getBufferedImage(chart), content(chart));
  }

  private static ChartText content(CategoryChart chart) {
    List<Curve> bars =
        chart.getSeriesCollection().stream()
            .map(
                series ->
                    new Curve(
                        series.getName(),
                        series.getXData().stream()
                            .mapToDouble(x -> ((Number) x).doubleValue())
                            .toArray(),
                        series.getYData(),
                        new double[0],
                        new double[0],
                        Line.Look.SOLID,
                        0))
            .toList();
    return new ChartText(
        chart.getTitle(),
        chart.getXAxisTitle(),
        chart.getYAxisTitle(),
        new ChartText.View(List.of(), false),
        bars);
  }

  /** The chart as XChart sees it. */
  static CategoryChart chart(
      String title, String xTitle, int[] values, IntToDoubleFunction law, Locale language) {
    Words words = Words.of(Histogram.class, language);
    int low = Arrays.stream(values).min().orElseThrow(Histogram::empty);
    int high = Arrays.stream(values).max().orElseThrow(Histogram::empty);
    if ((long) high - low >= MOST_BARS) {
      throw new IllegalArgumentException(
          "a histogram has a bar for each whole number, at most "
              + MOST_BARS
              + ", but the numbers go from "
              + low
              + " to "
              + high
              + ": count in wider steps");
    }
    double[] numbers = IntStream.rangeClosed(low, high).asDoubleStream().toArray();
    double[] counts = new double[numbers.length];
    for (int value : values) {
      counts[value - low]++;
    }
    double[] expected = new double[numbers.length];
    Arrays.setAll(expected, i -> finite(values.length * law.applyAsDouble(low + i), low + i));
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(380)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(words.say("how-often"))
            .build();
    var styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setAvailableSpaceFill(0.9);
    styler.setXAxisDecimalPattern("0");
    styler.setSeriesColors(new Color[] {Palette.of(5), Palette.of(1)});
    chart.addSeries(words.say("counted"), numbers, counts);
    chart.addSeries(words.say("expected-by-the-law"), numbers, expected);
    return chart;
  }

  /**
   * Draws the counts of the whole numbers in a tensor, and the counts that a law expects.
   *
   * @param title what was counted
   * @param xTitle what the numbers are
   * @param values the numbers, at least one, of any shape
   * @param law the expected fraction of each number
   * @return the picture
   * @throws IllegalArgumentException if there are no numbers, or one is not whole
   */
  public static Picture ofCounts(
      String title, String xTitle, Tensor values, IntToDoubleFunction law) {
    return ofCounts(title, xTitle, whole(Numbers.of(values)), law);
  }

  /**
   * Draws the counts of the whole numbers in a sample, and the counts that a law expects.
   *
   * @param title what was counted
   * @param xTitle what the numbers are
   * @param values the numbers
   * @param law the expected fraction of each number
   * @return the picture
   * @throws IllegalArgumentException if a number is not whole
   */
  public static Picture ofCounts(
      String title, String xTitle, Sample values, IntToDoubleFunction law) {
    return ofCounts(title, xTitle, whole(values.values()), law);
  }

  private static double finite(double expected, int number) {
    if (!Double.isFinite(expected)) {
      throw new IllegalArgumentException(
          "a law expects a finite fraction of every number, but "
              + expected
              + " of "
              + number
              + ": correct the law");
    }
    return expected;
  }

  private static int[] whole(double[] values) {
    return Arrays.stream(values)
        .mapToInt(
            value -> {
              if (value != (int) value) { // true for NaN too
                throw new IllegalArgumentException(
                    "counts must be of whole numbers, but one was " + value);
              }
              return (int) value;
            })
        .toArray();
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException("a histogram needs at least one number, but had none");
  }
}
