package dojo.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How every chart of the course looks: white, quiet, readable on a projector. */
final class ChartStyle {
  static final int WIDTH = 760;

  /** The size of a dot. */
  static final int MARKER = 7;

  private ChartStyle() {}

  static void apply(AxesChartStyler styler) {
    Color grid = new Color(0xE4E4E4);
    styler.setLocale(Locale.ROOT); // a decimal point for every reader
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(grid);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setAntiAlias(true);
  }

  /** Lets axes go where their scales say; the vertical one starts exactly there if it is cut. */
  static void apply(AxesChartStyler styler, Scale x, Scale y, boolean cut) {
    styler.setMarkerSize(0);
    styler.setXAxisLogarithmic(x.byPowers());
    styler.setXAxisLogarithmicDecadeOnly(false);
    styler.setXAxisMin(x.start()).setXAxisMax(x.end());
    styler.setXAxisTickLabelsFormattingFunction(x.labels());
    styler.setYAxisLogarithmic(y.byPowers());
    styler.setYAxisLogarithmicDecadeOnly(false);
    styler.setYAxisMin(cut ? y.drawn(y.low()) : y.start()).setYAxisMax(y.end());
    styler.setYAxisTickLabelsFormattingFunction(y.labels());
  }
}
