package dojo.data;

import dojo.tensor.Floats;
import java.util.List;

/**
 * The resistance of 22 yacht hulls, each towed at 14 speeds: six numbers about hull and speed, and
 * how hard the water holds the yacht back.
 *
 * <p>The columns of x are the longitudinal position of the centre of buoyancy, the prismatic
 * coefficient, the ratios of length to displacement, beam to draught and length to beam, and the
 * Froude number, which is the speed; that of y is the residuary resistance per unit weight of
 * displacement. The 308 rows go hull by hull, 14 speeds each. The set comes with the kit (CC BY
 * 4.0); it has no official split.
 *
 * @see <a href="https://doi.org/10.24432/C5XG7R">Gerritsma, Onnink and Versluis (1981), Yacht
 *     hydrodynamics, UCI machine learning repository</a>
 */
public final class Yacht {
  private Yacht() {}

  /**
   * Returns all 308 rows.
   *
   * @return x {@code [308, 6]}, y {@code [308, 1]}, as measured: on scales of their own
   */
  public static Regression all() {
    List<String> lines = Embedded.lines("yacht/yacht.txt.gz");
    float[] x = new float[6 * lines.size()];
    float[] y = new float[lines.size()];
    for (int i = 0; i < y.length; i++) {
      float[] row = new float[7];
      String[] cells = lines.get(i).trim().split(" +", -1);
      for (int j = 0; j < row.length; j++) {
        row[j] = Float.parseFloat(cells[j]);
      }
      System.arraycopy(row, 0, x, 6 * i, 6);
      y[i] = row[6];
    }
    return new Regression(Floats.tensor(x, y.length, 6), Floats.tensor(y, y.length, 1));
  }
}
