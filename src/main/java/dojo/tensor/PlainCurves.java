package dojo.tensor;

import static dojo.tensor.CurveNumbers.LEAST_ANGLE;
import static dojo.tensor.CurveNumbers.LEAST_POWER;
import static dojo.tensor.CurveNumbers.LN2_HIGH;
import static dojo.tensor.CurveNumbers.LN2_LOW;
import static dojo.tensor.CurveNumbers.MOST_ANGLE;
import static dojo.tensor.CurveNumbers.MOST_LEFT;
import static dojo.tensor.CurveNumbers.MOST_POWER;
import static dojo.tensor.CurveNumbers.ONE_OVER_LN2;
import static dojo.tensor.CurveNumbers.P1;
import static dojo.tensor.CurveNumbers.P2;
import static dojo.tensor.CurveNumbers.P3;
import static dojo.tensor.CurveNumbers.P4;
import static dojo.tensor.CurveNumbers.P5;
import static dojo.tensor.CurveNumbers.Q1;
import static dojo.tensor.CurveNumbers.Q2;
import static dojo.tensor.CurveNumbers.Q3;
import static dojo.tensor.CurveNumbers.Q4;
import static dojo.tensor.CurveNumbers.Q5;
import static dojo.tensor.CurveNumbers.WHOLE;

/**
 * {@link Curves} in plain Java, written so that HotSpot turns most of its loops into vector code.
 *
 * <p>It does so for loops over whole arrays of scratch without a branch, if they are not too long:
 * so fdlibm's branches became arithmetic, and its steps became several loops. The last loop of each
 * curve works on single numbers: it asks {@link StrictMath} about the few of another kind.
 */
final class PlainCurves implements Curves {
  /** Numbers in scratch at a time, which stays in the nearest cache. */
  private static final int BLOCK = 256;

  /** The least multiple of ln 2 in powers from −2 to 13, which tanh needs. */
  private static final int FIRST = -3;

  /**
   * For each multiple k of ln 2: what fdlibm adds to eʳ − 1, multiplies with and takes away to find
   * e to the power, minus 1; and whether the power was that of a large number.
   */
  private static final double[] ADDED = new double[23];

  private static final double[] SCALE = new double[ADDED.length];
  private static final double[] TAKEN = new double[ADDED.length];
  private static final double[] LARGE = new double[ADDED.length];

  static {
    for (int i = 0; i < ADDED.length; i++) {
      int k = FIRST + i;
      SCALE[i] = times(1, k);
      ADDED[i] = k > 0 ? 1 - times(1, -k) : k < -1 ? 1 : 0;
      TAKEN[i] = k > 0 ? 0 : k < -1 ? 1 : -0.5 * k;
      LARGE[i] = k > 0 ? 1 : 0;
    }
  }

  @Override
  public void exp(double[] x, int from, int to) {
    int block = Math.min(BLOCK, to - from);
    double[] in = new double[block];
    double[] k = new double[block];
    double[] r = new double[block];
    double[] y = new double[block];
    for (int at = from; at < to; at += block) {
      int n = Math.min(block, to - at);
      System.arraycopy(x, at, in, 0, n);
      exp(n, in, k, r, y);
      for (int i = 0; i < n; i++) {
        x[at + i] =
            isUsual(Math.abs(in[i]), LEAST_POWER, MOST_POWER, r[i])
                ? times(y[i], k[i])
                : StrictMath.exp(in[i]);
      }
    }
  }

  /** x = k·ln 2 + r, and eˣ = 2ᵏ·y with y = eʳ. */
  private static void exp(int n, double[] xs, double[] ks, double[] rs, double[] ys) {
    for (int i = 0; i < n; i++) {
      double x = xs[i];
      double k = (x * ONE_OVER_LN2 + WHOLE) - WHOLE;
      double high = x - k * LN2_HIGH;
      double low = k * LN2_LOW;
      double r = high - low;
      double t = r * r;
      double c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
      ks[i] = k;
      rs[i] = r;
      ys[i] = 1 - ((low - (r * c) / (2 - c)) - high);
    }
  }

  /** By m = e²ˣ − 1 for a large x, tanh x = 1 − 2/(m + 2); by m = e⁻²ˣ − 1 else, −m/(m + 2). */
  @Override
  public void tanh(double[] x, int from, int to) {
    int block = Math.min(BLOCK, to - from);
    double[] z = new double[block];
    double[] k = new double[block];
    double[] r = new double[block];
    double[] rest = new double[block];
    double[] q = new double[block];
    for (int at = from; at < to; at += block) {
      int n = Math.min(block, to - at);
      for (int i = 0; i < n; i++) {
        double size = Math.abs(x[at + i]);
        z[i] = Math.copySign(2 * size, size - 1);
      }
      reduce(n, z, k, r, rest, q);
      divide(n, r, q);
      powerMinusOne(n, z, r, rest, q);
      for (int i = 0; i < n; i++) {
        double size = Math.abs(x[at + i]);
        x[at + i] =
            isUsual(size, LEAST_ANGLE, MOST_ANGLE, r[i])
                ? Math.copySign(tanh(z[i], (int) k[i] - FIRST), x[at + i])
                : StrictMath.tanh(x[at + i]);
      }
    }
  }

  /** x = k·ln 2 + r, but for a rest that the digits of r do not hold. */
  private static void reduce(
      int n, double[] xs, double[] ks, double[] rs, double[] rests, double[] q) {
    for (int i = 0; i < n; i++) {
      double x = xs[i];
      double k = (x * ONE_OVER_LN2 + WHOLE) - WHOLE;
      double high = x - k * LN2_HIGH;
      double low = k * LN2_LOW;
      double r = high - low;
      double t = r * (0.5 * r);
      ks[i] = k;
      rs[i] = r;
      rests[i] = (high - r) - low;
      q[i] = 1 + t * (Q1 + t * (Q2 + t * (Q3 + t * (Q4 + t * Q5))));
    }
  }

  /** Replaces q by the bent part of eʳ − 1. */
  private static void divide(int n, double[] rs, double[] q) {
    for (int i = 0; i < n; i++) {
      double r = rs[i];
      double half = 0.5 * r;
      double s = 3 - q[i] * half;
      q[i] = (r * half) * ((q[i] - s) / (6 - r * s));
    }
  }

  /** Fills z with eʳ − 1. */
  private static void powerMinusOne(int n, double[] z, double[] rs, double[] rests, double[] e) {
    for (int i = 0; i < n; i++) {
      double r = rs[i];
      double rest = rests[i];
      z[i] = r - ((r * (e[i] - rest) - rest) - r * (0.5 * r));
    }
  }

  /** Returns tanh by a power, of which z = eʳ − 1. */
  private static double tanh(double z, int k) {
    double m = (ADDED[k] + z) * SCALE[k] - TAKEN[k];
    double large = LARGE[k]; // 0 or 1: a branch would often be guessed wrongly
    return large + (m * (large - 1) - 2 * large) / (m + 2);
  }

  private static boolean isUsual(double size, double least, double most, double r) {
    return Math.abs(r) < MOST_LEFT && size < most && size >= least;
  }

  /** Returns x·2ᵏ. */
  private static double times(double x, double k) {
    long bits = Double.doubleToRawLongBits(k + WHOLE) << 52;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) + bits);
  }
}
