package dojo.plot;

import dojo.experiment.Sample;
import dojo.tensor.Tensor;
import dojo.words.Shown;
import dojo.words.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A chart of lines, with bands where a line is a mean over seeds. A value: each method returns a
 * new chart, and a notebook draws it with {@code show(chart)}.
 *
 * <pre>{@code
 * LineChart.of("Loss", "epoch", "loss (nats)").line("train", epochs, losses)
 * }</pre>
 */
public final class LineChart implements Shown {
  private static final int MOST_TICKS = 15;
  private static final int NO_COLOUR = -1;
  private static final Marker[] SHAPES = {
    SeriesMarkers.CIRCLE, SeriesMarkers.DIAMOND, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP
  };

  private final String title;
  private final String xTitle;
  private final String yTitle;
  private final Range range;
  private final List<Line> lines;

  private LineChart(String title, String xTitle, String yTitle, Range range, List<Line> lines) {
    this.title = title;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
    this.range = range;
    this.lines = List.copyOf(lines);
  }

  /** One line, its band (empty for none), and how it is drawn. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  private record Line(
      String name, double[] x, double[] y, double[] low, double[] high, int colour, Look look) {}

  private record Range(double low, double high) {
    /** Not a range: the axis fits all lines. */
    static final Range FITTING = new Range(0, 0);
  }

  private enum Look {
    SOLID,
    DASHED,
    DOTS,
    /** A thin dotted line to compare others with. */
    LEVEL,
    /** A thin line that joins two dots; the legend and the text leave it out. */
    JOIN
  }

  /**
   * Returns an empty chart.
   *
   * @param title what is shown
   * @param xTitle what the horizontal axis shows, with its unit
   * @param yTitle what the vertical axis shows, with its unit
   * @return the chart
   */
  public static LineChart of(String title, String xTitle, String yTitle) {
    return new LineChart(title, xTitle, yTitle, Range.FITTING, List.of());
  }

  /**
   * Returns this chart with a vertical axis of a certain range, instead of one that fits all lines;
   * what lies outside is cut off.
   *
   * @param low where the axis starts; 0 if heights are to be compared
   * @param high where it ends
   * @return the new chart
   * @throws IllegalArgumentException if low is not below high
   */
  public LineChart withRange(double low, double high) {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "an axis must end above its start, but went from " + low + " to " + high);
    }
    return new LineChart(title, xTitle, yTitle, new Range(low, high), lines);
  }

  /**
   * Returns this chart with one more line, in a colour of its own.
   *
   * @param name what the legend calls it
   * @param x where its points lie on the horizontal axis
   * @param y and on the vertical one; equally many
   * @return the new chart
   */
  public LineChart line(String name, double[] x, double[] y) {
    return plus(name, x, y, new double[0], new double[0], nextColour(), Look.SOLID);
  }

  /**
   * Returns this chart with one more line, in a colour of its own.
   *
   * @param name what the legend calls it
   * @param x where its points lie on the horizontal axis, of any shape
   * @param y and on the vertical one; equally many
   * @return the new chart
   * @throws IllegalArgumentException if the sizes differ
   */
  public LineChart line(String name, Tensor x, Tensor y) {
    return line(name, Numbers.of(x), Numbers.of(y));
  }

  /**
   * Returns this chart with one more line through points at 0, 1, 2 and so on: a number per seed,
   * for example.
   *
   * @param name what the legend calls it
   * @param y where its points lie on the vertical axis
   * @return the new chart
   */
  public LineChart line(String name, Sample y) {
    return line(name, Numbers.from0(y.size()), y.values());
  }

  /**
   * Returns this chart with one more line through points at 1, 2, 3 and so on: a number per epoch,
   * for example.
   *
   * @param name what the legend calls it
   * @param y where its points lie on the vertical axis
   * @return the new chart
   */
  public LineChart line(String name, double[] y) {
    return line(name, Numbers.from1(y.length), y);
  }

  /**
   * Returns this chart with one more line, dashed and in the colour of the line before it: for
   * pairs such as train and test.
   *
   * @param name what the legend calls it
   * @param x where its points lie on the horizontal axis
   * @param y and on the vertical one; equally many
   * @return the new chart
   */
  public LineChart dashed(String name, double[] x, double[] y) {
    return plus(name, x, y, new double[0], new double[0], nextColour() - 1, Look.DASHED);
  }

  /**
   * Returns this chart with one more line, dashed and in the colour of the line before it.
   *
   * @param name what the legend calls it
   * @param x where its points lie on the horizontal axis, of any shape
   * @param y and on the vertical one; equally many
   * @return the new chart
   * @throws IllegalArgumentException if the sizes differ
   */
  public LineChart dashed(String name, Tensor x, Tensor y) {
    return dashed(name, Numbers.of(x), Numbers.of(y));
  }

  /**
   * Returns this chart with one more set of points that no line joins.
   *
   * @param name what the legend calls it
   * @param x where its points lie on the horizontal axis
   * @param y and on the vertical one; equally many
   * @return the new chart
   */
  public LineChart dots(String name, double[] x, double[] y) {
    return plus(name, x, y, new double[0], new double[0], nextColour(), Look.DOTS);
  }

  /**
   * Returns this chart with one more set of points that no line joins.
   *
   * @param name what the legend calls it
   * @param x where its points lie on the horizontal axis, of any shape
   * @param y and on the vertical one; equally many
   * @return the new chart
   * @throws IllegalArgumentException if the sizes differ
   */
  public LineChart dots(String name, Tensor x, Tensor y) {
    return dots(name, Numbers.of(x), Numbers.of(y));
  }

  /**
   * Returns this chart with one more set of points, joined by no line, at 0, 1, 2 and so on: a
   * number per seed, for example.
   *
   * @param name what the legend calls it
   * @param y where its points lie on the vertical axis
   * @return the new chart
   */
  public LineChart dots(String name, Sample y) {
    return dots(name, Numbers.from0(y.size()), y.values());
  }

  /**
   * Returns this chart with two more sets of points at 0, 1, 2 and so on, and a line from each
   * point to its partner: a number per seed under each of two settings.
   *
   * @param first what the legend calls the first set
   * @param a where its points lie on the vertical axis
   * @param second what the legend calls the second set
   * @param b and where its points lie; equally many
   * @return the new chart
   * @throws IllegalArgumentException if the sizes differ
   */
  public LineChart pairs(String first, Sample a, String second, Sample b) {
    double[] low = a.values();
    double[] high = b.values();
    if (low.length != high.length) {
      throw new IllegalArgumentException(
          "pairs need a partner for every point, but had " + low.length + " and " + high.length);
    }
    LineChart joined = this;
    for (int i = 0; i < low.length; i++) {
      joined =
          joined.apart("pair " + i, new double[] {i, i}, new double[] {low[i], high[i]}, Look.JOIN);
    }
    return joined.dots(first, a).dots(second, b);
  }

  /**
   * Returns this chart with a thin dotted line at one height, as far as the lines before it reach:
   * something to compare them with.
   *
   * @param name what the legend calls it
   * @param y its height
   * @return the new chart
   * @throws IllegalStateException if the chart has no line yet
   */
  public LineChart level(String name, double y) {
    requireLines();
    double[] x = lines.stream().flatMapToDouble(line -> DoubleStream.of(line.x())).toArray();
    double low = DoubleStream.of(x).min().orElseThrow();
    double high = DoubleStream.of(x).max().orElseThrow();
    return apart(name, new double[] {low, high}, new double[] {y, y}, Look.LEVEL);
  }

  private void requireLines() {
    if (lines.isEmpty()) {
      throw new IllegalStateException("chart \"" + title + "\" has no line yet: add one");
    }
  }

  /** A line that takes no colour from the others. */
  private LineChart apart(String name, double[] x, double[] y, Look look) {
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(name, x, y, new double[0], new double[0], NO_COLOUR, look));
    return new LineChart(title, xTitle, yTitle, range, more);
  }

  /**
   * Returns this chart with the mean of several curves, in a colour of its own, and a band of one
   * standard deviation to either side.
   *
   * @param name what the legend calls it
   * @param x where the points lie on the horizontal axis
   * @param curves at least one, each with as many points
   * @return the new chart
   */
  public LineChart band(String name, double[] x, List<double[]> curves) {
    Spread spread = Spread.of(curves);
    return plus(name, x, spread.mean(), spread.low(), spread.high(), nextColour(), Look.SOLID);
  }

  /**
   * Returns this chart with the mean of several curves and their band, dashed and in the colour of
   * the line before it.
   *
   * @param name what the legend calls it
   * @param x where the points lie on the horizontal axis
   * @param curves at least one, each with as many points
   * @return the new chart
   */
  public LineChart dashedBand(String name, double[] x, List<double[]> curves) {
    Spread spread = Spread.of(curves);
    return plus(name, x, spread.mean(), spread.low(), spread.high(), nextColour() - 1, Look.DASHED);
  }

  private LineChart plus(
      String name, double[] x, double[] y, double[] low, double[] high, int colour, Look look) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "line \"" + name + "\" needs as many x as y, but had " + x.length + " and " + y.length);
    }
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(name, withRoundTicks(x), y.clone(), low, high, Math.max(colour, 0), look));
    return new LineChart(title, xTitle, yTitle, range, more);
  }

  /**
   * XChart labels every one of many evenly spaced points, one on top of the other. A shift too
   * small to see makes it choose round numbers instead.
   */
  private static double[] withRoundTicks(double[] x) {
    double[] points = x.clone();
    if (points.length > MOST_TICKS) {
      points[0] += 2e-4;
    }
    return points;
  }

  private int nextColour() {
    return lines.stream().mapToInt(line -> line.colour() + 1).max().orElse(0);
  }

  /**
   * Draws this chart.
   *
   * @return the pixels
   * @throws IllegalStateException if the chart has no line
   */
  public BufferedImage image() {
    return BitmapEncoder.getBufferedImage(chart());
  }

  /**
   * Draws this chart, with its text alternative.
   *
   * @return the picture
   * @throws IllegalStateException if the chart has no line
   */
  public Picture picture() {
    return new Picture(image(), this::text);
  }

  @Override
  public String html() {
    return picture().html();
  }

  /** Says in words what is drawn, as a notebook without pictures shows it. */
  @Override
  public String toString() {
    return text(Words.surroundings());
  }

  String text(Locale language) {
    List<Double> cut = range.equals(Range.FITTING) ? List.of() : List.of(range.low(), range.high());
    List<ChartText.Curve> curves =
        lines.stream().filter(line -> line.look() != Look.JOIN).map(LineChart::curve).toList();
    return new ChartText(title, xTitle, yTitle, cut, curves).in(language);
  }

  private static ChartText.Curve curve(Line line) {
    double[] band = line.high().clone();
    for (int i = 0; i < band.length; i++) {
      band[i] -= line.y()[i];
    }
    return new ChartText.Curve(line.name(), line.x(), line.y(), band);
  }

  /** The chart as XChart sees it; bands first, so that every line lies above every band. */
  XYChart chart() {
    requireLines();
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(430)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setMarkerSize(0);
    if (!range.equals(Range.FITTING)) {
      chart.getStyler().setYAxisMin(range.low()).setYAxisMax(range.high());
    }
    for (Line line : lines) {
      if (line.low().length > 0) {
        addBand(chart, line);
      }
    }
    int dots = 0;
    for (Line line : lines) {
      addLine(chart, line, dots);
      dots += line.look() == Look.DOTS ? 1 : 0;
    }
    return chart;
  }

  private static void addBand(XYChart chart, Line line) {
    int n = line.x().length;
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    for (int i = 0; i < n; i++) { // there along the upper edge, back along the lower one
      x[i] = line.x()[i];
      y[i] = line.high()[i];
      x[2 * n - 1 - i] = line.x()[i];
      y[2 * n - 1 - i] = line.low()[i];
    }
    XYSeries band = chart.addSeries(line.name() + " band", x, y);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(Palette.veil(line.colour()));
    band.setLineColor(Palette.veil(line.colour()));
    band.setLineWidth(0);
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
  }

  private static void addLine(XYChart chart, Line line, int dotsBefore) {
    boolean dots = line.look() == Look.DOTS;
    Color colour = line.colour() == NO_COLOUR ? Palette.NEUTRAL : Palette.of(line.colour());
    XYSeries series = chart.addSeries(line.name(), line.x(), line.y());
    series.setXYSeriesRenderStyle(dots ? XYSeriesRenderStyle.Scatter : XYSeriesRenderStyle.Line);
    series.setMarker(dots ? SHAPES[dotsBefore % SHAPES.length] : SeriesMarkers.NONE);
    series.setMarkerColor(colour);
    series.setLineColor(colour);
    series.setLineStyle(stroke(line.look()));
    series.setShowInLegend(line.look() != Look.JOIN);
    if (dots) {
      chart.getStyler().setMarkerSize(9);
    }
  }

  private static BasicStroke stroke(Look look) {
    return switch (look) {
      case DASHED -> broken(2, 6, 4);
      case LEVEL -> broken(1.6f, 2, 3);
      case JOIN -> new BasicStroke(1);
      default -> new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    };
  }

  private static BasicStroke broken(float width, float line, float gap) {
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {line, gap}, 0);
  }
}
