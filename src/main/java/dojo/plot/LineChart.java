package dojo.plot;

import dojo.experiment.Sample;
import dojo.tensor.Tensor;
import dojo.words.Words;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * A chart of lines, with bands where a line is a mean over seeds. A value: each method returns a
 * new chart, and a notebook draws it with {@code show(chart)}.
 *
 * <pre>{@code
 * LineChart.of("Loss", "epoch", "loss (nats)").line("train", epochs, losses)
 * }</pre>
 */
public final class LineChart extends Pictured {
  private final String title;
  private final String xTitle;
  private final String yTitle;
  private final Axes axes;
  private final List<Line> lines;

  private LineChart(String title, String xTitle, String yTitle, Axes axes, List<Line> lines) {
    this.title = title;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
    this.axes = axes;
    this.lines = List.copyOf(lines);
  }

  /** Where the vertical axis is cut (nowhere, if low is high), and which axes are logarithmic. */
  private record Axes(double low, double high, boolean logarithmicX, boolean logarithmicY) {
    boolean isCut() {
      return low < high;
    }
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
    return new LineChart(title, xTitle, yTitle, new Axes(0, 0, false, false), List.of());
  }

  /**
   * Returns this chart with a vertical axis of a certain range, instead of one that fits all lines;
   * what lies outside is cut off.
   *
   * @param low where the axis starts; 0 if heights are to be compared
   * @param high where it ends
   * @return the new chart
   * @throws IllegalArgumentException if low is not below high, or one is infinite
   */
  public LineChart withRange(double low, double high) {
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "an axis must end above its start, but went from " + low + " to " + high);
    }
    Axes cut = new Axes(low, high, axes.logarithmicX(), axes.logarithmicY());
    return new LineChart(title, xTitle, yTitle, cut, lines);
  }

  /**
   * Returns this chart with another name for what the horizontal axis shows.
   *
   * @param newTitle what it shows, with its unit
   * @return the new chart
   */
  public LineChart withXTitle(String newTitle) {
    return new LineChart(title, newTitle, yTitle, axes, lines);
  }

  /**
   * Returns this chart with a horizontal axis on which equal distances are equal factors, as
   * learning rates and sizes need.
   *
   * @return the new chart; drawing it is refused if a line has an x of 0 or below
   */
  public LineChart withLogarithmicX() {
    Axes other = new Axes(axes.low(), axes.high(), true, axes.logarithmicY());
    return new LineChart(title, xTitle, yTitle, other, lines);
  }

  /**
   * Returns this chart with a vertical axis on which equal distances are equal factors.
   *
   * @return the new chart; drawing it is refused if a line or a band has a y of 0 or below, even
   *     where a range would cut it off
   */
  public LineChart withLogarithmicY() {
    Axes other = new Axes(axes.low(), axes.high(), axes.logarithmicX(), true);
    return new LineChart(title, xTitle, yTitle, other, lines);
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
    return plus(name, x, y, new double[0], new double[0], nextColour(), Line.Look.SOLID);
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
    return line(name, Numbers.from0(y.size()), y.values()).under(y.seeds());
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
    return plus(name, x, y, new double[0], new double[0], nextColour() - 1, Line.Look.DASHED);
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
    return plus(name, x, y, new double[0], new double[0], nextColour(), Line.Look.DOTS);
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
    return dots(name, Numbers.from0(y.size()), y.values()).under(y.seeds());
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
          joined.apart(
              "pair " + i, new double[] {i, i}, new double[] {low[i], high[i]}, Line.Look.JOIN);
    }
    return joined.dots(first, a).dots(second, b);
  }

  /**
   * Returns this chart with a thin dotted line at one height, as far as the finite points of the
   * lines before it reach: something to compare them with.
   *
   * @param name what the legend calls it
   * @param y its height
   * @return the new chart
   * @throws IllegalStateException if the chart has no line yet, or none with a finite x
   */
  public LineChart level(String name, double y) {
    requireLines();
    double[] x =
        lines.stream()
            .flatMapToDouble(line -> DoubleStream.of(line.x()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (x.length == 0) {
      throw new IllegalStateException(
          "chart \""
              + title
              + "\" has no line with a finite x yet, so the level \""
              + name
              + "\" would reach nowhere: add one first");
    }
    double[] ends = {x[0], x[x.length - 1]};
    return apart(requireFree(name), ends, new double[] {y, y}, Line.Look.LEVEL);
  }

  /** Checks that a name can stand in the legend beside the others. */
  private String requireFree(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "every line needs a name for the legend, but one of chart \"" + title + "\" was blank");
    }
    if (lines.stream().anyMatch(l -> l.look() != Line.Look.JOIN && l.name().equals(name))) {
      throw new IllegalArgumentException(
          "every line needs a name of its own, but chart \""
              + title
              + "\" has one called \""
              + name
              + "\" already");
    }
    return name;
  }

  private void requireLines() {
    if (lines.isEmpty()) {
      throw new IllegalStateException("chart \"" + title + "\" has no line yet: add one");
    }
  }

  /** A line that takes no colour from the others. */
  private LineChart apart(String name, double[] x, double[] y, Line.Look look) {
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(name, x, y, new double[0], new double[0], Line.NO_COLOUR, look, 0));
    return new LineChart(title, xTitle, yTitle, axes, more);
  }

  /**
   * Returns this chart with the mean of several curves, in a colour of its own, and a band of one
   * standard deviation to either side.
   *
   * @param name what the legend calls it
   * @param x where the points lie on the horizontal axis
   * @param curves at least one; the longest has as many points. Where one ends, the mean and the
   *     band are those of the others; a curve that is left alone has no band
   * @return the new chart
   */
  public LineChart band(String name, double[] x, List<double[]> curves) {
    Spread spread = Spread.of(curves);
    return plus(name, x, spread.mean(), spread.low(), spread.high(), nextColour(), Line.Look.SOLID);
  }

  /**
   * Returns this chart with the mean of several curves and their band, dashed and in the colour of
   * the line before it.
   *
   * @param name what the legend calls it
   * @param x where the points lie on the horizontal axis
   * @param curves at least one, as for {@link #band}
   * @return the new chart
   */
  public LineChart dashedBand(String name, double[] x, List<double[]> curves) {
    Spread spread = Spread.of(curves);
    return plus(
        name, x, spread.mean(), spread.low(), spread.high(), nextColour() - 1, Line.Look.DASHED);
  }

  private LineChart plus(
      String name,
      double[] x,
      double[] y,
      double[] low,
      double[] high,
      int colour,
      Line.Look look) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "line \"" + name + "\" needs as many x as y, but had " + x.length + " and " + y.length);
    }
    if (x.length == 0) {
      throw new IllegalArgumentException(
          "line \"" + name + "\" needs at least one point, but had none");
    }
    List<Line> more = new ArrayList<>(lines);
    String free = requireFree(name);
    more.add(new Line(free, x.clone(), y.clone(), low, high, Math.max(colour, 0), look, 0));
    return new LineChart(title, xTitle, yTitle, axes, more);
  }

  /** This chart, the last line of which was computed under so many seeds; 0 if nobody knows. */
  LineChart under(int seeds) {
    List<Line> more = new ArrayList<>(lines);
    more.add(more.remove(lines.size() - 1).under(seeds));
    return new LineChart(title, xTitle, yTitle, axes, more);
  }

  private int nextColour() {
    return lines.stream().mapToInt(line -> line.colour() + 1).max().orElse(0);
  }

  @Override
  public BufferedImage image() {
    return BitmapEncoder.getBufferedImage(chart());
  }

  @Override
  Content content() {
    List<Double> cut = axes.isCut() ? List.of(axes.low(), axes.high()) : List.of();
    List<Curve> curves =
        lines.stream().filter(line -> line.look() != Line.Look.JOIN).map(LineChart::curve).toList();
    return new ChartText(
        title, xTitle, yTitle, new ChartText.View(cut, axes.logarithmicY()), curves);
  }

  private static Curve curve(Line line) {
    return new Curve(
        line.name(), line.x(), line.y(), line.low(), line.high(), line.look(), line.seeds());
  }

  /** The chart as XChart sees it, in the language of this program's surroundings. */
  XYChart chart() {
    return chart(Words.surroundings());
  }

  private XYChart chart(Locale language) {
    requireLines();
    Scale x = Scale.fitting(all(List.of(Line::x)), axes.logarithmicX());
    // checked even if it is cut: what has no logarithm is not below the axis, but nowhere
    Scale whole = Scale.fitting(all(List.of(Line::y, Line::low, Line::high)), axes.logarithmicY());
    Scale y = axes.isCut() ? new Scale(axes.low(), axes.high(), axes.logarithmicY()) : whole;
    if (axes.logarithmicY()) {
      Scale.requireAbove0(y.low(), true);
    }
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(430)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    ChartStyle.apply(chart.getStyler());
    ChartStyle.apply(chart.getStyler(), x, y, axes.isCut());
    new Drawing(chart, x, y, Words.of(LineChart.class, language)).draw(lines);
    return chart;
  }

  private double[] all(List<Function<Line, double[]>> parts) {
    return lines.stream()
        .flatMap(line -> parts.stream().map(part -> part.apply(line)))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
