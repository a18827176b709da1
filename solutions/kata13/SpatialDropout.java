package kata13;

import dojo.random.RandomKey;

/** Kata 13: spatial dropout, which drops whole feature maps. */
public final class SpatialDropout {
  private SpatialDropout() {}

  /**
   * Drops each feature map of x with probability p and divides the others by q = 1 - p.
   *
   * @param x the input, [batch, channels, height, width]; a length may be 0; it stays as it is
   * @param p the drop probability, in [0, 1]
   * @param key the randomness: key.uniform(n) is number n, uniform in [0, 1)
   * @return a new array of the same shape; a dropped element is exactly +0, whatever it was
   */
  public static float[][][][] forward(float[][][][] x, double p, RandomKey key) {
    // BEGIN SOLUTION one coin for each map; divide what is kept by q
    double q = 1 - p;
    float[][][][] y = zeros(x);
    int map = 0;
    for (int n = 0; n < x.length; n++) {
      for (int c = 0; c < x[n].length; c++) {
        boolean keep = key.uniform(map++) < q; // decisive
        for (int i = 0; i < x[n][c].length; i++) {
          for (int j = 0; j < x[n][c][i].length; j++) {
            y[n][c][i][j] = keep ? (float) (x[n][c][i][j] / q) : 0;
          }
        }
      }
    }
    return y;
    // END SOLUTION
  }

  /** Given: returns zeros of the shape of x, in an array that shares nothing with it. */
  static float[][][][] zeros(float[][][][] x) {
    float[][][][] zeros = new float[x.length][][][];
    for (int n = 0; n < x.length; n++) {
      zeros[n] = new float[x[n].length][][];
      for (int c = 0; c < x[n].length; c++) {
        zeros[n][c] = new float[x[n][c].length][];
        for (int i = 0; i < x[n][c].length; i++) {
          zeros[n][c][i] = new float[x[n][c][i].length];
        }
      }
    }
    return zeros;
  }
}
