package dojo.plot;

import dojo.experiment.Sample;
import dojo.tensor.Tensor;
import dojo.words.Words;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * How values are distributed: for each series, which share of its values lies in each bin. All
 * series have the same bins, so that they can be compared, however many values each has. A value:
 * each method returns a new histogram.
 *
 * <pre>{@code
 * ValueHistogram.of("Confidence", "largest probability").withRange(0, 1)
 *     .values("known", known).values("unknown", unknown)
 * }</pre>
 */
public final class ValueHistogram extends Pictured {
  private static final int MOST_BINS = 1000;

  private final String title;
  private final String xTitle;
  private final Bins bins;
  private final List<Series> series;

  private ValueHistogram(String title, String xTitle, Bins bins, List<Series> series) {
    this.title = title;
    this.xTitle = xTitle;
    this.bins = bins;
    this.series = List.copyOf(series);
  }

  /** How many bins there are, and where they start and end: wherever the values do, if equal. */
  private record Bins(int count, double low, double high) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  private record Series(String name, double[] values) {}

  /**
   * Returns a histogram of 20 bins, without values as yet.
   *
   * @param title what is shown
   * @param xTitle what the values are, with their unit
   * @return the histogram
   */
  public static ValueHistogram of(String title, String xTitle) {
    return new ValueHistogram(title, xTitle, new Bins(20, 0, 0), List.of());
  }

  /**
   * Returns this histogram with another number of bins.
   *
   * @param count from 1 to 1,000
   * @return the new histogram
   * @throws IllegalArgumentException if the number is outside that range
   */
  public ValueHistogram withBins(int count) {
    if (count < 1 || count > MOST_BINS) {
      throw new IllegalArgumentException(
          "a histogram has from 1 to " + MOST_BINS + " bins, but was to have " + count);
    }
    return new ValueHistogram(title, xTitle, new Bins(count, bins.low(), bins.high()), series);
  }

  /**
   * Returns this histogram with bins from one number to another, instead of from the smallest value
   * to the largest.
   *
   * @param low where the first bin starts
   * @param high where the last bin ends
   * @return the new histogram; drawing it is refused if a value lies outside
   * @throws IllegalArgumentException if low is not below high, or one is infinite
   */
  public ValueHistogram withRange(double low, double high) {
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "bins must end above their start, but went from " + low + " to " + high);
    }
    return new ValueHistogram(title, xTitle, new Bins(bins.count(), low, high), series);
  }

  /**
   * Returns this histogram with one more series, in a colour of its own.
   *
   * @param name what the legend calls it, unlike the others
   * @param values at least one, all finite
   * @return the new histogram
   * @throws IllegalArgumentException if there are no values, one is NaN or infinite, or the name is
   *     blank or taken
   */
  public ValueHistogram values(String name, double... values) {
    if (name.isBlank() || series.stream().anyMatch(other -> other.name().equals(name))) {
      throw new IllegalArgumentException(
          "every series needs a name of its own, but one was \"" + name + "\"");
    }
    if (values.length == 0) {
      throw new IllegalArgumentException(
          "series \"" + name + "\" needs at least one value, but had none");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "values must be finite to be in a bin, but one of \""
                + name
                + "\" was "
                + value
                + ": leave it out");
      }
    }
    List<Series> more = new ArrayList<>(series);
    more.add(new Series(name, values.clone()));
    return new ValueHistogram(title, xTitle, bins, more);
  }

  /**
   * Returns this histogram with one more series: the numbers of a tensor.
   *
   * @param name what the legend calls it, unlike the others
   * @param values at least one, all finite, of any shape
   * @return the new histogram
   * @throws IllegalArgumentException as for numbers
   */
  public ValueHistogram values(String name, Tensor values) {
    return values(name, Numbers.of(values));
  }

  /**
   * Returns this histogram with one more series: a number per seed, for example.
   *
   * @param name what the legend calls it, unlike the others
   * @param values all finite
   * @return the new histogram
   * @throws IllegalArgumentException as for numbers
   */
  public ValueHistogram values(String name, Sample values) {
    return values(name, values.values());
  }

  /** The bins of all series: count + 1 numbers, the first and the last being both ends. */
  double[] edges() {
    if (series.isEmpty()) {
      throw new IllegalStateException("histogram \"" + title + "\" has no values yet: add some");
    }
    boolean fits = bins.low() == bins.high();
    double[] all = series.stream().flatMapToDouble(s -> Arrays.stream(s.values())).toArray();
    Scale range = fits ? Scale.fitting(all, false) : new Scale(bins.low(), bins.high(), false);
    double step = range.high() / bins.count() - range.low() / bins.count(); // no overflow
    double[] edges = new double[bins.count() + 1];
    Arrays.setAll(edges, i -> i == bins.count() ? range.high() : range.low() + i * step);
    return edges;
  }

  /**
   * Which share of a series lies in each bin, in per cent. A value on an edge lies in the bin above
   * it, the largest in the last.
   */
  private static double[] shares(Series series, double... edges) {
    int last = edges.length - 2;
    double[] shares = new double[last + 1];
    for (double value : series.values()) {
      if (value < edges[0] || value > edges[last + 1]) {
        throw new IllegalArgumentException(
            "the bins go from "
                + edges[0]
                + " to "
                + edges[last + 1]
                + ", but a value of \""
                + series.name()
                + "\" was "
                + value
                + ": widen the range");
      }
      int at = Arrays.binarySearch(edges, value);
      shares[Math.min(last, at >= 0 ? at : -at - 2)] += 100.0 / series.values().length;
    }
    return shares;
  }

  /** The chart as XChart sees it: an outline for each series, filled down to 0. */
  XYChart chart(Locale language) {
    Words words = Words.of(ValueHistogram.class, language);
    double[] edges = edges();
    List<Line> lines =
        IntStream.range(0, series.size()).mapToObj(i -> outline(series.get(i), i, edges)).toList();
    double highest =
        lines.stream().flatMapToDouble(line -> Arrays.stream(line.y())).max().orElse(1);
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(380)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(words.say("share-of-values"))
            .build();
    Scale x = new Scale(edges[0], edges[edges.length - 1], false);
    Scale y = new Scale(0, highest, false);
    ChartStyle.apply(chart.getStyler());
    ChartStyle.apply(chart.getStyler(), x, y, true);
    new Drawing(chart, x, y, words).draw(lines);
    return chart;
  }

  private static Line outline(Series series, int colour, double... edges) {
    double[] shares = shares(series, edges);
    double[] x = new double[2 * edges.length];
    double[] y = new double[x.length]; // 0 at both ends
    for (int i = 0; i < edges.length; i++) {
      x[2 * i] = edges[i];
      x[2 * i + 1] = edges[i];
      y[2 * i] = i == 0 ? 0 : shares[i - 1];
      y[2 * i + 1] = i == shares.length ? 0 : shares[i];
    }
    return new Line(series.name(), x, y, new double[x.length], y, colour, Line.Look.SOLID, 0);
  }

  @Override
  public BufferedImage image() {
    return BitmapEncoder.getBufferedImage(chart(Words.surroundings()));
  }

  @Override
  Content content() {
    double[] edges = edges();
    return new DistributionText(
        title,
        xTitle,
        edges,
        series.stream()
            .map(
                each ->
                    new DistributionText.Series(each.name(), each.values(), shares(each, edges)))
            .toList());
  }
}
