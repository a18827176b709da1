package dojo.tensor;

import static dojo.tensor.CurveNumbers.HALF_LN2;
import static dojo.tensor.CurveNumbers.LEAST_ANGLE;
import static dojo.tensor.CurveNumbers.LEAST_POWER;
import static dojo.tensor.CurveNumbers.LN2_HIGH;
import static dojo.tensor.CurveNumbers.LN2_LOW;
import static dojo.tensor.CurveNumbers.MOST_ANGLE;
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

/** {@link Curves} in plain Java: faster than {@link StrictMath}, which has more ways to go. */
final class PlainCurves implements Curves {

  @Override
  public void exp(double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      double size = Math.abs(x[i]);
      x[i] = size >= LEAST_POWER && size < MOST_POWER ? exp(x[i]) : StrictMath.exp(x[i]);
    }
  }

  @Override
  public void tanh(double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      double size = Math.abs(x[i]);
      x[i] =
          size >= LEAST_ANGLE && size < MOST_ANGLE
              ? Math.copySign(tanh(size), x[i])
              : StrictMath.tanh(x[i]);
    }
  }

  /** x = k·ln 2 + r, and eˣ = 2ᵏ·eʳ. */
  private static double exp(double x) {
    int k = multiple(x);
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double t = r * r;
    double c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
    return times(1 - ((low - (r * c) / (2 - c)) - high), k);
  }

  /** tanh x by e²ˣ − 1 or e⁻²ˣ − 1, for x above 0. */
  private static double tanh(double x) {
    if (x < 1) {
      double t = powerMinusOne(-2 * x);
      return -t / (t + 2);
    }
    return 1 - 2 / (powerMinusOne(2 * x) + 2);
  }

  /** eˣ − 1 for x from −2 to 13, but not from 0.3 to 2. */
  private static double powerMinusOne(double x) {
    int k = multiple(x);
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double rest = (high - r) - low;
    double half = 0.5 * r;
    double t = r * half;
    double q = 1 + t * (Q1 + t * (Q2 + t * (Q3 + t * (Q4 + t * Q5))));
    double s = 3 - q * half;
    double e = t * ((q - s) / (6 - r * s));
    double z = r - ((r * (e - rest) - rest) - t);
    if (k == 0) {
      return z;
    }
    if (k == -1) {
      return 0.5 * z - 0.5;
    }
    return k < 0 ? times(1 + z, k) - 1 : times((1 - times(1, -k)) + z, k);
  }

  /** Returns how many times ln 2 is taken away from x. */
  private static int multiple(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int nearest = (int) (ONE_OVER_LN2 * x + Math.copySign(0.5, x));
    return ((int) (bits >>> 32) & Integer.MAX_VALUE) <= HALF_LN2 ? 0 : nearest;
  }

  /** Returns x·2ᵏ. */
  private static double times(double x, int k) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) + ((long) k << 52));
  }
}
