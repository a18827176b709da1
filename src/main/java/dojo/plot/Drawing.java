package dojo.plot;

import dojo.words.Words;
import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
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

  void draw(List<Line> lines) {
    lines.forEach(this::band);
    lines.forEach(this::line);
    lines.forEach(this::crosses);
  }

  /** A band for each part of a line without a gap. */
  private void band(Line line) {
    int parts = 0;
    int from = 0;
    for (int i = 0; i <= line.low().length; i++) {
      boolean gap =
          i == line.low().length
              || !line.hasPlace(i)
              || !Double.isFinite(line.high()[i] - line.low()[i]);
      if (gap && i > from) {
        part(line, line.name() + " band" + (parts == 0 ? "" : " " + (parts + 1)), from, i);
        parts++;
      }
      from = gap ? i + 1 : from;
    }
  }

  private void part(Line line, String name, int from, int to) {
    int n = to - from;
    double[] places = new double[2 * n];
    double[] heights = new double[2 * n];
    for (int i = 0; i < n; i++) { // there along the upper edge, back along the lower one
      places[i] = x.drawn(line.x()[from + i]);
      heights[i] = y.drawn(line.high()[from + i]);
      places[2 * n - 1 - i] = places[i];
      heights[2 * n - 1 - i] = y.drawn(line.low()[from + i]);
    }
    XYSeries band = chart.addSeries(name, places, heights);
    band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(Palette.veil(line.colour()));
    band.setLineColor(Palette.veil(line.colour()));
    band.setLineWidth(0);
    band.setMarker(SeriesMarkers.NONE);
    band.setShowInLegend(false);
  }

  private void line(Line line) {
    boolean dots = line.look() == Line.Look.DOTS;
    double[] places = x.drawn(line.x());
    double[] heights = y.drawn(line.y());
    for (int i = 0; i < places.length; i++) {
      if (!line.hasPlace(i)) {
        places[i] = Double.isFinite(places[i]) ? places[i] : x.start();
        heights[i] = Double.NaN; // a gap
      }
    }
    String name =
        line.lost() == 0
            ? line.name()
            : words.say("line-with-lost-points", line.name(), line.lost(), places.length);
    XYSeries series = chart.addSeries(name, places, heights);
    Marker marker = dots ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE;
    series.setXYSeriesRenderStyle(dots ? XYSeriesRenderStyle.Scatter : XYSeriesRenderStyle.Line);
    series.setMarker(marker);
    series.setMarkerColor(Palette.of(line.colour()));
    series.setLineColor(Palette.of(line.colour()));
    series.setLineStyle(
        line.look() == Line.Look.DASHED
            ? new BasicStroke(
                2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0)
            : new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
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
    XYSeries crosses = chart.addSeries(line.name() + " lost", places, edge);
    crosses.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    crosses.setMarker(SeriesMarkers.CROSS);
    crosses.setMarkerColor(Palette.of(line.colour()));
    crosses.setShowInLegend(false);
    chart.getStyler().setMarkerSize(ChartStyle.MARKER);
  }
}
