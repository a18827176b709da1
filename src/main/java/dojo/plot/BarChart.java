package dojo.plot;

import dojo.experiment.Interval;
import dojo.experiment.Measure;
import dojo.experiment.Results;
import dojo.experiment.Sample;
import dojo.words.Words;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/**
 * A chart of bars from 0 to a mean over seeds, each with the 95 % interval of that mean. A value:
 * each method returns a new chart, and a notebook draws it with {@code show(chart)}.
 *
 * <pre>{@code
 * BarChart.of("Rivals", "what is changed", "wrong on the test (%)")
 *     .bars("p = 0", List.of("nothing", "L2"), List.of(plain, decayed))
 * }</pre>
 *
 * <p>The interval is Student's t; a single seed has none.
 */
public final class BarChart extends Pictured {
  static final double CONFIDENCE = 0.95;

  /** So many letters stand side by side below the axis; with more of them, names are turned. */
  private static final int LETTERS = 80;

  /** So steeply are they turned, in degrees. */
  private static final int STEEP = 45;

  private final String title;
  private final String xTitle;
  private final String yTitle;
  private final List<Bars> series;

  /** The bars of one colour. */
  record Bars(String name, List<String> places, List<Sample> samples) {}

  private BarChart(String title, String xTitle, String yTitle, List<Bars> series) {
    this.title = title;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
    this.series = List.copyOf(series);
  }

  /**
   * Returns an empty chart.
   *
   * @param title what is shown
   * @param xTitle in what the bars differ
   * @param yTitle what their height shows, with its unit
   * @return the chart
   */
  public static BarChart of(String title, String xTitle, String yTitle) {
    return new BarChart(title, xTitle, yTitle, List.of());
  }

  /**
   * Returns a chart with one bar for each setting of an experiment.
   *
   * @param <S> what a setting is
   * @param <R> what a result is
   * @param title what is shown
   * @param xTitle what a setting is
   * @param results the experiment
   * @param measure the height of the bars
   * @return the chart
   */
  public static <S, R> BarChart of(
      String title, String xTitle, Results<S, R> results, Measure<R> measure) {
    List<S> settings = List.copyOf(results.settings());
    return of(title, xTitle, measure.name())
        .bars(
            measure.name(),
            settings.stream().map(String::valueOf).toList(),
            settings.stream().map(setting -> results.sample(setting, measure)).toList());
  }

  /**
   * Returns this chart with one more set of bars, in a colour of its own and beside the bars that
   * are there.
   *
   * @param name what the legend calls the set; a chart of one set has no legend
   * @param places what stands below each bar; the same for all sets of a chart
   * @param samples the numbers of each bar, by seed
   * @return the new chart
   * @throws IllegalArgumentException if there is no bar, the lists differ in length or the places
   *     from those of another set, a name comes twice or is blank, or a mean is not finite
   */
  public BarChart bars(String name, List<String> places, List<Sample> samples) {
    requireNames(name, places);
    if (places.size() != samples.size()) {
      throw new IllegalArgumentException(
          "every bar needs a name and a sample, but \""
              + name
              + "\" had "
              + places.size()
              + " and "
              + samples.size());
    }
    for (int i = 0; i < samples.size(); i++) {
      double mean = samples.get(i).mean();
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException(
            "a bar has a finite height, but the mean of \""
                + places.get(i)
                + "\" was "
                + mean
                + ": leave it out");
      }
    }
    List<Bars> more = new ArrayList<>(series);
    more.add(new Bars(name, List.copyOf(places), List.copyOf(samples)));
    return new BarChart(title, xTitle, yTitle, more);
  }

  private void requireNames(String name, List<String> places) {
    if (name.isBlank() || places.isEmpty() || places.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "bars need names, but of chart \""
              + title
              + "\" were called \""
              + name
              + "\", "
              + places);
    }
    if (new HashSet<>(places).size() < places.size()
        || series.stream().anyMatch(bars -> bars.name().equals(name))) {
      throw new IllegalArgumentException(
          "bars need names of their own, but one comes twice in chart \""
              + title
              + "\": \""
              + name
              + "\", "
              + places);
    }
    if (!series.isEmpty() && !series.get(0).places().equals(places)) {
      throw new IllegalArgumentException(
          "the sets of a chart have the same bars, but had "
              + series.get(0).places()
              + " and "
              + places
              + ": draw a chart for each");
    }
  }

  @Override
  public BufferedImage image() {
    return BitmapEncoder.getBufferedImage(chart());
  }

  @Override
  Content content() {
    return new BarText(title, xTitle, yTitle, series);
  }

  /** The chart as XChart sees it. */
  CategoryChart chart() {
    if (series.isEmpty()) {
      throw new IllegalStateException("chart \"" + title + "\" has no bars yet: add some");
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(430)
            .title(new BarText(title, xTitle, yTitle, series).fullTitle(Words.surroundings()))
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    var styler = chart.getStyler();
    ChartStyle.apply(styler);
    styler.setLegendVisible(series.size() > 1);
    styler.setAvailableSpaceFill(series.size() > 1 ? 0.8 : 0.6);
    styler.setErrorBarsColor(Color.BLACK);
    styler.setErrorBarsColorSeriesColor(false);
    styler.setSeriesColors(
        IntStream.range(0, series.size()).mapToObj(Palette::of).toArray(Color[]::new));
    styler.setXAxisTickMarkSpacingHint(1); // or XChart leaves out every second name of many
    int letters = series.get(0).places().stream().mapToInt(String::length).sum();
    styler.setXAxisLabelRotation(letters > LETTERS ? STEEP : 0);
    for (Bars bars : series) {
      chart.addSeries(
          bars.name(),
          bars.places(),
          bars.samples().stream().map(Sample::mean).toList(),
          bars.samples().stream().map(BarChart::half).toList());
    }
    return chart;
  }

  /** How far the interval reaches to either side; 0 if there is none. */
  private static double half(Sample sample) {
    Interval interval = sample.interval(CONFIDENCE);
    double half = (interval.high() - interval.low()) / 2;
    return Double.isFinite(half) ? half : 0;
  }
}
