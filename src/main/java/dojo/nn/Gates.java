package dojo.nn;

import dojo.tensor.Floats;
import dojo.tensor.Tensor;

/** The gates of an LSTM: side by side in [batch, parts·units], or a matrix [batch, units] each. */
final class Gates {
  private Gates() {}

  /** Takes rows apart, in float64. */
  static double[][] parts(Tensor rows, int count) {
    float[] all = Floats.of(rows);
    int units = rows.length(1) / count;
    double[][] parts = new double[count][all.length / count];
    for (int start = 0, at = 0; at < all.length; start += units) {
      for (double[] part : parts) {
        for (int j = start; j < start + units; j++) {
          part[j] = all[at++];
        }
      }
    }
    return parts;
  }

  /** Puts parts together again, each of the shape of a tensor. */
  static Tensor joined(float[][] parts, Tensor like) {
    int batch = like.length(0);
    int units = like.length(1);
    float[] all = new float[parts.length * like.size()];
    for (int start = 0, at = 0; at < all.length; start += units) {
      for (float[] part : parts) {
        System.arraycopy(part, start, all, at, units);
        at += units;
      }
    }
    return Floats.tensor(all, batch, parts.length * units);
  }
}
