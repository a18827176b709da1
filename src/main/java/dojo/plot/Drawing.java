package dojo.plot;

import dojo.words.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Puts lines into a chart: bands first, so that every line lies above every band.
 *
 * <p>A point that is NaN or infinite has no place: the line has a gap there, a cross stands on the
 * lower edge, and the legend says how many there are.
 *
 * @param chart where to
 * @param x the horizontal scale
 * @param y the vertical scale
 * @param words for the legend
 */
record Drawing(XYChart chart, Scale x, Scale y, Words words) {
  private static final Marker[] SHAPES = {
    SeriesMarkers.CIRCLE, SeriesMarkers.DIAMOND, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP
  };

  void draw(List<Line> lines) {
    Set<String> legend = lines.stream().map(this::inLegend).collect(Collectors.toSet());
    lines.forEach(line -> band(line, legend));
    int dots = 0;
    for (Line line : lines) {
      line(line, SHAPES[dots % SHAPES.length]);
      dots += line.look() == Line.Look.DOTS ? 1 : 0;
    }
    lines.forEach(this::crosses);
  }

  /** What the legend says of a line; those that join dots are not in it. */
  private String inLegend(Line line) {
    return line.lost() == 0
        ? line.name()
        : words.say("line-with-lost-points", line.name(), line.lost(), line.x().length);
  }

  /** XChart knows each series by a name of its own; this one says so, and no line has it. */
  private XYSeries series(String name, Set<String> taken, double[] places, double[] heights) {
    String free = name;
    Set<String> used = new HashSet<>(taken);
    chart.getSeriesCollection().forEach(series -> used.add(series.getName()));
    while (used.contains(free)) {
      free += "′";
    }
    XYSeries series = chart.addSeries(free, places, heights);
    series.setLabel(name);
    return series;
  }

  /** A band for each part of a line without a gap. */
  private void band(Line line, Set<String> legend) {
    int parts = 0;
    int from = 0;
    for (int i = 0; i <= line.low().length; i++) {
      boolean gap =
          i == line.low().length
              || !line.hasPlace(i)
              || !Double.isFinite(line.high()[i] - line.low()[i]);
      if (gap && i > from) {
        String name = line.name() + " band" + (parts == 0 ? "" : " " + (parts + 1));
        part(line, name, legend, from, i);
        parts++;
      }
      from = gap ? i + 1 : from;
    }
  }

  private void part(Line line, String name, Set<String> legend, int from, int to) {
    int n = to - from;
    double[] places = new double[2 * n];
    double[] heights = new double[2 * n];
    for (int i = 0; i < n; i++) { // there along the upper edge, back along the lower one
      places[i] = x.drawn(line.x()[from + i]);
      heights[i] = y.drawn(line.high()[from + i]);
      places[2 * n - 1 - i] = places[i];
      heights[2 * n - 1 - i] = y.drawn(line.low()[from + i]);
    }
    XYSeries band = series(name, legend, places, heights);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(Palette.veil(line.colour()));
    band.setLineColor(Palette.veil(line.colour()));
    band.setLineWidth(0);
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
  }

  private void line(Line line, Marker shape) {
    boolean dots = line.look() == Line.Look.DOTS;
    double[] places = x.drawn(line.x());
    double[] heights = y.drawn(line.y());
    for (int i = 0; i < places.length; i++) {
      if (!line.hasPlace(i)) {
        places[i] = Double.isFinite(places[i]) ? places[i] : x.start();
        heights[i] = Double.NaN; // a gap
      }
    }
    XYSeries series = series(inLegend(line), Set.of(), places, heights);
    series.setXYSeriesRenderStyle(dots ? XYSeriesRenderStyle.Scatter : XYSeriesRenderStyle.Line);
    series.setMarker(dots ? shape : SeriesMarkers.NONE);
    series.setMarkerColor(colour(line));
    series.setLineColor(colour(line));
    series.setLineStyle(stroke(line.look()));
    series.setShowInLegend(line.look() != Line.Look.JOIN);
    if (dots) {
      chart.getStyler().setMarkerSize(ChartStyle.MARKER);
    }
  }

  private void crosses(Line line) {
    double[] places = x.drawn(line.placesOfLost());
    if (places.length == 0) {
      return;
    }
    double[] edge = new double[places.length];
    Arrays.fill(edge, y.drawn(y.low()));
    XYSeries crosses = series(line.name() + " lost", Set.of(), places, edge);
    crosses.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    crosses.setMarker(SeriesMarkers.CROSS);
    crosses.setMarkerColor(colour(line));
    crosses.setShowInLegend(false);
    chart.getStyler().setMarkerSize(ChartStyle.MARKER);
  }

  private static Color colour(Line line) {
    return line.colour() == Line.NO_COLOUR ? Palette.NEUTRAL : Palette.of(line.colour());
  }

  private static BasicStroke stroke(Line.Look look) {
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
