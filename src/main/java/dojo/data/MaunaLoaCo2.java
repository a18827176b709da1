package dojo.data;

import dojo.tensor.Floats;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The carbon dioxide in the air over Mauna Loa, Hawaii, week by week from March 1958 to December
 * 2001: a rising trend with a yearly cycle.
 *
 * <p>59 of the 2,284 weeks have no measurement and are left out, so the steps are not all of seven
 * days. The set comes with the kit (public domain).
 *
 * @see <a href="https://www.statsmodels.org/stable/datasets/generated/co2.html">Keeling and Whorf
 *     (2004), Atmospheric CO2 concentrations derived from flask air samples at sites in the SIO
 *     network</a>
 */
public final class MaunaLoaCo2 {
  private MaunaLoaCo2() {}

  /**
   * Returns all weeks with a measurement, in order.
   *
   * @return x {@code [2225, 1]}: the time in years, 1958.5 being the middle of 1958; y {@code
   *     [2225, 1]}: carbon dioxide in parts per million of the volume of dry air
   */
  public static Regression weeks() {
    List<String[]> weeks =
        Embedded.lines("mauna-loa-co2/co2-mauna-loa-weekly.csv.gz").stream()
            .skip(1) // the names of the columns
            .map(line -> line.split(",", -1))
            .filter(cells -> !cells[1].isEmpty())
            .toList();
    float[] x = new float[weeks.size()];
    float[] y = new float[weeks.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) year(LocalDate.parse(weeks.get(i)[0], DateTimeFormatter.BASIC_ISO_DATE));
      y[i] = Float.parseFloat(weeks.get(i)[1]);
    }
    return new Regression(Floats.tensor(x, x.length, 1), Floats.tensor(y, y.length, 1));
  }

  private static double year(LocalDate date) {
    return date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear();
  }
}
