package dojo.report;

import dojo.grade.Points;
import java.time.Duration;
import java.util.Locale;

/** Amounts as a page shows them. */
final class Amounts {
  private static final double MILLIS = 1000;

  private Amounts() {}

  /** Points without zeros that say nothing; a dash where there is no grade. */
  static String points(double points) {
    return Double.isNaN(points) ? "–" : Points.text(points);
  }

  /** Seconds with one digit after the point. */
  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / MILLIS);
  }
}
