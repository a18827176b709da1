package kata29;

import dojo.random.RandomKey;

/** Kata 29: a sigmoid, and dropout behind it, with a backward pass through both. */
public final class SigmoidLayer {
  private final double p;

  /** The outputs of the sigmoid in the last forward pass; null before the first. */
  private float[][] hidden;

  /** Which of them were kept. */
  private boolean[][] kept;

  /** Makes a layer that drops with probability p, in [0, 1]. */
  public SigmoidLayer(double p) {
    this.p = p;
  }

  /**
   * Gives the sigmoid of each element, or 0 where it is dropped.
   *
   * @param x the input, [rows, columns]; it stays as it is
   * @param key the randomness: key.uniform(n) decides about element n, row by row
   * @return a new array of the same shape
   */
  public float[][] forward(float[][] x, RandomKey key) {
    hidden = new float[x.length][];
    kept = new boolean[x.length][];
    float[][] y = new float[x.length][]; // decisive
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      hidden[i] = new float[x[i].length];
      kept[i] = new boolean[x[i].length];
      y[i] = new float[x[i].length];
      for (int j = 0; j < x[i].length; j++) {
        hidden[i][j] = (float) (1 / (1 + Math.exp(-x[i][j])));
        kept[i][j] = key.uniform(n++) < 1 - p;
        y[i][j] = kept[i][j] ? (float) (hidden[i][j] / (1 - p)) : 0;
      }
    }
    return y;
  }

  /**
   * Turns the gradient at the output of the last forward pass into the one at its input.
   *
   * @param dy the gradient at the output, in its shape; it stays as it is
   * @return a new array of the same shape
   */
  public float[][] backward(float[][] dy) {
    float[][] dx = new float[dy.length][];
    for (int i = 0; i < dy.length; i++) {
      dx[i] = new float[dy[i].length];
      for (int j = 0; j < dy[i].length; j++) {
        double h = hidden[i][j];
        dx[i][j] = kept[i][j] ? (float) (dy[i][j] / (1 - p) * h * (1 - h)) : 0;
      }
    }
    return dx;
  }
}
