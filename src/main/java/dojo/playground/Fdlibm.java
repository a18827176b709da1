package dojo.playground;

/**
 * The exponential, the logarithm, the sine and the cosine of {@link StrictMath}, to the bit, for
 * platforms that have others.
 *
 * <p>{@link StrictMath} is defined as Sun's library fdlibm. This is that library for four
 * functions, written in Java. Its licence, for the logarithm, the sine and the cosine: "Copyright
 * (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems,
 * Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved." For the exponential: "Copyright (C) 2004 by Sun
 * Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved."
 *
 * @see <a href="https://www.netlib.org/fdlibm/">fdlibm, version 5.3</a>
 */
public final class Fdlibm {
  private static final double LN2_HIGH = 0.6931471803691238;
  private static final double LN2_LOW = 1.9082149292705877E-10;
  private static final double ONE_OVER_LN2 = 1.4426950408889634;

  private Fdlibm() {}

  /**
   * Returns e to a power, as {@link StrictMath#exp}: x = k·ln 2 + r, and eˣ = 2ᵏ·eʳ.
   *
   * @param x the power
   * @return eˣ
   */
  public static double exp(double x) {
    if (Double.isNaN(x) || x > 709.782712893384) {
      return x + Double.POSITIVE_INFINITY;
    }
    if (x < -745.1332191019411) {
      return 0;
    }
    int size = high(x) & 0x7fffffff;
    if (size < 0x3e300000) { // |x| < 2⁻²⁸
      return 1 + x;
    }
    int k = 0;
    double high = x;
    double low = 0;
    if (size > 0x3fd62e42) { // |x| > ½·ln 2
      k =
          size < 0x3FF0A2B2 // |x| < 1½·ln 2
              ? (x > 0 ? 1 : -1)
              : (int) (ONE_OVER_LN2 * x + (x > 0 ? 0.5 : -0.5));
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    }
    double r = k == 0 ? x : high - low;
    double t = r * r;
    double polynomial =
        0.16666666666666602
            + t
                * (-0.0027777777777015593
                    + t
                        * (6.613756321437934E-5
                            + t * (-1.6533902205465252E-6 + t * 4.1381367970572385E-8)));
    double c = r - t * polynomial;
    if (k == 0) {
      return 1 - ((r * c) / (c - 2) - r);
    }
    double y = 1 - ((low - (r * c) / (2 - c)) - high);
    return k >= -1021
        ? withHigh(y, high(y) + (k << 20))
        : withHigh(y, high(y) + ((k + 1000) << 20)) * 0x1p-1000;
  }

  /**
   * Returns the natural logarithm, as {@link StrictMath#log}: x = 2ᵏ·(1 + f), and log x = k·ln 2 +
   * log(1 + f).
   *
   * @param x the number
   * @return log x; −∞ for 0, NaN below
   */
  public static double log(double x) {
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return x > 0 ? x : Double.NaN;
    }
    boolean subnormal = x < Double.MIN_NORMAL;
    double normal = subnormal ? x * 0x1p54 : x;
    int h = high(normal);
    int fraction = h & 0xfffff;
    int half = (fraction + 0x95f64) & 0x100000; // set where 1 + f would be above √2
    int k = (subnormal ? -54 : 0) + (h >> 20) - 1023 + (half >> 20);
    double f = withHigh(normal, fraction | (half ^ 0x3ff00000)) - 1;
    if ((0xfffff & (2 + fraction)) < 3) { // |f| < 2⁻²⁰
      if (f == 0) {
        return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
      }
      double r = f * f * (0.5 - 0.3333333333333333 * f);
      return k == 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
    }
    double s = f / (2 + f);
    double z = s * s;
    double w = z * z;
    double even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
    double odd =
        z
            * (0.6666666666666735
                + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605106186)));
    double r = odd + even;
    if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
      double halfSquare = 0.5 * f * f;
      return k == 0
          ? f - (halfSquare - s * (halfSquare + r))
          : k * LN2_HIGH - ((halfSquare - (s * (halfSquare + r) + k * LN2_LOW)) - f);
    }
    return k == 0 ? f - s * (f - r) : k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
  }

  /**
   * Returns the sine, as {@link StrictMath#sin}.
   *
   * @param x an angle in radians, at most 2¹⁹ from 0
   * @return sin x
   * @throws IllegalArgumentException if the angle is larger
   */
  public static double sin(double x) {
    return turned(x, 0);
  }

  /**
   * Returns the cosine, as {@link StrictMath#cos}.
   *
   * @param x an angle in radians, at most 2¹⁹ from 0
   * @return cos x
   * @throws IllegalArgumentException if the angle is larger
   */
  public static double cos(double x) {
    return turned(x, 1);
  }

  /** Returns the sine of x and so many right angles. */
  private static double turned(double x, int rightAngles) {
    if (!(Math.abs(x) <= 0x1p19)) {
      if (Double.isNaN(x) || Double.isInfinite(x)) {
        return Double.NaN;
      }
      throw new IllegalArgumentException("an angle must be at most 2^19 from 0, but was " + x);
    }
    double[] rest = {x, 0};
    int quadrant = (high(x) & 0x7fffffff) <= 0x3fe921fb ? 0 : reduce(x, rest);
    boolean reduced = (high(x) & 0x7fffffff) > 0x3fe921fb;
    return switch ((quadrant + rightAngles) & 3) {
      case 0 -> sine(rest[0], rest[1], reduced);
      case 1 -> cosine(rest[0], rest[1]);
      case 2 -> -sine(rest[0], rest[1], reduced);
      default -> -cosine(rest[0], rest[1]);
    };
  }

  /** Takes right angles away until |x| ≤ π/4: the rest in two parts, and how many there were. */
  private static int reduce(double x, double[] rest) {
    double t = Math.abs(x);
    int size = high(t);
    int n;
    double r;
    double w;
    if (size < 0x4002d97c) { // below 3π/4: one right angle
      n = 1;
      r = t - PI_2_1;
      w = PI_2_1_REST;
      if (size == 0x3ff921fb) { // near π/2: 33 + 33 + 53 bits of π
        r -= PI_2_2;
        w = PI_2_2_REST;
      }
      rest[0] = r - w;
    } else {
      n = (int) (t * 0.6366197723675814 + 0.5);
      r = t - n * PI_2_1;
      w = n * PI_2_1_REST;
      rest[0] = r - w;
      boolean near = n >= 32 || size == high(n * (Math.PI / 2));
      if (near && lost(size, rest[0]) > 16) {
        double before = r;
        w = n * PI_2_2;
        r = before - w;
        w = n * PI_2_2_REST - ((before - r) - w);
        rest[0] = r - w;
        if (lost(size, rest[0]) > 49) {
          before = r;
          w = n * PI_2_3;
          r = before - w;
          w = n * PI_2_3_REST - ((before - r) - w);
          rest[0] = r - w;
        }
      }
    }
    rest[1] = (r - rest[0]) - w;
    if (x > 0) {
      return n;
    }
    rest[0] = -rest[0];
    rest[1] = -rest[1];
    return -n;
  }

  /** Returns how many bits a difference has lost. */
  private static int lost(int size, double difference) {
    return (size >> 20) - ((high(difference) >> 20) & 0x7ff);
  }

  private static final double PI_2_1 = 1.5707963267341256; // the first 33 bits of π/2
  private static final double PI_2_1_REST = 6.077100506506192E-11;
  private static final double PI_2_2 = 6.077100506303966E-11; // the next 33
  private static final double PI_2_2_REST = 2.0222662487959506E-21;
  private static final double PI_2_3 = 2.0222662487111665E-21; // and the next
  private static final double PI_2_3_REST = 8.4784276603689E-32;

  private static double sine(double x, double y, boolean reduced) {
    if ((high(x) & 0x7fffffff) < 0x3e400000) { // |x| < 2⁻²⁷
      return x;
    }
    double z = x * x;
    double v = z * x;
    double r =
        0.00833333333332249
            + z
                * (-0.0001984126982985795
                    + z
                        * (2.7557313707070068E-6
                            + z * (-2.5050760253406863E-8 + z * 1.58969099521155E-10)));
    double first = -0.16666666666666632;
    return reduced ? x - ((z * (0.5 * y - v * r) - y) - v * first) : x + v * (first + z * r);
  }

  private static double cosine(double x, double y) {
    int size = high(x) & 0x7fffffff;
    if (size < 0x3e400000) {
      return 1;
    }
    double z = x * x;
    double r =
        z
            * (0.0416666666666666
                + z
                    * (-0.001388888888887411
                        + z
                            * (2.480158728947673E-5
                                + z
                                    * (-2.7557314351390663E-7
                                        + z
                                            * (2.087572321298175E-9
                                                + z * -1.1359647557788195E-11)))));
    if (size < 0x3FD33333) { // |x| < 0.3
      return 1 - (0.5 * z - (z * r - x * y));
    }
    double quarter =
        size > 0x3fe90000 ? 0.28125 : Double.longBitsToDouble((size - 0x00200000L) << 32);
    double half = 0.5 * z - quarter;
    return (1 - quarter) - (half - (z * r - x * y));
  }

  /** Returns the upper half of the bits: sign, exponent, and twenty bits of the fraction. */
  private static int high(double x) {
    return (int) (Double.doubleToRawLongBits(x) >>> 32);
  }

  private static double withHigh(double x, int high) {
    long low = Double.doubleToRawLongBits(x) & 0xffffffffL;
    return Double.longBitsToDouble(((long) high << 32) | low);
  }
}
