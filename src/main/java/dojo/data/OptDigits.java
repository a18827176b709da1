package dojo.data;

import dojo.tensor.Tensor;
import java.util.List;

/**
 * 5,620 handwritten digits of 8×8 pixels, split by writer: 3,823 by thirty people to train on,
 * 1,797 by thirteen others to test on.
 *
 * <p>Every pixel counts the ink in a 4×4 block of a scan, 0 to 16; here it is divided by 16. The
 * set comes with the kit (CC BY 4.0) and needs no download.
 *
 * @see <a href="https://doi.org/10.24432/C50P49">Alpaydin and Kaynak (1998), Optical recognition of
 *     handwritten digits, UCI machine learning repository</a>
 */
public final class OptDigits {
  private static final int PIXELS = 64;

  private OptDigits() {}

  /**
   * Returns the digits of the thirty writers to train on.
   *
   * @return x {@code [3823, 64]} in {@code [0, 1]}, y {@code [3823, 10]}
   */
  public static Dataset train() {
    return read("optdigits/optdigits.tra.csv.gz");
  }

  /**
   * Returns the digits of the thirteen writers to test on.
   *
   * @return x {@code [1797, 64]} in {@code [0, 1]}, y {@code [1797, 10]}
   */
  public static Dataset test() {
    return read("optdigits/optdigits.tes.csv.gz");
  }

  private static Dataset read(String resource) {
    List<String> lines = Embedded.lines(resource);
    float[] pixels = new float[lines.size() * PIXELS];
    int[] labels = new int[lines.size()];
    for (int i = 0; i < labels.length; i++) {
      String[] cells = lines.get(i).split(",", -1);
      for (int j = 0; j < PIXELS; j++) {
        pixels[i * PIXELS + j] = Integer.parseInt(cells[j]) / 16f;
      }
      labels[i] = Integer.parseInt(cells[PIXELS]);
    }
    return Dataset.of(Tensor.of(pixels, labels.length, PIXELS), labels, 10);
  }
}
